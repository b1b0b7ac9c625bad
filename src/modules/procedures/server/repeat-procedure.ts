import { eq } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { criteriaSet, toCriteriaFile } from '../criteria-set.ts';
import { criteriaOf } from '../public-call.ts';
import { proposedTimeline, workday } from '../timeline.ts';
import { insertSet } from './internal/insert-set.ts';
import { keepGrant } from './internal/keep-grant.ts';
import { loadGrant } from './internal/load-grant.ts';
import { heldProcedure, type ProcedureRow } from './internal/procedure-for.ts';
import { loadFrozen } from './load-frozen.ts';
import { procedureMembers, procedures, procedureSteps, procedureUnits } from './tables.ts';

function draftFrom(row: ProcedureRow, { now, actor }: Ctx): typeof procedures.$inferInsert {
	const { propertyId, title, kind, transfer, goal, terms, handIn, priceRule, priceCents, priceUnit, priceShare, priceFullCents } = row;
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

/** Begins a procedure anew after it was cancelled: a draft with words, people, rooms and the criteria as last published, with days of its own. Returns its id. Throws 401, 404, 409. */
export async function repeatProcedure(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldProcedure(inside, id);
		if (row.state !== 'cancelled') throw refused('not-cancelled', 'Wiederholen lässt sich ein Verfahren, das aufgehoben ist.');
		const [had] = await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.repeats, id));
		if (had) throw refused('repeated', 'Die Wiederholung ist schon begonnen. Sie steht in der Liste der Verfahren.');
		const draft = draftFrom(row, ctx);
		await db.insert(procedures).values(draft);
		const { frozen } = await loadFrozen(inside, id);
		await insertSet(inside, draft.id, criteriaSet.parse(toCriteriaFile(criteriaOf(frozen), { title: row.title, source: '' })));
		const grant = await loadGrant(inside, id);
		if (grant) await keepGrant(inside, draft.id, grant);
		await copyPeopleAndRooms(inside, { from: id, to: draft.id });
		const step = {
			procedureId: draft.id,
			step: 'begin',
			from: 'none',
			to: 'draft',
			byPersonId: ctx.actor?.id ?? null,
			at: ctx.now
		} as const;
		await db.insert(procedureSteps).values({ id: newId(), ...step });
		await appendEntry(inside, { recordId: id, kind: 'procedure.repeated' });
		await recordEvent(inside, 'procedure.begun', { subjectId: draft.id, data: { property: row.propertyId, repeats: id } });
		return draft.id;
	});
}
