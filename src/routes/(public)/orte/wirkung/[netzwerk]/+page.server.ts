import { findNetworkFigures } from '#modules/places/server/find-figures.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ found: await findNetworkFigures(ctx, params.netzwerk) });
