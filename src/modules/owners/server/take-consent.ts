import { and, eq, isNull } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Scope } from '#modules/properties/publication.ts';
import { recordConsent } from '#modules/properties/server/record-consent.ts';
import { consentedBefore, whyNotConsent } from '../reply.ts';
import { standings } from '../vocabulary.ts';
import { lastReply } from './internal/last-reply.ts';
import { recipientFor } from './internal/recipient-for.ts';
import { ownerReplies } from './tables.ts';

/**
 * Writes the yes of the last answer to a letter down as the consent on which the house may be shown; how far it reaches, the clerk says. Throws 404, and 409
 * where the last answer is no yes or stands there already.
 */
export async function takeConsent(ctx: Ctx, { id, scope }: { id: string; scope: Scope }): Promise<void> {
	const { recipient, campaign, owner } = await recipientFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		const reply = await lastReply({ db }, id, { lock: true });
		if (!reply) throw refused('not-answered', 'Auf diesen Brief kam noch keine Antwort.');
		const why = whyNotConsent(reply);
		if (why) throw refused(why.code, why.message);
		const free = and(eq(ownerReplies.id, reply.id), isNull(ownerReplies.consentedAt));
		const taken = await db.update(ownerReplies).set({ consentedAt: ctx.now }).where(free).returning({ id: ownerReplies.id });
		if (!taken.length) throw refused(consentedBefore.code, consentedBefore.message);
		await recordConsent(
			{ ...ctx, db },
			{
				...{ id: recipient.propertyId, legalBasis: 'consent', scope, givenOn: dayOf(reply.at) },
				givenBy: reply.standing === 'owner' ? owner.name : `${owner.name}, geantwortet als: ${standings[reply.standing]}`,
				note: `Antwort auf das Anschreiben „${campaign.name}“`
			}
		);
	});
}
