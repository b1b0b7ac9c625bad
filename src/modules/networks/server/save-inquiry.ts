import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { momentAfter } from '#modules/organisations/seat.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { InquiryInput } from '../forms.ts';
import { mayRunNetwork } from '../policy.ts';
import { inquiryFor, mustAllow, type InquiryRef } from './internal/inquiry-for.ts';
import { networkFor } from './internal/network-for.ts';
import { networkInquiries } from './tables.ts';

/** Writes a question down, new or as a better draft; nobody hears of it yet. It is due with the end of its day. Returns its id. */
export async function saveInquiry(ctx: Ctx, { slug, id, input }: { slug: string; id?: string; input: InquiryInput }): Promise<string> {
	const { dueOn, ...words } = input;
	const dueAt = momentAfter(dueOn);
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	if (dueAt <= ctx.now) throw refused('due-past', 'Dieser Tag ist schon vorbei.', 'dueOn');
	if (dueAt.getTime() - ctx.now.getTime() > 366 * 86_400_000) throw refused('due-far', 'Bitte einen Tag innerhalb eines Jahres.', 'dueOn');
	if (id === undefined) {
		const [row] = await ctx.db
			.insert(networkInquiries)
			.values({ id: newId(), networkId: network.id, ...words, dueAt, createdBy: ctx.actor?.id, createdAt: ctx.now })
			.returning({ id: networkInquiries.id });
		return row?.id ?? '';
	}
	await ctx.db.transaction(async (db) => {
		const { inquiry } = await inquiryFor({ ...ctx, db }, { slug, id });
		mustAllow(ctx, 'change', inquiry);
		await db
			.update(networkInquiries)
			.set({ ...words, dueAt })
			.where(eq(networkInquiries.id, id));
	});
	return id;
}

/** Throws a draft away. */
export async function dropInquiry(ctx: Ctx, ref: InquiryRef): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { inquiry } = await inquiryFor({ ...ctx, db }, ref);
		mustAllow(ctx, 'drop', inquiry);
		await db.delete(networkInquiries).where(eq(networkInquiries.id, inquiry.id));
	});
}
