import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import { caseInternalNotes, caseSharedNotes } from './case-tables.ts';
import { caseAsParty, caseAtDesk, deskOf, type CaseRow } from './internal/case-for.ts';
import { noteFirstWord } from './internal/first-word.ts';
import { tellDesk, tellParties } from './internal/tell.ts';

type Words = { id: string; text: string };

function checkWritable({ state }: CaseRow): void {
	if (!isWritable(state)) throw refused('case-ended', 'Dieser Fall ist beendet. Wer noch etwas braucht, meldet sich bitte beim Büro.');
}

const by = ({ actor, now }: Ctx) => ({ byPersonId: actor?.id ?? null, at: now });

/** A note that only the office reads. Throws 404, 409. */
export async function writeInternalNote(ctx: Ctx, { id, text }: Words): Promise<void> {
	const { row } = await caseAtDesk(ctx, id);
	checkWritable(row);
	await ctx.db.insert(caseInternalNotes).values({ id: newId(), caseId: id, desk: deskOf(row), text, ...by(ctx) });
}

/** A note that all parties read; they hear of it. Throws 404, 409. */
export async function writeSharedNote(ctx: Ctx, { id, text }: Words): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		checkWritable(row);
		const noteId = newId();
		await db.insert(caseSharedNotes).values({ id: noteId, caseId: id, text, isFromDesk: true, ...by(ctx) });
		await noteFirstWord(inside, id);
		await tellParties(inside, row, {
			kind: 'case-note',
			subjectId: noteId,
			title: `Neues im Fall: ${row.title}`,
			text: shortened(text, 200)
		});
	});
}

/** A party writes; all parties read it, and the office hears of it even while the case sleeps. Throws 404, 409. */
export async function writeAsParty(ctx: Ctx, { id, text }: Words): Promise<void> {
	await caseAsParty(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, party } = await caseAsParty(inside, id, { lock: true });
		checkWritable(row);
		const noteId = newId();
		await db.insert(caseSharedNotes).values({ id: noteId, caseId: id, text, partyId: party.id, isFromDesk: false, ...by(ctx) });
		const told = { kind: 'case-note', subjectId: noteId, title: `Neues im Fall: ${row.title}`, text: shortened(text, 200) };
		await tellDesk(inside, row, told);
		await tellParties(inside, row, told);
	});
}
