import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import { contactPoints } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import type { RecommendationInput } from '../forms-case.ts';
import { caseParties, recommendations } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';
import { noteFirstWord } from './internal/first-word.ts';
import { tellParties } from './internal/tell.ts';

async function checkNamed(ctx: Ctx, id: string, { partyId, contactPointId }: RecommendationInput): Promise<void> {
	if (partyId) {
		const taking = and(eq(caseParties.id, partyId), eq(caseParties.caseId, id), isNull(caseParties.endedAt));
		if (!(await ctx.db.$count(caseParties, taking))) throw refused('no-party', 'Diese Person ist nicht mehr beteiligt.', 'partyId');
	}
	if (contactPointId && !(await ctx.db.$count(contactPoints, eq(contactPoints.id, contactPointId))))
		throw refused('no-contact', 'Diese Ansprechperson gibt es nicht mehr.', 'contactPointId');
}

/** Recommends something to one party or to all: a word, something to read, money, a contact. They hear of it. Throws 404, 409, 422. */
export async function saveRecommendation(ctx: Ctx, { id, input }: { id: string; input: RecommendationInput }): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		await checkNamed(inside, id, input);
		const recommendationId = newId();
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now };
		await db.insert(recommendations).values({ id: recommendationId, caseId: id, ...input, ...stamp });
		await noteFirstWord(inside, id);
		const told = {
			kind: 'case-recommendation',
			subjectId: recommendationId,
			title: `Empfehlung: ${row.title}`,
			text: shortened(input.text, 200)
		};
		await tellParties(inside, row, { ...told, ...(input.partyId && { partyIds: [input.partyId] }) });
	});
}
