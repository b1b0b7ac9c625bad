import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import type { ContentRef } from '../content.ts';
import { withheldContents } from './content-tables.ts';

const that = ({ kind, id }: ContentRef) => and(eq(withheldContents.kind, kind), eq(withheldContents.contentId, id));

/** Writes down that content is withheld, with what brings it back. Part of the module's own command, in its transaction. Throws 409 for what is withheld already. */
export async function holdBack(ctx: Pick<Ctx, 'db' | 'now'>, content: ContentRef, before: Record<string, unknown> = {}): Promise<void> {
	const held = await ctx.db
		.insert(withheldContents)
		.values({ kind: content.kind, contentId: content.id, before, since: ctx.now })
		.onConflictDoNothing()
		.returning({ id: withheldContents.contentId });
	if (!held.length) throw refused('withheld-already', 'Dieser Inhalt ist schon ausgeblendet.');
}

/** Ends it and hands back what was written down; null for what is not withheld. */
export async function giveBack<Before extends Record<string, unknown>>(ctx: Pick<Ctx, 'db'>, content: ContentRef): Promise<Before | null> {
	const [row] = await ctx.db.delete(withheldContents).where(that(content)).returning({ before: withheldContents.before });
	return (row?.before as Before | undefined) ?? null;
}
