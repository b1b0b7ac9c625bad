import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { AnswerKnockInput } from '../forms.ts';
import { addMember } from './internal/add-member.ts';
import { checkAlive, groupForSpeaker } from './internal/group-for.ts';
import { note, tellPerson } from './internal/tell.ts';
import { groupKnocks } from './tables.ts';

/** Takes somebody in who knocked, or says no, with or without a word. Throws 401, 403, 404, 409. */
export async function answerKnock(ctx: Ctx, { id, knockId, answer, words }: AnswerKnockInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		const waiting = and(eq(groupKnocks.id, knockId), eq(groupKnocks.groupId, id), eq(groupKnocks.state, 'open'));
		const state = answer === 'accept' ? 'accepted' : 'declined';
		const [knock] = await db
			.update(groupKnocks)
			.set({ state, answer: words ?? null, decidedAt: ctx.now, decidedBy: me.personId })
			.where(waiting)
			.returning();
		if (!knock) throw notFound('Darauf hat schon jemand geantwortet, oder die Anfrage ist zurückgenommen.');
		const { personId } = knock;
		if (state === 'accepted') await addMember(inside, row, personId);
		await note(inside, row, { kind: state === 'accepted' ? 'joined' : 'declined', personId });
		const told = state === 'accepted' ? 'Ihr seid dabei.' : 'Diesmal passt es nicht.';
		const href = state === 'accepted' ? `/konto/gruppen/${id}` : `/gruppen/${row.slug}`;
		await tellPerson(inside, personId, { title: `Antwort von „${row.name}“`, text: words ? `${told} ${words}` : told, href });
	});
}
