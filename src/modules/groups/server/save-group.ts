import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { GroupInput } from '../forms.ts';
import { shortestIdea } from '../group.ts';
import { checkAlive, groupForSpeaker } from './internal/group-for.ts';
import { openTalk } from './internal/talk.ts';
import { note } from './internal/tell.ts';
import { groups } from './tables.ts';

/** What the group wants and whom it seeks, as its page says it. Throws 401, 403, 404, 409, 422. */
export async function saveGroup(ctx: Ctx, { id, name, idea = '', seeks = '' }: GroupInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		if (row.shownAt && idea.length < shortestIdea)
			throw refused(
				'no-idea',
				`Alle lesen Euer Vorhaben: Bitte mindestens ${shortestIdea} Zeichen, oder zeigt die Gruppe zuerst nicht mehr.`,
				'idea'
			);
		await db.update(groups).set({ name, idea, seeks, updatedAt: ctx.now }).where(eq(groups.id, id));
		if (name !== row.name) await openTalk(inside, { id, name });
		await note(inside, row, { kind: 'changed' });
	});
}
