import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { whyNotStep } from '../request.ts';
import { takeStep } from './internal/take-step.ts';
import { spaceRequests } from './tables.ts';

/** What the link of a reminder is about, for the page that asks once more. Throws 410 for a link that is changed or too old. */
export async function findByRenewalLink(ctx: Ctx, link: string) {
	const { request = '' } = await verifyLink(ctx, { purpose: 'renew-request', token: link });
	const [row] = await ctx.db
		.select({
			id: spaceRequests.id,
			title: spaceRequests.title,
			slug: spaceRequests.slug,
			requestState: spaceRequests.requestState,
			publishedAt: spaceRequests.publishedAt,
			expiresAt: spaceRequests.expiresAt
		})
		.from(spaceRequests)
		.where(eq(spaceRequests.id, request));
	if (!row) throw notFound();
	return row;
}

/** Renews for six more months without signing in; harmless to repeat. */
export async function renewByLink(ctx: Ctx, link: string): Promise<{ slug: string; title: string }> {
	const request = await findByRenewalLink(ctx, link);
	const why = whyNotStep(request.requestState, 'renew');
	if (why) throw refused('step', why);
	await checkMayShow(ctx, { kind: 'request', id: request.id });
	await takeStep(ctx, { request, step: 'renew' });
	return { slug: request.slug, title: request.title };
}
