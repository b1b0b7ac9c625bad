import { countCases } from '#modules/cases/server/count-cases.ts';
import { listInterest } from '#modules/matching/server/list-interest.ts';
import { listHandovers } from '#modules/organisations/server/find-handover.ts';
import { findDraft } from '#modules/people/server/find-draft.ts';
import { findOfficeHome } from '#modules/properties/server/find-office-home.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const draft = await findDraft(ctx, { form: 'raum' });
	const [home, interest] = [await findOfficeHome(ctx), await listInterest(ctx)];
	const handovers = (await listHandovers(ctx)).map(({ id, person, email, organisation }) => ({
		id,
		name: person || email,
		town: organisation.name
	}));
	const { fresh, late } = await countCases(ctx);
	return {
		home,
		interest,
		handovers,
		cases: { fresh, late },
		name: ctx.actor?.name ?? '',
		draft: draft && { updatedAt: draft.updatedAt },
		now: ctx.now
	};
};
