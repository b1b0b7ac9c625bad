import { listPublicNetworks } from '#modules/networks/server/list-public-networks.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ wide: true, networks: await listPublicNetworks(ctx) });
