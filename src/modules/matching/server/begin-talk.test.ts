import { Refusal } from '#lib/refusal.ts';
import { findConversation } from '#modules/conversations/server/find-conversation.ts';
import { cast } from '#testing/cast.ts';
import { plantReleasedPair } from '#testing/conversations.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { beginTalk } from './begin-talk.ts';
import { findTalkPartner } from './find-talk-partner.ts';
import { stepMatch } from './step-match.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('after both said yes the two sides speak at once, each finding the other, in one conversation', async ({ as, db }) => {
	const pair = await plantReleasedPair({ db, as });
	expect((await findTalkPartner(as('amira'), pair)).name).toBe(cast.ines.name);
	expect((await findTalkPartner(as('ines'), pair)).name).toBe(cast.amira.name);
	const first = await beginTalk(as('amira'), { ...pair, text: 'Wann dürfen wir kommen?' });
	expect(await beginTalk(as('ines'), { ...pair, text: 'Donnerstag.' })).toEqual(first);
	expect(await beginTalk(as('amira'), { ...pair, text: 'Gern.' })).toEqual(first);
	const seen = await findConversation(as('ines'), { id: first.conversationId });
	expect(seen).toMatchObject({ title: cast.amira.name, state: 'open', messages: [{ number: 1 }, { number: 2 }, { number: 3 }] });
});

test('before both said yes nobody speaks, and strangers find no pair', async ({ as, db }) => {
	const [space, request] = [await plantSpace(db), await plantRequest(db)];
	const pair = { spaceId: space.id, requestId: request.id };
	expect(await refusalOf(beginTalk(as('amira'), { ...pair, text: 'Hallo' }))).toBe('409 not-released');
	await stepMatch(as('amira'), { ...pair, step: 'interest' });
	expect(await refusalOf(beginTalk(as('ines'), { ...pair, text: 'Hallo' }))).toBe('409 not-released');
	for (const who of ['jonas', 'friedrich', 'oskar'] as const)
		expect(await refusalOf(beginTalk(as(who), { ...pair, text: 'Hallo' }))).toBe('404 not-found');
});
