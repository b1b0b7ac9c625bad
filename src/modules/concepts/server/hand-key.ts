import { and, asc, eq, isNull } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { State } from '#modules/procedures/procedure.ts';
import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadBoxHead } from '#modules/records/server/load-box-head.ts';
import { threshold, type SealKind } from '#modules/seals/seal.ts';
import { findSeal, loadOpenedSeal, type Open } from '#modules/seals/server/find-seal.ts';
import { handShare } from '#modules/seals/server/hand-share.ts';
import { whyNotOpen } from '../window.ts';
import { conceptEnvelopes, concepts } from './tables.ts';
import { minutesOf, openContents, openOffers } from './internal/open-box.ts';

type Row = typeof procedures.$inferSelect;
type Opening = { row: Row; open: Open; by: (string | null)[] };

/** States in which the points of the concepts may be locked, and the prices are read afterwards. */
const afterPoints: readonly State[] = ['deliberation', 'recommended'];

async function checkOpening(ctx: Ctx, row: Row, kind: SealKind): Promise<void> {
	if (kind === 'concepts') {
		const why = whyNotOpen(row, ctx.now);
		if (why) throw refused('not-yet', why);
		return;
	}
	const seal = await findSeal(ctx, { subjectId: row.id, round: row.round, kind });
	if (!seal) throw refused('no-offers', 'In diesem Verfahren gibt es keinen zweiten Umschlag.');
	if (!afterPoints.includes(row.state) || !seal.opensAt || seal.opensAt > ctx.now)
		throw refused('points-open', 'Die Preise bleiben verschlossen, bis die Punkte der Konzepte festgeschrieben sind.');
}

/** The entries in the box that were opened: with them anybody can tell that what was handed in is what was judged. */
async function countedEntries({ db }: Ctx, { id, round }: Row): Promise<string[]> {
	const rows = await db
		.select({ hash: conceptEnvelopes.entryHash })
		.from(conceptEnvelopes)
		.innerJoin(concepts, eq(concepts.id, conceptEnvelopes.conceptId))
		.where(
			and(eq(concepts.procedureId, id), eq(concepts.round, round), eq(concepts.state, 'opened'), isNull(conceptEnvelopes.supersededAt))
		)
		.orderBy(asc(conceptEnvelopes.entryHash));
	return rows.map(({ hash }) => hash);
}

async function openConcepts(ctx: Ctx, { row, open, by }: Opening): Promise<void> {
	if (row.state === 'open')
		await moveProcedure(ctx, { id: row.id, move: 'close', facts: { deadline: row.deadline?.toISOString() ?? null } });
	const counted = await openContents(ctx, row, open);
	const facts = { ...counted, entries: await countedEntries(ctx, row), ...(await loadBoxHead(ctx, row.id)), openers: threshold };
	await moveProcedure(ctx, { id: row.id, move: 'unseal', facts, sealed: { minutes: await minutesOf(ctx, by) } });
}

async function openPrices(ctx: Ctx, { row, open, by }: Opening): Promise<void> {
	const facts = { ...(await openOffers(ctx, row, open)), openers: threshold };
	await appendEntry(ctx, { recordId: row.id, kind: 'offers.opened', facts, sealed: { minutes: await minutesOf(ctx, by) } });
}

/**
 * An opener hands in their key. With the second one the box is opened: the concepts after the deadline, the prices after the points are locked. The key
 * is used and forgotten. Returns whether it is open now. Throws 401, 403, 404, 409, 422.
 */
export async function handKey(
	ctx: Ctx,
	{ id, kind, secretKey }: { id: string; kind: SealKind; secretKey: string }
): Promise<{ isOpen: boolean }> {
	await findProcedureHead(ctx, id);
	if (!(await loadDuties(ctx, id)).some(({ isOpener }) => isOpener))
		throw forbidden('Öffnen können nur die Personen, die dafür benannt sind.');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db.select().from(procedures).where(eq(procedures.id, id)).for('update');
		if (!row) throw refused('gone', 'Dieses Verfahren gibt es nicht mehr.');
		await checkOpening(inside, row, kind);
		const which = { subjectId: id, round: row.round, kind };
		const { isOpen, by } = await handShare(inside, { ...which, key: secretKey });
		const open = isOpen ? await loadOpenedSeal(inside, which) : null;
		if (open) await (kind === 'concepts' ? openConcepts : openPrices)(inside, { row, open, by });
		return { isOpen };
	});
}
