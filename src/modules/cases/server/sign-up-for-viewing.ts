import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import type { GuestState } from '#lib/guests.ts';
import { cases, viewings } from './case-tables.ts';
import { caseAsParty } from './internal/case-for.ts';
import { insertParty } from './internal/insert-party.ts';
import { lockViewing, takeAnswer } from './internal/viewing-guests.ts';

type Answer = { viewingId: string; answer: 'yes' | 'no'; people?: number };

/**
 * Whoever is signed in comes to a viewing that is public, or of a case in which they take part, or does not. Their office knows their name and address then; of the case they read nothing
 * unless they took part before. Throws 401, 404, 409, 422, 429.
 */
export async function signUpForViewing(ctx: Ctx, { viewingId, answer, people = 1 }: Answer): Promise<GuestState> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated('Bitte melden Sie sich an, dann halten wir Ihnen einen Platz frei.');
	const columns = { caseId: viewings.caseId, isPublic: viewings.isPublic };
	const [found] = isUuid(viewingId) ? await ctx.db.select(columns).from(viewings).where(eq(viewings.id, viewingId)) : [];
	if (!found) throw notFound('Diesen Termin gibt es nicht, oder er ist nicht öffentlich.');
	if (!found.isPublic) await caseAsParty(ctx, found.caseId);
	await countTry(ctx, { what: 'viewing answer', who: actor.id, limit: 40, minutes: 24 * 60 });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db.select().from(cases).where(eq(cases.id, found.caseId)).for('update');
		if (!row) throw notFound();
		const viewing = await lockViewing(inside, row.id, viewingId);
		const { id: personId, name, email } = actor;
		const partyId = await insertParty(inside, row, { personId, name: name || email, email, role: 'seeker', access: 'none' });
		return takeAnswer(inside, row, { viewing, partyId, answer, people: Math.round(people) });
	});
}
