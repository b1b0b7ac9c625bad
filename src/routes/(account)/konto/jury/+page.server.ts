import { listJuryCases } from '#modules/places/server/list-jury-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ duties: await listJuryCases(ctx) });
