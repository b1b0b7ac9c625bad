import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { mayComeBy, senderChannels, topics, type Channel, type Topic } from '../topics.ts';
import { changeChannels } from './internal/change-channels.ts';
import { changeSettings } from './internal/change-settings.ts';

/** How many minutes a week somebody gives, when the brief comes, and whether. */
export async function chooseBudget(
	ctx: Ctx,
	{ minutes, weekday, hour, brief }: { minutes: number; weekday: number; hour: number; brief: boolean }
): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	await changeSettings(ctx, { personId: ctx.actor.id, minutes, weekday, hour, briefEndedAt: brief ? null : ctx.now });
}

/** Which way each topic takes, and each sender (`topics`: as chosen per topic). Throws 422 for a way that the topic does not allow. */
export async function chooseMail(ctx: Ctx, wishes: { byTopic: Record<string, string>; bySender: Record<string, string> }): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const byTopic = Object.entries(wishes.byTopic).map(([topic, channel]) => {
		if (!Object.hasOwn(topics, topic))
			throw refused('topic-unknown', 'Dieses Thema gibt es nicht. Bitte die Seite neu laden.', `topic:${topic}`);
		if (!mayComeBy(topic as Topic, channel as Channel))
			throw refused('channel-not-allowed', `„${topics[topic as Topic].text}“ kann auf diesem Weg nicht kommen.`, `topic:${topic}`);
		return [topic, channel as Channel] as const;
	});
	const bySender = Object.entries(wishes.bySender).map(
		([sender, channel]) => [sender, channel in senderChannels ? (channel as keyof typeof senderChannels) : undefined] as const
	);
	await changeChannels(ctx, { personId: ctx.actor.id, byTopic: Object.fromEntries(byTopic), bySender: Object.fromEntries(bySender) });
}
