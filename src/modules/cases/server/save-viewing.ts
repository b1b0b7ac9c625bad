import { and, eq, ne } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { isWritable } from '../case.ts';
import type { ViewingInput } from '../forms-case.ts';
import { viewingGuests, viewings } from './case-tables.ts';
import { caseAtDesk, type CaseRow } from './internal/case-for.ts';
import { noteFirstWord } from './internal/first-word.ts';
import { lockViewing, moveUp, takenPlaces } from './internal/viewing-guests.ts';
import { tellParties } from './internal/tell.ts';

const usualMinutes = 60;

function fieldsOf({ title, startsAt, minutes = usualMinutes, place, note = '', capacity, isPublic = false }: ViewingInput) {
	const endsAt = new Date(startsAt.getTime() + Math.round(minutes) * 60_000);
	return { title, startsAt, endsAt, place, note, isPublic, capacity: capacity === undefined ? null : Math.round(capacity) };
}

async function change(
	ctx: Ctx,
	row: CaseRow,
	{ viewingId, fields }: { viewingId: string; fields: ReturnType<typeof fieldsOf> }
): Promise<void> {
	const viewing = await lockViewing(ctx, row.id, viewingId);
	if (viewing.state !== 'planned') throw refused('viewing-over', 'Dieser Termin ist abgesagt oder vorbei. Bitte einen neuen anlegen.');
	const taken = await takenPlaces(ctx, viewingId);
	if (fields.capacity !== null && taken > fields.capacity)
		throw refused('fewer-places', `Es haben schon ${taken} Menschen zugesagt. Weniger Plätze gehen nicht.`, 'capacity');
	const isMoved = viewing.startsAt.getTime() !== fields.startsAt.getTime() || viewing.place !== fields.place;
	const [after] = await ctx.db
		.update(viewings)
		.set({ ...fields, sequence: viewing.sequence + 1, updatedAt: ctx.now, ...(isMoved && { remindedAt: null }) })
		.where(eq(viewings.id, viewingId))
		.returning();
	if (after) await moveUp(ctx, row, after);
	if (!isMoved) return;
	const guests = await ctx.db
		.select({ id: viewingGuests.partyId })
		.from(viewingGuests)
		.where(and(eq(viewingGuests.viewingId, viewingId), ne(viewingGuests.state, 'declined')));
	const text = `Jetzt ${momentText(fields.startsAt)}, ${fields.place}.`;
	const told = { kind: 'case-viewing-moved', subjectId: `${viewingId}:${viewing.sequence + 1}`, topic: 'cancellation' as const };
	if (guests.length)
		await tellParties(ctx, row, { ...told, viewingId, title: `Verlegt: ${fields.title}`, text, partyIds: guests.map(({ id }) => id) });
}

/** Plans a date to look at a house, or changes one that is planned; who had said yes hears when it moves. Returns its id. Throws 404, 409, 422. */
export async function saveViewing(ctx: Ctx, { id, input }: { id: string; input: ViewingInput }): Promise<string> {
	await caseAtDesk(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		if (input.startsAt <= ctx.now) throw refused('past', 'Dieser Zeitpunkt ist vorbei.', 'startsAt');
		const fields = fieldsOf(input);
		const viewingId = input.viewingId ?? newId();
		if (fields.isPublic) await checkMayShow(inside, { kind: 'viewing', id: viewingId });
		if (input.viewingId) {
			await change(inside, row, { viewingId, fields });
			return viewingId;
		}
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now };
		await db.insert(viewings).values({ id: viewingId, caseId: id, ...fields, ...stamp });
		await noteFirstWord(inside, id);
		const text = `${momentText(fields.startsAt)}, ${fields.place}. Bitte zu- oder absagen.`;
		await tellParties(inside, row, { kind: 'case-viewing', subjectId: viewingId, title: `Termin: ${fields.title}`, text });
		return viewingId;
	});
}
