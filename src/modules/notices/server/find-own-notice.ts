import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { measures } from '../decision.ts';
import { categoryTexts } from '../matter.ts';
import { decisionOf } from './internal/load-matter.ts';
import { contentMatters, contentNotices } from './tables.ts';

/** What whoever gave notice reads: their own words, how it stands, and what was decided. Nothing of whoever published it, and nothing of other notices. Throws 410. */
export async function findOwnNotice(ctx: Ctx, link: string) {
	const { notice: id = '' } = await verifyLink(ctx, { purpose: 'content-notice', token: link });
	const [row] = isUuid(id)
		? await ctx.db
				.select({ notice: contentNotices, matter: contentMatters })
				.from(contentNotices)
				.innerJoin(contentMatters, eq(contentMatters.id, contentNotices.matterId))
				.where(eq(contentNotices.id, id))
		: [];
	if (!row)
		throw new Refusal(410, 'notice-gone', {
			message: 'Diesen Hinweis gibt es nicht mehr: Ein Jahr nach der Entscheidung wird er gelöscht.'
		});
	const { notice, matter } = row;
	const decision = await decisionOf(ctx, matter.id);
	return {
		...{ title: matter.frozen.title, kind: contentKinds[matter.kind], href: matter.href, state: matter.state, dueAt: matter.dueAt },
		...{
			category: categoryTexts[notice.category],
			spot: notice.spot,
			why: notice.why,
			at: notice.createdAt,
			hasEmail: notice.email !== null
		},
		decision: decision && {
			...{ at: decision.decidedAt, measure: decision.measure, told: measures[decision.measure].told, facts: decision.facts },
			endedAt: decision.endedAt
		}
	};
}
export type OwnNotice = Awaited<ReturnType<typeof findOwnNotice>>;
