import { newId } from '#lib/server/id.ts';
import { askForContact } from '#modules/conversations/server/ask-for-contact.ts';
import { openConversation } from '#modules/conversations/server/open-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import { stepMatch } from '#modules/matching/server/step-match.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import type { Stage } from './access/access.ts';
import { angermuende, cast, organisationOf } from './cast.ts';
import { plantRequest } from './requests.ts';
import { plantSpace } from './spaces.ts';
import { now } from './world.ts';

const about = { title: 'Offene Werkstatt mit Café', address: '/gesuche/offene-werkstatt' };

/** An open conversation between Jonas, who has said one thing, and Amira, who has not read it. Returns its id. */
export async function plantTalk({ as }: Stage): Promise<string> {
	const { id } = await openConversation(as('jonas'), { subject: null, ...about, memberIds: [cast.jonas.id, cast.amira.id] });
	await say(as('jonas'), { conversationId: id, text: 'Habt Ihr schon ein Haus?' });
	return id;
}

/** Jonas has written to Amira for the first time, through the request of her group. Returns the id of the conversation. */
export async function plantFirstContact({ as }: Stage, text = 'Wir suchen auch. Wollen wir reden?'): Promise<string> {
	const { conversationId } = await askForContact(as('jonas'), { personId: cast.amira.id, alias: 'Werkhof', ...about, text });
	return conversationId;
}

/** The link of a mail about a conversation, for one of its members. */
export const talkLink = ({ as }: Stage, { id, personId, from = 1 }: { id: string; personId: string; from?: number }): Promise<string> =>
	signLink(as(null), { purpose: 'answer-conversation', data: { conversation: id, person: personId, from: String(from) }, days: 30 });

/** A house of Hanna's in Angermünde and a request of Amira's whose two sides both said yes. */
export async function plantReleasedPair({ db, as }: Stage): Promise<{ spaceId: string; requestId: string }> {
	const space = await plantSpace(db, { property: { ownerPersonId: cast.hanna.id } });
	const request = await plantRequest(db);
	const pair = { spaceId: space.id, requestId: request.id };
	for (const who of ['amira', 'ines'] as const) await stepMatch(as(who), { ...pair, step: 'interest' });
	return pair;
}

/** Jonas takes a seat beside Ines in Angermünde. Returns his id. */
export async function plantColleague({ db }: Stage): Promise<string> {
	const seat = {
		organisationId: organisationOf(angermuende),
		personId: cast.jonas.id,
		function: 'administration',
		rights: 'read'
	} as const;
	await db.insert(seats).values({ id: newId(), ...seat, startsAt: new Date(now.getTime() - 86_400_000), createdAt: now });
	return cast.jonas.id;
}
