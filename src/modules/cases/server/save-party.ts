import { and, eq, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable } from '../case.ts';
import type { PartyInput } from '../forms-case.ts';
import { caseParties } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';
import { insertParty } from './internal/insert-party.ts';

/** Somebody takes part in a case from now on, with what they may see. Throws 404, 409. */
export async function saveParty(ctx: Ctx, { id, input }: { id: string; input: PartyInput }): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		await insertParty(inside, row, input);
	});
}

/** A party takes part no longer and reads nothing any more; what it wrote stays. Throws 404. */
export async function endParty(ctx: Ctx, { id, partyId }: { id: string; partyId: string }): Promise<void> {
	await caseAtDesk(ctx, id);
	if (!isUuid(partyId)) throw notFound();
	const [ended] = await ctx.db
		.update(caseParties)
		.set({ endedAt: ctx.now })
		.where(and(eq(caseParties.id, partyId), eq(caseParties.caseId, id), isNull(caseParties.endedAt)))
		.returning({ id: caseParties.id });
	if (!ended) throw notFound('Diese Person ist nicht mehr beteiligt.');
}
