import { searchMunicipalities } from '#modules/organisations/server/search-municipalities.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => ({ view: await searchMunicipalities(locals.ctx, url.searchParams) });
