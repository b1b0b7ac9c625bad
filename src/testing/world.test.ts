import { eq } from 'drizzle-orm';
import { expect, test } from './world.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { events } from '#modules/people/server/tables.ts';

test('an event is written with its actor, and a job waits for it', async ({ db, as }) => {
	await recordEvent(as('ines'), 'test.happened', { subjectId: 'haus', reason: 'weil' });
	const written = await db.select().from(events).where(eq(events.kind, 'test.happened'));
	expect(written).toMatchObject([{ actorId: as('ines').actor?.id, subjectId: 'haus', reason: 'weil' }]);
});

test('what one test writes the next does not see', async ({ db }) => {
	expect(await db.select().from(events).where(eq(events.kind, 'test.happened'))).toEqual([]);
});
