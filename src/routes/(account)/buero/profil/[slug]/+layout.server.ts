import { findProfile } from '#modules/profiles/server/find-profile.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => ({ desk: await findProfile(ctx, params.slug) });
