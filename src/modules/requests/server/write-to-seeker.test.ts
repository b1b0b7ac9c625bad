import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { findConversation } from '#modules/conversations/server/find-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import { cast } from '#testing/cast.ts';
import { plantRequest } from '#testing/requests.ts';
import { expect, test } from '#testing/world.ts';
import { findSeeker } from './find-seeker.ts';
import { spaceRequests } from './tables.ts';
import { writeToSeeker } from './write-to-seeker.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('who seeks is written to through their request, under the name of the group until they answer, and no address is shown', async ({
	as,
	db
}) => {
	const { slug, title } = await plantRequest(db);
	const { conversationId } = await writeToSeeker(as('jonas'), { key: slug, text: 'Wir hätten einen Keller.' });
	const before = await findConversation(as('jonas'), { id: conversationId });
	expect(before).toMatchObject({ title: 'Werkhof', about: { title, href: `/gesuche/${slug}` }, state: 'asked' });
	expect(JSON.stringify(before)).not.toMatch(/Haddad|@|0170/);
	await say(as('amira'), { conversationId, text: 'Trocken?' });
	const after = await findConversation(as('jonas'), { id: conversationId });
	expect(after.title).toBe(cast.amira.name);
	expect(JSON.stringify(after)).not.toMatch(/@|0170/);
	expect(await writeToSeeker(as('jonas'), { key: slug, text: 'Ja.' })).toEqual({ conversationId });
});

test('nobody is written to through a request they do not show, or through one’s own', async ({ as, db }) => {
	const { id, slug } = await plantRequest(db);
	const write = (who: 'amira' | 'jonas') => refusalOf(writeToSeeker(as(who), { key: slug, text: 'Hallo' }));
	expect(await write('amira')).toBe('403 forbidden');
	expect(await refusalOf(findSeeker(as(null), slug))).toBe('401 sign-in');
	for (const hidden of [{ requestState: 'paused' }, { requestState: 'published', visibility: 'private' }] as const) {
		await db.update(spaceRequests).set(hidden).where(eq(spaceRequests.id, id));
		expect(await write('jonas')).toBe('404 not-found');
	}
	expect(await refusalOf(writeToSeeker(as('jonas'), { key: 'gibt-es-nicht', text: 'Hallo' }))).toBe('404 not-found');
});
