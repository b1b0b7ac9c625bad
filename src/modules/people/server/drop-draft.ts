import { and, eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import type { DraftPlace } from './find-draft.ts';
import { drafts } from './tables.ts';

/** Forgets a draft, because it was finished or is not wanted any more; none is fine too. */
export async function dropDraft(ctx: Ctx, { form, subjectId = '' }: DraftPlace): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	await ctx.db.delete(drafts).where(and(eq(drafts.personId, ctx.actor.id), eq(drafts.form, form), eq(drafts.subjectId, subjectId)));
}
