import { refused } from '#lib/refusal.ts';
import { contactTopics, type ContactTopic } from '#modules/organisations/contact.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import { replyTimeText } from '../message.ts';
import { findContactRoute, type FoundRoute } from './find-contact-route.ts';
import { findReplyTime } from './find-reply-time.ts';

export type Asked = { an?: string; ort?: string; thema?: string; raum?: string };
export type AskedRoute = FoundRoute & {
	/** What a message is addressed to. */
	of: string;
	topic: ContactTopic | null;
	space: { slug: string; title: string } | null;
	measured: string | null;
};

const topicOf = (word: string | undefined): ContactTopic | null =>
	word && Object.hasOwn(contactTopics, word) ? (word as ContactTopic) : null;

async function keyOf(ctx: Ctx, { an, ort }: Asked): Promise<string | null> {
	if (an) return /^\d{8}$/.test(an) ? an : (await findOrganisation(ctx, an)).id;
	if (!ort) return null;
	const place = await findPlace(ctx, ort);
	if (!place)
		throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl nennen, zum Beispiel 16278 Angermünde.', 'ort');
	return place.ags;
}

/** Who answers what an address asks for: place or organisation, topic, house. Null when it asks for nobody yet. Throws 404 and 422. */
export async function findAsked(ctx: Ctx, asked: Asked): Promise<AskedRoute | null> {
	const space = asked.raum ? await findSpace({ ...ctx, actor: null }, asked.raum) : null;
	const of = space ? space.ags : await keyOf(ctx, asked);
	if (!of) return null;
	const topic = topicOf(asked.thema) ?? (space ? 'spaces' : null);
	const found = await findContactRoute(ctx, { key: of, topic });
	const time = await findReplyTime(ctx, found.owner.id);
	return { ...found, of, topic, space: space && { slug: space.slug, title: space.title }, measured: time && replyTimeText(time) };
}
