import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { drawn, seedOf } from '../lot.ts';
import { mayLead } from '../policy.ts';
import { loadStanding, type Standing } from './internal/load-standing.ts';
import { heldSeat, type Seat } from './internal/part-for.ts';
import { awardLots } from './tables.ts';

/** Where the call says that the lot decides, and something is tied, and nothing is recommended yet; held in the caller's transaction. */
async function tiedFor(ctx: Ctx, id: string): Promise<Seat & Standing> {
	const seat = await heldSeat(ctx, id, mayLead);
	if (seat.phase !== 'locked' || seat.row.state === 'recommended')
		throw refused('not-now', 'Ein Los wird gezogen, wenn alle Punkte feststehen und noch nichts empfohlen ist.');
	const standing = await loadStanding(ctx, seat.row);
	if (standing.call.frozen.tieRule !== 'lot' || !standing.evaluation.ties.length)
		throw refused('no-lot', 'Hier entscheidet kein Los: Entweder ist nichts gleich, oder der Aufruf hat eine andere Regel.');
	return { ...seat, ...standing };
}

/** Fixes between whom the lot decides, before anybody knows the word. Again only where what is tied has changed. Throws 401, 404, 409. */
export function announceLot(ctx: Ctx, { id }: { id: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { evaluation, lot } = await tiedFor(inside, id);
		if (lot) throw refused('announced', 'Das Los ist schon angekündigt. Jetzt fehlt nur das Wort der Anwesenden.');
		const groups = evaluation.ties;
		const facts = { groups: groups.map(({ length }) => length) };
		const { hash } = await appendEntry(inside, { recordId: id, kind: 'lot.announced', facts, sealed: { concepts: groups } });
		const row = { procedureId: id, groups, announced: hash, announcedBy: ctx.actor?.id ?? null, announcedAt: ctx.now };
		const again = { ...row, word: null, drawn: null, drawnBy: null, drawnAt: null };
		await db.insert(awardLots).values(row).onConflictDoUpdate({ target: awardLots.procedureId, set: again });
	});
}

/** Draws with the word that was called out; once, for good. Throws 401, 404, 409. */
export function drawLot(ctx: Ctx, { id, word }: { id: string; word: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { lot, candidates } = await tiedFor(inside, id);
		if (!lot) throw refused('not-announced', 'Bitte das Los zuerst ankündigen. Erst danach nennen die Anwesenden ein Wort oder eine Zahl.');
		if (lot.drawn) throw refused('drawn', 'Das Los ist gezogen. Ein zweites Mal gibt es nicht.');
		const seed = await seedOf(id, lot.announced, word);
		const numberOf = new Map(candidates.map(({ conceptId, number }) => [conceptId, number]));
		const order = await Promise.all(
			lot.groups.map((group) =>
				drawn(
					seed,
					group.map((conceptId) => ({ conceptId, number: numberOf.get(conceptId) ?? null }))
				)
			)
		);
		await db
			.update(awardLots)
			.set({ word, drawn: order, drawnBy: ctx.actor?.id ?? null, drawnAt: ctx.now })
			.where(eq(awardLots.procedureId, id));
		await appendEntry(inside, { recordId: id, kind: 'lot.drawn', facts: { announced: lot.announced, word, seed }, sealed: { order } });
	});
}
