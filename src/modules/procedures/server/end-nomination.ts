import { and, eq, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { tellTown } from './internal/tell-town.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { procedureNominations, procedures } from './tables.ts';

export type Nomination = typeof procedureNominations.$inferSelect;
const answered = 'Diese Anfrage ist schon beantwortet oder zurückgenommen.';

/** The open question to whoever asks, with the procedure's row held; part of the commands that answer it. Throws 401, 404. */
export async function ownNomination(
	ctx: Ctx,
	nominationId: string
): Promise<{ nomination: Nomination; procedure: typeof procedures.$inferSelect }> {
	if (!ctx.actor) throw unauthenticated();
	const mine = and(
		...[eq(procedureNominations.id, nominationId), isNull(procedureNominations.endedAt), eq(people.id, ctx.actor.id)],
		eq(people.emailVerified, true)
	);
	const [found] = isUuid(nominationId)
		? await ctx.db
				.select({ procedureId: procedureNominations.procedureId })
				.from(procedureNominations)
				.innerJoin(people, eq(people.email, procedureNominations.email))
				.where(mine)
		: [];
	if (!found) throw notFound(answered);
	const [procedure] = await ctx.db.select().from(procedures).where(eq(procedures.id, found.procedureId)).for('update');
	const [nomination] = await ctx.db
		.select()
		.from(procedureNominations)
		.where(and(eq(procedureNominations.id, nominationId), isNull(procedureNominations.endedAt)));
	if (!procedure || !nomination) throw notFound(answered);
	return { nomination, procedure };
}

/** The address goes once a question is answered. */
export async function closeNomination(
	ctx: Pick<Ctx, 'db' | 'now'>,
	id: string,
	outcome: 'accepted' | 'declined' | 'withdrawn'
): Promise<void> {
	await ctx.db.update(procedureNominations).set({ endedAt: ctx.now, outcome, email: '' }).where(eq(procedureNominations.id, id));
}

/** Says no, without a word why. The office hears. Throws 401, 404. */
export async function declineNomination(ctx: Ctx, { nominationId }: { nominationId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { nomination, procedure } = await ownNomination(inside, nominationId);
		await closeNomination(inside, nomination.id, 'declined');
		const [house] = await db.select({ ags: properties.ags }).from(properties).where(eq(properties.id, procedure.propertyId));
		const data = {
			title: `${nomination.name} hat abgesagt`,
			text: `Verfahren „${procedure.title}“: Bitte jemand anderen fragen.`,
			href: `/buero/verfahren/${procedure.id}/beteiligte`
		};
		await tellTown(inside, { ags: house?.ags ?? '', kind: 'procedure-declined', subjectId: nomination.id, data });
	});
}

/** Takes a question back. Throws 401, 403, 404. */
export async function withdrawNomination(ctx: Ctx, { id, nominationId }: { id: string; nominationId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await heldByTown(inside, id);
		const open = and(
			...[eq(procedureNominations.id, nominationId), eq(procedureNominations.procedureId, id), isNull(procedureNominations.endedAt)]
		);
		const [found] = await db.select({ id: procedureNominations.id }).from(procedureNominations).where(open);
		if (!found) throw notFound(answered);
		await closeNomination(inside, nominationId, 'withdrawn');
	});
}
