import { and, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { dueAt, joiningStates, type Category } from '../../matter.ts';
import { contentMatters } from '../tables.ts';
import type { FoundContent } from './contents.ts';
import type { MatterRow } from './load-matter.ts';
import { moveMatter } from './move-matter.ts';

async function openMatter(ctx: Ctx, { kind, id }: FoundContent): Promise<MatterRow | null> {
	const same = and(eq(contentMatters.kind, kind), eq(contentMatters.contentId, id), inArray(contentMatters.state, [...joiningStates]));
	const [row] = await ctx.db.select().from(contentMatters).where(same).for('update');
	return row ?? null;
}

/** The matter of this content: the open one, or a new one with the content frozen as it stands. Of two at one moment the second finds the first. */
export async function matterOf(ctx: Ctx, found: FoundContent, category: Category): Promise<{ matter: MatterRow; isNew: boolean }> {
	const { kind, id: contentId, ...content } = found;
	const due = dueAt(category, ctx.now);
	const [made] = await ctx.db
		.insert(contentMatters)
		.values({ id: newId(), kind, contentId, ...content, category, state: 'open', dueAt: due, createdAt: ctx.now })
		.onConflictDoNothing()
		.returning();
	if (made) return { matter: made, isNew: true };
	const matter = await openMatter(ctx, found);
	if (!matter) throw refused('changed-meanwhile', 'Über diesen Inhalt wurde eben entschieden. Bitte noch einmal abschicken.');
	await moveMatter(ctx, matter, { step: 'join', byPerson: false, set: due < matter.dueAt ? { category, dueAt: due } : {} });
	return { matter, isNew: false };
}
