import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { isOpen, ungrounded, whyNotStep, type Refused } from '../application.ts';
import { maySeeApplication } from '../policy.ts';
import { findPublishedCatalogue } from './find-catalogue.ts';
import { applicationFor } from './internal/application-for.ts';
import { placeFor } from './internal/place-for.ts';
import { openRound, questionOf } from './internal/take-application-step.ts';
import { loadApplication, type ShownApplication } from './load-application.ts';
import { juryRounds, placeApplications } from './tables.ts';

export type ApplicationDesk = {
	application: ShownApplication | null;
	/** What stands against handing it in now. */
	whyNot: Refused | null;
	/** Categories that still need words or a file. */
	bare: string[];
	window: { title: string; closesOn: string } | null;
	next: { opensOn: string } | null;
	/** Why none can be begun, when that is so. */
	cannotBegin: string | null;
	earlier: { state: ShownApplication['state']; answer: string | null; decidedAt: Date | null }[];
};

/** The application of a place as its group sees it: the open one, else the last. 404 for everybody else. */
export async function findApplication(ctx: Ctx, placeId: string): Promise<ApplicationDesk> {
	const { place } = await placeFor(ctx, placeId, maySeeApplication);
	const { networkId } = place;
	const all = await ctx.db
		.select({
			id: placeApplications.id,
			state: placeApplications.state,
			answer: placeApplications.answer,
			decidedAt: placeApplications.decidedAt
		})
		.from(placeApplications)
		.where(eq(placeApplications.placeId, placeId))
		.orderBy(desc(placeApplications.createdAt));
	const current = all.find(({ state }) => isOpen(state));
	const shown = current && (await deskOf(ctx, current.id));
	const [planned] = networkId
		? await ctx.db
				.select({ opensOn: juryRounds.opensOn })
				.from(juryRounds)
				.where(and(eq(juryRounds.networkId, networkId), inArray(juryRounds.state, ['planned'])))
				.orderBy(juryRounds.opensOn)
				.limit(1)
		: [];
	const catalogue = networkId ? await findPublishedCatalogue(ctx, networkId) : null;
	return {
		application: shown?.application ?? null,
		whyNot: shown?.whyNot ?? null,
		bare: shown?.bare ?? [],
		window: networkId ? await openRound(ctx, networkId) : null,
		next: planned ?? null,
		cannotBegin: networkId
			? catalogue
				? null
				: 'Das Netzwerk hat seine Kriterien noch nicht veröffentlicht.'
			: 'Dieser Ort gehört noch zu keinem Netzwerk, das auszeichnet.',
		earlier: all.filter(({ state }) => !isOpen(state)).map(({ id: _, ...rest }) => rest)
	};
}

async function deskOf(ctx: Ctx, id: string): Promise<Pick<ApplicationDesk, 'application' | 'whyNot' | 'bare'>> {
	const { application, catalogue } = await applicationFor(ctx, id, 'read');
	const question = await questionOf(ctx, { application, catalogue, step: 'submit' });
	const isDraft = application.state === 'draft' || application.state === 'returned';
	return {
		application: await loadApplication(ctx, { application, catalogue }),
		whyNot: isDraft ? whyNotStep(question) : null,
		bare: isDraft ? ungrounded(question) : []
	};
}
