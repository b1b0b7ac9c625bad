import { findNetwork } from '#modules/networks/server/find-network.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => ({ desk: await findNetwork(ctx, params.slug) });
