import { findFile } from '#modules/awards/server/find-file.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ found: await findFile(ctx, params.id) });
