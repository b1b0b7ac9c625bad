import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { quorum, type SeenVote } from '../application.ts';
import { mayRunPlaces } from '../policy.ts';
import { applicationFor } from './internal/application-for.ts';
import { loadApplication, loadVotes, type ShownApplication } from './load-application.ts';

export type OfficeVotes = { judged: number; recused: number; shown: SeenVote[] | null };

export type OfficeApplication = {
	place: { id: string; name: string; slug: string };
	application: ShownApplication;
	officeNote: string | null;
	votes: OfficeVotes;
};

/** An application as the office of its network sees it. */
export async function findOfficeApplication(ctx: Ctx, { networkId, id }: { networkId: string; id: string }): Promise<OfficeApplication> {
	const found = await applicationFor(ctx, id, 'read');
	const { application, place, standing } = found;
	if (application.networkId !== networkId || !mayRunPlaces(ctx.actor, standing)) throw notFound();
	return {
		place: { id: place.id, name: place.name, slug: place.slug },
		application: await loadApplication(ctx, found),
		officeNote: application.officeNote,
		votes: await seenByOffice(ctx, { id, isJuror: standing.roles.includes('juror') })
	};
}

/** How many have judged; what they found only once a quorum is there, and never to a member of the jury who has not judged yet. */
async function seenByOffice(ctx: Ctx, { id, isJuror }: { id: string; isJuror: boolean }): Promise<OfficeVotes> {
	const all = await loadVotes(ctx, id);
	const judged = all.filter(({ isRecusal }) => !isRecusal).length;
	const hasJudged = all.some(({ personId, isRecusal }) => personId === ctx.actor?.id && !isRecusal);
	const mayRead = judged >= quorum && (!isJuror || hasJudged);
	return { judged, recused: all.length - judged, shown: mayRead ? all.map(({ personId: _, ...vote }) => vote) : null };
}
