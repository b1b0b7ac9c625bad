import { eq, sql } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { grants } from '#modules/people/server/tables.ts';
import { redressSentences } from '../decision.ts';
import { mayDecideComplaint } from '../policy.ts';
import { endMeasure } from './internal/end-measure.ts';
import { decisionOf, matterFor } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';
import { tellAffected, tellNotifiers } from './internal/tell.ts';
import { contentComplaints } from './tables.ts';

/** Whether somebody else than this person could decide. */
export async function hasOtherAdmins(ctx: Pick<Ctx, 'db'>, personId: string | null): Promise<boolean> {
	const [row] = await ctx.db
		.select({ n: sql<number>`count(distinct ${grants.personId})::int` })
		.from(grants)
		.where(sql`${grants.role} = 'admin' and ${grants.personId} is distinct from ${personId}`);
	return (row?.n ?? 0) > 0;
}

type Answer = { id: string; isUpheld: boolean; words?: string };

/** The answer to a complaint, with its reasons: what was decided stays, or it ends and the content comes back as it was. Throws 401, 403, 404, 409, 422. */
export async function decideComplaint(ctx: Ctx, { id, isUpheld, words }: Answer): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const matter = await matterFor(inside, id, { lock: true });
		const decision = await decisionOf(inside, id);
		if (!decision) throw notFound('Hier ist noch nichts entschieden.');
		const { decidedById } = decision;
		if (!mayDecideComplaint(ctx.actor, { decidedById, hasOthers: await hasOtherAdmins(inside, decidedById) }))
			throw forbidden('Über eine Beschwerde entscheidet jemand anderes als beim ersten Mal.');
		await moveMatter(inside, matter, { step: isUpheld ? 'uphold' : 'revise', words });
		await db
			.update(contentComplaints)
			.set({ isUpheld, answer: words, answeredById: ctx.actor?.id ?? null, answeredAt: ctx.now })
			.where(eq(contentComplaints.decisionId, decision.id));
		if (!isUpheld) await endMeasure(inside, { matter, decision }, words ?? '');
		await tellAffected(
			inside,
			{ matter, decision },
			{
				title: `Über Ihre Beschwerde ist entschieden: „${matter.frozen.title}“`,
				paragraphs: [
					isUpheld
						? 'Die Entscheidung bleibt.'
						: 'Sie hatten recht: Die Maßnahme ist beendet, und was ausgeblendet war, ist wieder da wie zuvor.',
					words ?? '',
					...redressSentences
				]
			}
		);
		if (!isUpheld)
			await tellNotifiers(inside, id, {
				title: `Neu entschieden: Ihr Hinweis zu „${matter.frozen.title}“`,
				paragraphs: ['Nach einer Beschwerde haben wir die Sache noch einmal geprüft. Die Maßnahme ist beendet.', ...redressSentences]
			});
	});
}
