import { findPresentation } from '#modules/judging/server/find-supplement.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ found: await findPresentation(ctx, params.id) });
