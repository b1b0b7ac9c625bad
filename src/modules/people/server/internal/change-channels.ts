import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { aboutSender, aboutTopic, channelFor, topics, type Channel, type Topic } from '../../topics.ts';
import { channelChoices, notices } from '../post-tables.ts';
import { choicesOf } from './choices-of.ts';

type Changes = {
	personId: string;
	byTopic?: Partial<Record<Topic, Channel>>;
	/** `undefined`: as chosen per topic. */
	bySender?: Record<string, 'brief' | 'never' | undefined>;
};

/** Writes choices and moves what still waits to its new way. What would have come at once and waits now comes with the brief or in the account. */
export async function changeChannels(ctx: Pick<Ctx, 'db'>, { personId, byTopic = {}, bySender = {} }: Changes): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const wishes = [
			...Object.entries(byTopic).map(([topic, channel]) => ({
				about: aboutTopic(topic as Topic),
				channel: channel === topics[topic as Topic].usual ? undefined : channel
			})),
			...Object.entries(bySender).map(([senderId, channel]) => ({ about: aboutSender(senderId), channel }))
		];
		if (!wishes.length) return;
		const abouts = wishes.map(({ about }) => about);
		await db.delete(channelChoices).where(and(eq(channelChoices.personId, personId), inArray(channelChoices.about, abouts)));
		const chosen = wishes.flatMap(({ about, channel }) => (channel ? [{ personId, about, channel }] : []));
		if (chosen.length) await db.insert(channelChoices).values(chosen).onConflictDoNothing();
		await moveWaiting({ db }, personId);
	});
}

async function moveWaiting(ctx: Pick<Ctx, 'db'>, personId: string): Promise<void> {
	const choices = await choicesOf(ctx, personId);
	const waiting = await ctx.db
		.select({ id: notices.id, topic: notices.topic, senderId: notices.senderId, channel: notices.channel })
		.from(notices)
		.where(and(eq(notices.personId, personId), isNull(notices.mailedAt)));
	const moved: Record<string, string[]> = {};
	for (const notice of waiting) {
		const wanted = channelFor(notice, choices);
		const channel = wanted === 'now' ? 'brief' : wanted;
		if (channel !== notice.channel) (moved[channel] ??= []).push(notice.id);
	}
	for (const [channel, ids] of Object.entries(moved))
		await ctx.db
			.update(notices)
			.set({ channel: channel as Channel })
			.where(inArray(notices.id, ids));
}
