import { eq } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { criteriaSet, toCriteriaFile } from '../criteria-set.ts';
import type { Kind } from '../procedure.ts';
import { criteriaOf } from '../public-call.ts';
import { proposedTimeline, workday } from '../timeline.ts';
import { insertSet } from './internal/insert-set.ts';
import { keepGrant } from './internal/keep-grant.ts';
import { loadGrant } from './internal/load-grant.ts';
import { heldProcedure, type ProcedureRow } from './internal/procedure-for.ts';
import { loadFrozen } from './load-frozen.ts';
import { loadPartner } from './load-partner.ts';
import { keepPartner } from './save-partner.ts';
import { procedureMembers, procedures, procedureSteps, procedureUnits } from './tables.ts';

function draftFrom(row: ProcedureRow, kind: Kind, { now, actor }: Ctx): typeof procedures.$inferInsert {
	const { propertyId, title, transfer, goal, terms, handIn, priceRule, priceCents, priceUnit, priceShare, priceFullCents } = row;
	const { termYears, decidingBody, tieRule, mandate, preflight, hours, isBlind, openness, isDemo } = row;
	const by = actor?.id ?? null;
	return {
		...{ id: newId(), repeats: row.id, propertyId, title, kind, transfer, goal, terms, handIn },
		...{ priceRule, priceCents, priceUnit, priceShare, priceFullCents, termYears, decidingBody, tieRule, mandate, preflight, hours },
		...{ isBlind, openness, isDemo, timeline: proposedTimeline(kind, workday(dayAfter(dayOf(now), 28))) },
		...{ createdBy: by, createdAt: now, updatedBy: by, updatedAt: now }
	};
}

async function copyPeopleAndRooms(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
	const members = await ctx.db.select().from(procedureMembers).where(eq(procedureMembers.procedureId, from));
	const ids = new Map(members.map(({ id }) => [id, newId()]));
	const copies = members.map((member) => ({
		...member,
		...{ id: ids.get(member.id) ?? newId(), procedureId: to, createdAt: ctx.now },
		deputyFor: member.deputyFor ? (ids.get(member.deputyFor) ?? null) : null
	}));
	// Whoever is stood in for comes first: the database asks for them.
	if (copies.length)
		await ctx.db.insert(procedureMembers).values(copies.sort((a, b) => Number(a.deputyFor !== null) - Number(b.deputyFor !== null)));
	const rooms = await ctx.db.select().from(procedureUnits).where(eq(procedureUnits.procedureId, from));
	if (rooms.length) await ctx.db.insert(procedureUnits).values(rooms.map(({ unitId }) => ({ procedureId: to, unitId })));
}

/**
 * A draft that goes on from another one: words, people, rooms and the criteria as last published, with days of its own. In the transaction of the
 * command that asked who may and whether. Returns its id. Throws 409 where it was begun already.
 */
export async function continueProcedure(ctx: Ctx, { row, kind }: { row: ProcedureRow; kind: Kind }): Promise<string> {
	const { db } = ctx;
	const { id } = row;
	const [had] = await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.repeats, id));
	if (had) throw refused('repeated', 'Das nächste Verfahren ist schon begonnen. Es steht in der Liste der Verfahren.');
	const draft = draftFrom(row, kind, ctx);
	await db.insert(procedures).values(draft);
	const { frozen } = await loadFrozen(ctx, id);
	await insertSet(ctx, draft.id, criteriaSet.parse(toCriteriaFile(criteriaOf(frozen), { title: row.title, source: '' })));
	const [grant, partner] = [await loadGrant(ctx, id), await loadPartner(ctx, id)];
	if (grant) await keepGrant(ctx, draft.id, grant);
	if (partner) await keepPartner(ctx, draft.id, partner);
	await copyPeopleAndRooms(ctx, { from: id, to: draft.id });
	const by = { byPersonId: ctx.actor?.id ?? null, at: ctx.now };
	await db.insert(procedureSteps).values({ id: newId(), procedureId: draft.id, step: 'begin', from: 'none', to: 'draft', ...by });
	await appendEntry(ctx, { recordId: id, kind: row.state === 'cancelled' ? 'procedure.repeated' : 'procedure.continued' });
	await recordEvent(ctx, 'procedure.begun', { subjectId: draft.id, data: { property: row.propertyId, repeats: id } });
	return draft.id;
}

/** Begins a procedure anew after it was cancelled. Returns its id. Throws 401, 404, 409. */
export function repeatProcedure(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldProcedure(inside, id);
		if (row.state !== 'cancelled') throw refused('not-cancelled', 'Wiederholen lässt sich ein Verfahren, das aufgehoben ist.');
		return continueProcedure(inside, { row, kind: row.kind });
	});
}
