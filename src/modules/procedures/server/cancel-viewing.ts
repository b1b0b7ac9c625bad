import { and, eq, gt } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadPage } from './internal/page.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { tellGuests } from './internal/tell.ts';
import { lockViewing, type ViewingRow } from './internal/viewing-guests.ts';
import { procedureViewings } from './publication-tables.ts';

async function callOff(ctx: Ctx, viewing: ViewingRow, reason: string): Promise<void> {
	const { id, procedureId, startsAt, sequence } = viewing;
	await ctx.db
		.update(procedureViewings)
		.set({ state: 'cancelled', cancelReason: reason, sequence: sequence + 1, updatedAt: ctx.now })
		.where(eq(procedureViewings.id, id));
	const page = await loadPage(ctx, procedureId);
	const told = { kind: 'procedure-viewing-cancelled', subjectId: id, title: `Abgesagt: Besichtigung, ${page?.title ?? ''}` };
	await tellGuests(ctx, id, {
		...told,
		text: `${momentText(startsAt)} findet nicht statt. ${reason}`,
		href: `/verfahren/${page?.slug ?? ''}#termine`
	});
}

/** Calls a date off, with the reason that everybody reads; whoever signed up hears at once. Throws 401, 404, 409. */
export async function cancelViewing(ctx: Ctx, { id, viewingId, reason }: { id: string; viewingId: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldByTown(inside, id);
		const viewing = await lockViewing(inside, id, viewingId);
		if (viewing.state !== 'planned' || viewing.startsAt <= ctx.now)
			throw refused('viewing-over', 'Dieser Termin ist schon abgesagt oder vorbei.');
		await callOff(inside, viewing, reason);
		if (row.state !== 'ready')
			await appendEntry(inside, { recordId: id, kind: 'viewing.cancelled', facts: { viewing: viewingId, reason } });
	});
}

/** Calls off all dates ahead, because the procedure ends. In the caller's transaction, which has asked who may. */
export async function cancelViewings(ctx: Ctx, procedureId: string, reason: string): Promise<void> {
	const ahead = and(
		eq(procedureViewings.procedureId, procedureId),
		eq(procedureViewings.state, 'planned'),
		gt(procedureViewings.startsAt, ctx.now)
	);
	const rows = await ctx.db.select().from(procedureViewings).where(ahead).for('update');
	for (const viewing of rows) await callOff(ctx, viewing, reason);
}
