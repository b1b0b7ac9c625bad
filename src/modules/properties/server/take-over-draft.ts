import { forbidden } from '#lib/refusal.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { findDraft } from '#modules/people/server/find-draft.ts';
import { handOverDraft } from '#modules/people/server/hand-over-draft.ts';
import { locateHouse } from './locate-house.ts';
import type { RecordDraft } from './record-draft.ts';

type Left = { personId: string; ags: string };

/** Whether somebody who left has begun to record a house of this municipality. What they write down elsewhere stays theirs. Returns since when, or null. */
export async function findLeftDraft(ctx: Ctx, { personId, ags }: Left): Promise<Date | null> {
	if (!isEditorOf(ctx.actor, ags)) throw forbidden();
	const theirs = { ...ctx, actor: { id: personId, name: '', email: '', grants: [] } };
	const draft = await findDraft(theirs, { form: 'raum' });
	const typed = (draft?.values as Partial<RecordDraft> | undefined)?.typed;
	if (!draft || !typed) return null;
	const place = await locateHouse(theirs, typed, {});
	return place?.ags === ags ? draft.updatedAt : null;
}

/** Whoever edits for the municipality goes on with the house that somebody who left had begun to record. */
export async function takeOverDraft(ctx: Ctx, left: Left): Promise<void> {
	if (!(await findLeftDraft(ctx, left)) || !ctx.actor) return;
	await handOverDraft(ctx, { form: 'raum', from: left.personId, to: ctx.actor.id });
}
