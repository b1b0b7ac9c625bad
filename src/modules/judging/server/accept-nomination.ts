import { and, eq, inArray } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotBoth, whyNotName } from '#modules/procedures/naming.ts';
import { ownNomination } from '#modules/procedures/server/end-nomination.ts';
import { loadPlace, rolesOf } from '#modules/procedures/server/load-place.ts';
import { seatMember } from '#modules/procedures/server/seat-member.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { withdrawals } from './tables.ts';

/** Whether whoever asks writes a concept in this procedure that may still count. */
async function writesOne({ db, actor }: Ctx, procedureId: string): Promise<boolean> {
	const mine = and(
		...[eq(concepts.procedureId, procedureId), eq(conceptMembers.personId, actor?.id ?? '')],
		inArray(concepts.state, ['draft', 'submitted', 'opened', 'lapsed'])
	);
	const [found] = await db
		.select({ id: concepts.id })
		.from(conceptMembers)
		.innerJoin(concepts, eq(concepts.id, conceptMembers.conceptId))
		.where(mine)
		.limit(1);
	return found !== undefined;
}

/** A chair of the jury that changes hands: what was handed in stays, whether it counts is decided, as with everybody who leaves. */
export async function noteWithdrawal(ctx: Ctx, { id, memberId, reason }: { id: string; memberId: string; reason: string }): Promise<void> {
	const row = { memberId, procedureId: id, reason, byPersonId: ctx.actor?.id ?? null, at: ctx.now };
	const [fresh] = await ctx.db.insert(withdrawals).values(row).onConflictDoNothing().returning();
	if (fresh) await appendEntry(ctx, { recordId: id, kind: 'juror.withdrawn', sealed: { members: [memberId], reason } });
}

/**
 * Says yes to taking part. Whoever writes a concept cannot, and is told so alone: the office only sees that no answer came. Conflicts are declared anew by
 * whoever comes. Returns the procedure's id. Throws 401, 403, 404, 409.
 */
export async function acceptNomination(ctx: Ctx, { nominationId }: { nominationId: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { nomination, procedure } = await ownNomination(inside, nominationId);
		if (await writesOne(inside, procedure.id))
			throw forbidden(
				'Sie schreiben in diesem Verfahren an einem Konzept. Wer sich bewirbt, kann nicht mitentscheiden. Bitte sagen Sie ab; die Kommune erfährt den Grund nicht.'
			);
		const place = await loadPlace(inside, nomination);
		const isOpened = procedure.round > 1 || !['open', 'closed'].includes(procedure.state);
		const not = whyNotName(place, procedure) ?? whyNotBoth(await rolesOf(inside, procedure.id), { role: place.role, isOpened });
		if (not) throw refused(not.code, not.message);
		const { left } = await seatMember(inside, nomination);
		if (left && place.role === 'juror') await noteWithdrawal(inside, { id: procedure.id, memberId: left.id, reason: nomination.reason });
		return procedure.id;
	});
}
