import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { plantColleague } from '#testing/conversations.ts';
import { expect, now, test } from '#testing/world.ts';
import { findColleague } from './find-colleague.ts';
import { findConversation } from './find-conversation.ts';
import { writeToColleague } from './write-to-colleague.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('who sits in the same organisation today may be written to, and nobody else', async ({ as, db }) => {
	const personId = await plantColleague({ as, db });
	expect(await findColleague(as('ines'), personId)).toMatchObject({ name: cast.jonas.name });
	const { conversationId } = await writeToColleague(as('ines'), { personId, text: 'Übernimmst du?' });
	expect(await findConversation(as('jonas'), { id: conversationId })).toMatchObject({ isAskedOfMe: true, title: cast.ines.name });
	for (const who of ['friedrich', 'oskar', 'renate', 'amira'] as const)
		expect(await refusalOf(writeToColleague(as(who), { personId, text: 'x' }))).toBe('404 not-found');
	expect(await refusalOf(findColleague(as('ines'), cast.ines.id))).toBe('404 not-found');
	expect(await refusalOf(findColleague(as('ines'), 'x'))).toBe('404 not-found');
	await db.update(seats).set({ endsAt: now }).where(eq(seats.personId, personId));
	expect(await refusalOf(findColleague(as('ines'), personId))).toBe('404 not-found');
});
