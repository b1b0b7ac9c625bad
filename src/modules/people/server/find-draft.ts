import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { drafts } from './tables.ts';

/** Which form, and which thing it is about; without `subjectId` it is about something that does not exist yet. */
export type DraftPlace = { form: string; subjectId?: string };
export type Draft = { values: Record<string, unknown>; updatedAt: Date };

/** The half-finished input of the person who asks, or `null`. */
export async function findDraft(ctx: Ctx, { form, subjectId = '' }: DraftPlace): Promise<Draft | null> {
	if (!ctx.actor) return null;
	const [row] = await ctx.db
		.select({ values: drafts.values, updatedAt: drafts.updatedAt })
		.from(drafts)
		.where(and(eq(drafts.personId, ctx.actor.id), eq(drafts.form, form), eq(drafts.subjectId, subjectId)));
	return row ?? null;
}
