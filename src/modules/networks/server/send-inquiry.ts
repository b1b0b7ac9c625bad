import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { remindUnanswered, withdrawNotices } from '#modules/people/server/withdraw-notices.ts';
import { inquiryFor, inquiryKind, mustAllow, type InquiryRef } from './internal/inquiry-for.ts';
import { recipientsOf } from './internal/recipients-of.ts';
import { networkInquiries } from './tables.ts';

/** Asks everybody whom the audience means at this moment. It comes with their weekly brief. Returns how many. */
export async function sendInquiry(ctx: Ctx, ref: InquiryRef): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const inner = { ...ctx, db };
		const { network, inquiry } = await inquiryFor(inner, ref);
		const { people } = await recipientsOf(inner, { networkId: network.id, audience: inquiry.audience });
		mustAllow(ctx, 'send', { ...inquiry, recipients: people.length });
		const { id: subjectId, title, text, minutes, ask, dueAt } = inquiry;
		for (const { personId, organisationId, until } of people)
			await addNotice(inner, {
				...{ personId, kind: inquiryKind, subjectId, topic: 'inquiry', minutes, ask, dueAt },
				sender: { id: network.id, name: network.name },
				data: { title, text, href: '/konto/wartet' },
				...(organisationId && { onBehalfOf: { organisationId, until } })
			});
		await db.update(networkInquiries).set({ sentAt: ctx.now }).where(eq(networkInquiries.id, subjectId));
		await recordEvent(inner, 'inquiry.sent', { subjectId, data: { network: network.id, people: people.length, minutes } });
		return people.length;
	});
}

/** Reminds, once, everybody who has not answered; it comes with their next brief. Returns how many. */
export async function remindInquiry(ctx: Ctx, ref: InquiryRef): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const { inquiry } = await inquiryFor({ ...ctx, db }, ref);
		mustAllow(ctx, 'remind', inquiry);
		const reminded = await remindUnanswered({ ...ctx, db }, { kind: inquiryKind, subjectId: inquiry.id });
		await db.update(networkInquiries).set({ remindedAt: ctx.now }).where(eq(networkInquiries.id, inquiry.id));
		await recordEvent({ ...ctx, db }, 'inquiry.reminded', { subjectId: inquiry.id, data: { people: reminded } });
		return reminded;
	});
}

/** Takes a question back: whoever has not answered need not any more, and links in mails say so. */
export async function withdrawInquiry(ctx: Ctx, ref: InquiryRef): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { inquiry } = await inquiryFor({ ...ctx, db }, ref);
		mustAllow(ctx, 'withdraw', inquiry);
		await withdrawNotices({ ...ctx, db }, { kind: inquiryKind, subjectId: inquiry.id });
		await db.update(networkInquiries).set({ withdrawnAt: ctx.now }).where(eq(networkInquiries.id, inquiry.id));
		await recordEvent({ ...ctx, db }, 'inquiry.withdrawn', { subjectId: inquiry.id });
	});
}
