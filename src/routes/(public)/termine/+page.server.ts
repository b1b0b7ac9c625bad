import { listPublicViewings } from '#modules/cases/server/list-public-viewings.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ viewings: await listPublicViewings(ctx) });
