import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { findSentMessage } from '#modules/cases/server/find-sent-message.ts';
import { sendMessage } from '#modules/cases/server/send-message.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { AskInput } from '../forms.ts';
import { monthText, whyNotAsk } from '../offer.ts';
import { mayAskForAdvice } from '../policy.ts';
import { findOffer } from './find-offer.ts';
import { adviceOffers, advicePlaces } from './tables.ts';

type Asking = { slug: string; input: AskInput; address: string };

/**
 * Asks an organisation for advice: a message to whoever answers there, and a place of the month. The offer is locked, so that the last place goes to
 * one. Throws 401, 404, 409 where the month is full or was asked for already, and 429.
 */
export async function askForAdvice(ctx: Ctx, { slug, input, address }: Asking): Promise<void> {
	const { actor } = ctx;
	if (!mayAskForAdvice(actor)) throw unauthenticated();
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [kept] = await db
			.select({ opensCase: adviceOffers.opensCase })
			.from(adviceOffers)
			.where(eq(adviceOffers.slug, slug))
			.for('update');
		const { offer, ahead, asked } = await findOffer(inside, slug);
		const why = whyNotAsk(input.month, { ahead, asked });
		if (why) throw refused(why.code, why.message);
		const topic = input.topic ?? (offer.topics.length === 1 ? offer.topics[0] : undefined);
		const text = `Beratung „${offer.title}“, gewünscht im ${monthText(input.month)}.\n\n${input.text}`;
		await db.insert(advicePlaces).values({ id: newId(), offerId: offer.id, month: input.month, personId: actor.id, createdAt: ctx.now });
		await sendMessage(inside, { input: { of: offer.organisation.id, topic, text }, address });
		const message = kept?.opensCase ? await findSentMessage(inside, { organisationId: offer.organisation.id, text }) : null;
		const data = { month: input.month, ...(message && { message, title: `Beratung „${offer.title}“` }) };
		await recordEvent(inside, 'advice.asked', { subjectId: offer.id, data });
	});
}
