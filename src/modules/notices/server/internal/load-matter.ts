import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, Refusal, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { mayDecideMatters } from '../../policy.ts';
import { contentDecisions, contentMatters } from '../tables.ts';

export type MatterRow = typeof contentMatters.$inferSelect;
export type DecisionRow = typeof contentDecisions.$inferSelect;

/** A matter for whoever decides, its row held until the transaction ends where `lock` says so. Throws 401, 403, 404. */
export async function matterFor(ctx: Ctx, id: string, { lock = false }: { lock?: boolean } = {}): Promise<MatterRow> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayDecideMatters(ctx.actor)) throw forbidden('Über Hinweise entscheidet, wer die Plattform betreibt.');
	if (!isUuid(id)) throw notFound();
	const asked = ctx.db.select().from(contentMatters).where(eq(contentMatters.id, id));
	const [row] = lock ? await asked.for('update') : await asked;
	if (!row) throw notFound('Diese Sache gibt es nicht oder nicht mehr.');
	return row;
}

export async function decisionOf(ctx: Pick<Ctx, 'db'>, matterId: string): Promise<DecisionRow | null> {
	const [row] = await ctx.db.select().from(contentDecisions).where(eq(contentDecisions.matterId, matterId));
	return row ?? null;
}

/** A decision by the signed link of its statement of reasons. Throws 410 for a link that is wrong, too old, or whose matter is deleted. */
export async function decisionByLink(ctx: Ctx, link: string): Promise<{ matter: MatterRow; decision: DecisionRow }> {
	const { decision: id = '' } = await verifyLink(ctx, { purpose: 'content-statement', token: link });
	const [row] = isUuid(id)
		? await ctx.db
				.select({ matter: contentMatters, decision: contentDecisions })
				.from(contentDecisions)
				.innerJoin(contentMatters, eq(contentMatters.id, contentDecisions.matterId))
				.where(eq(contentDecisions.id, id))
		: [];
	if (!row)
		throw new Refusal(410, 'matter-gone', {
			message: 'Diese Begründung gibt es nicht mehr: Drei Jahre nach dem Abschluss wird sie gelöscht.'
		});
	return row;
}
