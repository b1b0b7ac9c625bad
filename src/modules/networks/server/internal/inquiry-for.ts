import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStep, type InquiryStep } from '../../inquiry.ts';
import { mayRunNetwork } from '../../policy.ts';
import { networkInquiries } from '../tables.ts';
import { networkFor, type NetworkRow } from './network-for.ts';

export type InquiryRow = typeof networkInquiries.$inferSelect;
export type InquiryRef = { slug: string; id: string };

/** How the post of `people` knows the questions of networks. */
export const inquiryKind = 'inquiry';

/** One question of the network, for its office. 404 for everybody else. */
export async function inquiryFor(ctx: Ctx, { slug, id }: InquiryRef): Promise<{ network: NetworkRow; inquiry: InquiryRow }> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	if (!isUuid(id)) throw notFound();
	const [inquiry] = await ctx.db
		.select()
		.from(networkInquiries)
		.where(and(eq(networkInquiries.id, id), eq(networkInquiries.networkId, network.id)))
		.for('update');
	if (!inquiry) throw notFound('Diese Rundfrage gibt es nicht (mehr).');
	return { network, inquiry };
}

/** Refuses with the reason what the state of the question does not allow. */
export function mustAllow(ctx: Ctx, step: InquiryStep, inquiry: InquiryRow & { recipients?: number }): void {
	const why = whyNotStep(step, inquiry, ctx.now);
	if (why) throw refused(why.code, why.message);
}
