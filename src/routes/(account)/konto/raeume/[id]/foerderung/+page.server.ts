import { readProgrammeFilter } from '#modules/advice/filter.ts';
import { findHouseFunding } from '#modules/advice/server/find-house-funding.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const who = url.searchParams.has('wer') ? readProgrammeFilter(url.searchParams).applicant : 'private_owner';
	return { funding: await findHouseFunding(ctx, params.id, who) };
};
