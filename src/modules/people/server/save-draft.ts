import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import type { DraftPlace } from './find-draft.ts';
import { drafts } from './tables.ts';

const largest = 200_000;

/** Keeps what somebody typed so far: one draft per person, form and thing, the last one wins. */
export async function saveDraft(
	ctx: Ctx,
	{ form, subjectId = '', values }: DraftPlace & { values: Record<string, unknown> }
): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	if (JSON.stringify(values).length > largest)
		throw refused('draft-too-large', 'Der Entwurf ist zu groß zum Zwischenspeichern. Bitte kürzen.');
	await ctx.db
		.insert(drafts)
		.values({ id: newId(), personId: ctx.actor.id, form, subjectId, values, updatedAt: ctx.now })
		.onConflictDoUpdate({ target: [drafts.personId, drafts.form, drafts.subjectId], set: { values, updatedAt: ctx.now } });
}
