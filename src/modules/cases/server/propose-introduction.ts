import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import type { IntroductionInput } from '../forms-case.ts';
import { caseParties, introductions } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';
import { noteStep } from './internal/note-step.ts';
import { tellParties } from './internal/tell.ts';

/** The office proposes that two parties speak with each other; both are asked, and neither sees how to reach the other before both agreed. Throws 404, 409, 422. */
export async function proposeIntroduction(ctx: Ctx, { id, input }: { id: string; input: IntroductionInput }): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		const both = [input.firstId, input.secondId];
		if (input.firstId === input.secondId) throw refused('one', 'Bitte zwei verschiedene Beteiligte wählen.', 'secondId');
		const reading = and(
			inArray(caseParties.id, both),
			eq(caseParties.caseId, id),
			isNull(caseParties.endedAt),
			ne(caseParties.access, 'none')
		);
		if ((await db.$count(caseParties, reading)) !== 2)
			throw refused('no-party', 'Vorstellen lassen sich nur Beteiligte, die mitlesen: Beide müssen zusagen können.', 'secondId');
		const pair = or(
			and(eq(introductions.firstId, input.firstId), eq(introductions.secondId, input.secondId)),
			and(eq(introductions.firstId, input.secondId), eq(introductions.secondId, input.firstId))
		);
		if (await db.$count(introductions, and(pair, ne(introductions.state, 'declined'))))
			throw refused('known', 'Dieser Vorschlag liegt schon bei beiden.');
		const introductionId = newId();
		await db
			.insert(introductions)
			.values({ id: introductionId, caseId: id, ...input, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now });
		const written = {
			caseId: id,
			machine: 'introduction',
			subjectId: introductionId,
			step: 'propose',
			from: 'none',
			to: 'proposed'
		} as const;
		await noteStep(inside, written);
		const told = {
			kind: 'case-introduction',
			subjectId: introductionId,
			title: `Möchten Sie sich kennenlernen? ${row.title}`,
			text: shortened(input.text, 200)
		};
		await tellParties(inside, row, { ...told, topic: 'contact', partyIds: both });
	});
}
