import type { Ctx } from '../actor.ts';
import { mayComeBy, topicNames, topics, type Topic } from '../topics.ts';
import { changeChannels } from './internal/change-channels.ts';
import { changeSettings } from './internal/change-settings.ts';
import { verifyLink } from './verify-link.ts';

/** What a link at the foot of a mail ends: the brief, the daily note, or one topic as a mail of its own. */
export type Ending = { personId: string; what: 'brief' | 'daily' | Topic };

export async function verifyUnsubscribe(ctx: Pick<Ctx, 'db' | 'now'>, link: string): Promise<Ending> {
	const { person = '', what = 'daily' } = await verifyLink(ctx, { purpose: 'unsubscribe', token: link });
	return { personId: person, what: what === 'brief' || what in topics ? (what as Topic | 'brief') : 'daily' };
}

/**
 * Ends what the link of a mail was made for; no sign-in needed. `softer`: what came daily or at once comes in the brief instead of not at all. `again` takes it
 * back. Throws 410 for a link that is not ours.
 */
export async function unsubscribeWithLink(
	ctx: Ctx,
	{ link, wish = 'end' }: { link: string; wish?: 'end' | 'softer' | 'again' }
): Promise<Ending> {
	const ending = await verifyUnsubscribe(ctx, link);
	const { personId, what } = ending;
	if (what === 'brief') {
		await changeSettings(ctx, { personId, briefEndedAt: wish === 'again' ? null : ctx.now });
		return ending;
	}
	const concerned = what === 'daily' ? topicNames.filter((topic) => mayComeBy(topic, 'daily')) : [what];
	const channel = (topic: Topic) => (wish === 'again' ? topics[topic].usual : wish === 'softer' || what !== 'daily' ? 'brief' : 'never');
	await changeChannels(ctx, { personId, byTopic: Object.fromEntries(concerned.map((topic) => [topic, channel(topic)])) });
	return ending;
}
