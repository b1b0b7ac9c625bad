import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { objectAsOwner } from '#modules/properties/server/object-as-owner.ts';
import { attitudeFrom, onlyPeace, showingOf, type Reply } from '../../reply.ts';
import type { ReplyChannel } from '../../vocabulary.ts';
import { ownerCampaigns, ownerRecipients, ownerReplies, ownerships } from '../tables.ts';
import { countFigures } from './figures.ts';
import { lastReply } from './last-reply.ts';
import { leaveAlone } from './leave-alone.ts';
import { lockLetter, type LetterRow } from './recipient-for.ts';

const kept = ({ standing, plan, showing, adviceNeeds, callback, phone, email, message }: Reply) => ({
	...{ standing, plan, showing, adviceNeeds, callback },
	...{ phone: phone ?? null, email: email ?? null, message: message ?? null }
});

/** The same words once more, as when a button is pressed twice. */
async function isRepeated(ctx: Ctx, recipientId: string, reply: ReturnType<typeof kept>): Promise<boolean> {
	const last = await lastReply(ctx, recipientId);
	return last !== undefined && JSON.stringify({ ...reply }) === JSON.stringify(kept(last as unknown as Reply));
}

/**
 * Keeps an answer and what follows from it: the letter's state, what the owner wants with the house, that it is locked where it shall not be shown, and, where
 * somebody asks for it, that they are left alone from this moment on. In the caller's transaction. Returns the letter and the id of the answer; null when it was said already. Throws 404 and 409.
 */
export async function writeReply(
	ctx: Ctx,
	{ recipientId, reply: said, via }: { recipientId: string; reply: Reply; via: ReplyChannel }
): Promise<{ letter: LetterRow; id: string } | null> {
	const reply = onlyPeace(said);
	const isRefusal = reply.plan === 'leave_alone';
	const letter = await lockLetter(ctx, recipientId, isRefusal ? 'refuse' : 'answer');
	if (await isRepeated(ctx, recipientId, kept(reply))) return null;
	const { ownerId, propertyId, campaignId } = letter.recipient;
	const id = newId();
	await ctx.db.insert(ownerReplies).values({ id, recipientId, ...kept(reply), via, at: ctx.now });
	await ctx.db
		.update(ownerRecipients)
		.set({ state: isRefusal ? 'refused' : 'answered', repliedAt: ctx.now })
		.where(eq(ownerRecipients.id, recipientId));
	const attitude = attitudeFrom(reply);
	if (attitude)
		await ctx.db
			.update(ownerships)
			.set({ attitude, attitudeSource: 'reply', attitudeOn: dayOf(ctx.now), adviceNeeds: reply.adviceNeeds, updatedAt: ctx.now })
			.where(and(eq(ownerships.ownerId, ownerId), eq(ownerships.propertyId, propertyId), isNull(ownerships.until)));
	if (showingOf(reply) === 'refuses')
		await objectAsOwner(ctx, {
			propertyId,
			reason: `Antwort auf das Anschreiben „${letter.campaign.name}“: soll nicht öffentlich gezeigt werden`
		});
	if (isRefusal) await leaveAlone(ctx, ownerId, `Antwort auf das Anschreiben „${letter.campaign.name}“`);
	if (letter.campaign.state === 'closed')
		await ctx.db
			.update(ownerCampaigns)
			.set({ figures: await countFigures(ctx, campaignId) })
			.where(eq(ownerCampaigns.id, campaignId));
	return { letter, id };
}
