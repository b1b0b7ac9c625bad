import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { lastOne } from '../concept.ts';
import { whyNotHandIn } from '../window.ts';
import { conceptForLead, conceptForWriter, type Held } from './internal/concept-for.ts';
import { conceptMembers } from './tables.ts';

const isWriter = (conceptId: string, personId: string) =>
	and(eq(conceptMembers.conceptId, conceptId), eq(conceptMembers.personId, personId));

const isOpen = (ctx: Pick<Ctx, 'now'>, { row, procedure }: Pick<Held, 'row' | 'procedure'>): boolean =>
	whyNotHandIn(procedure, { ofRound: row.round, at: ctx.now }) === null;

/** Leaves a concept; whoever leads hands over to the one who is in it longest. The last one is asked what to do. Throws 401, 404, 409. */
export async function leaveConcept(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { members, row, procedure, isLead } = await conceptForWriter(inside, id, { lock: true });
		const me = ctx.actor?.id ?? '';
		const [next] = members.filter(({ personId }) => personId !== me);
		if (!next)
			throw refused('last-one', `Ihr seid die letzte Person. ${lastOne(row.state, { isInTime: isOpen(ctx, { row, procedure }) })}`);
		await db.delete(conceptMembers).where(isWriter(id, me));
		if (isLead) await db.update(conceptMembers).set({ role: 'lead' }).where(isWriter(id, next.personId));
	});
}

/** Somebody else answers for the concept from now on. Throws 401, 403, 404. */
export async function handOverConcept(ctx: Ctx, { id, personId }: { id: string; personId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { members } = await conceptForLead({ ...ctx, db }, id);
		if (!members.some((one) => one.personId === personId)) throw notFound('Diese Person schreibt nicht mit.');
		await db.update(conceptMembers).set({ role: 'writer' }).where(eq(conceptMembers.conceptId, id));
		await db.update(conceptMembers).set({ role: 'lead' }).where(isWriter(id, personId));
	});
}

/** Asks somebody out of it. Throws 401, 403, 404, 409. */
export async function removeWriter(ctx: Ctx, { id, personId }: { id: string; personId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { members } = await conceptForLead({ ...ctx, db }, id);
		if (!members.some((one) => one.personId === personId)) throw notFound('Diese Person schreibt nicht mit.');
		if (personId === ctx.actor?.id) throw refused('oneself', 'Euch selbst nehmt Ihr mit „Nicht mehr mitschreiben“ heraus.');
		await db.delete(conceptMembers).where(isWriter(id, personId));
	});
}
