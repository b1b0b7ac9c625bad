import { eq } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { SeenVote } from '../application.ts';
import { juryCase } from './internal/jury-case.ts';
import { loadApplication, loadVotes, type ShownApplication } from './load-application.ts';

export type JuryDesk = {
	id: string;
	place: { name: string; slug: string; municipality: string };
	/** Null for who stepped back: they read nothing of it. */
	application: ShownApplication | null;
	own: { verdict: SeenVote['verdict']; reason: string; isRecusal: boolean } | null;
	/** What others found; null before one's own judgement, and for who stepped back. */
	others: SeenVote[] | null;
	isOfGroup: boolean;
	isOpen: boolean;
};

/** An application as one juror may see it. 404 for everybody who is not in the jury of its network. */
export async function findJuryCase(ctx: Ctx, id: string): Promise<JuryDesk> {
	const { application, catalogue, place, own, isOfGroup } = await juryCase(ctx, id);
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, place.ags));
	const mayRead = !isOfGroup && !own?.isRecusal;
	const votes = own && !own.isRecusal ? await loadVotes(ctx, id) : null;
	return {
		id,
		place: { name: place.name, slug: place.slug, municipality: town?.name ?? '' },
		application: mayRead ? await loadApplication(ctx, { application, catalogue }) : null,
		own: own && { verdict: own.verdict, reason: own.reason, isRecusal: own.isRecusal },
		others: votes?.filter(({ personId }) => personId !== ctx.actor?.id).map(({ personId: _, ...vote }) => vote) ?? null,
		isOfGroup,
		isOpen: application.state === 'judging'
	};
}
