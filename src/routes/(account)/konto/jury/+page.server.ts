import { listJuryDuties } from '#modules/judging/server/list-jury-duties.ts';
import { listJuryCases } from '#modules/places/server/list-jury-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	duties: await listJuryCases(ctx),
	procedures: await listJuryDuties(ctx)
});
