import { findConceptHead } from '#modules/concepts/server/find-concept.ts';
import type { LayoutServerLoad } from './$types';

/** The head, for every page below. */
export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => ({ concept: await findConceptHead(ctx, params.id) });
