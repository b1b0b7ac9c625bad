import type { GuestState } from '#lib/guests.ts';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { followProcedure } from './follow-procedure.ts';
import { pageIs } from './internal/page.ts';
import { lockViewing, takeAnswer } from './internal/viewing-guests.ts';
import { procedurePages } from './publication-tables.ts';

type Answer = { slug: string; viewingId: string; answer: 'yes' | 'no'; people: number };

/**
 * Whoever is signed in comes to see the house, or does not. When all places are taken they wait in line; a place that becomes free goes to the first who
 * fits. The office reads their name and address. Throws 401, 404, 409, 422, 429.
 */
export async function signUp(ctx: Ctx, { slug, viewingId, answer, people }: Answer): Promise<GuestState> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated('Bitte meldet Euch an, dann halten wir Euch einen Platz frei.');
	const [page] = await ctx.db.select({ id: procedurePages.procedureId }).from(procedurePages).where(pageIs(slug));
	if (!page) throw notFound('Dieses Verfahren gibt es hier nicht.');
	await countTry(ctx, { what: 'procedure viewing answer', who: actor.id, limit: 40, minutes: 24 * 60 });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const viewing = await lockViewing(inside, page.id, viewingId);
		const state = await takeAnswer(inside, { viewing, personId: actor.id, answer, people });
		if (answer === 'yes') await followProcedure(inside, page.id);
		return state;
	});
}
