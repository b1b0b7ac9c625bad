import type { Share } from '#modules/freshness/freshness.ts';
import { countCurrentByTown } from '#modules/freshness/server/count-current.ts';
import { deskScope } from '#modules/freshness/policy.ts';
import { countCases } from '#modules/cases/server/count-cases.ts';
import { listInterest } from '#modules/matching/server/list-interest.ts';
import { listHandovers } from '#modules/organisations/server/find-handover.ts';
import { findDraft } from '#modules/people/server/find-draft.ts';
import { findOfficeHome } from '#modules/properties/server/find-office-home.ts';
import { countReports } from '#modules/reports/server/list-reports.ts';
import type { PageServerLoad } from './$types';

const sum = (shares: Share[], name: keyof Share) => shares.reduce((total, share) => total + share[name], 0);

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const draft = await findDraft(ctx, { form: 'raum' });
	const [home, interest] = [await findOfficeHome(ctx), await listInterest(ctx)];
	const handovers = (await listHandovers(ctx)).map(({ id, person, email, organisation }) => ({
		id,
		name: person || email,
		town: organisation.name
	}));
	const scope = deskScope(ctx.actor);
	const towns = scope === 'all' || !scope.length ? [] : await countCurrentByTown(ctx, scope);
	const share = towns.length ? { current: sum(towns, 'current'), all: sum(towns, 'all') } : null;
	const reports = await countReports(ctx);
	const { fresh, late } = await countCases(ctx);
	return {
		home,
		interest,
		share,
		reports,
		handovers,
		cases: { fresh, late },
		name: ctx.actor?.name ?? '',
		draft: draft && { updatedAt: draft.updatedAt },
		now: ctx.now
	};
};
