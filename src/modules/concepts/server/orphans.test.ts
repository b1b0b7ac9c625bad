import { eq, inArray } from 'drizzle-orm';
import { people } from '#modules/people/server/tables.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { plantConcept } from '#testing/concepts.ts';
import { expect, test } from '#testing/world.ts';
import { beginForm } from '../forms.ts';
import { beginConcept } from './begin-concept.ts';
import { findConcept } from './find-concept.ts';
import { handKey } from './hand-key.ts';
import { listLonelyConcepts } from './list-lonely.ts';
import { loadContents } from './load-contents.ts';
import { sendConcept } from './send-concept.ts';
import { settleOrphans } from './settle-orphans.ts';
import { conceptEnvelopes, conceptFiles, concepts } from './tables.ts';

const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string; message?: string }) => error.code ?? error
	);
const after = (deadline: Date, seconds: number) => new Date(deadline.getTime() + seconds * 1000);

test('the only writer deletes their account: before it they read what becomes of it; a draft goes, what lies in the box is taken back until the deadline', async ({
	as,
	db
}) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	expect(await listLonelyConcepts(as('amira'))).toMatchObject([{ id, state: 'draft', isInTime: true }]);
	await sendConcept(as('amira'), { id, store });
	expect(await listLonelyConcepts(as('amira'))).toMatchObject([{ id, state: 'submitted', isInTime: true }]);
	const draft = await beginConcept(as('jonas'), { slug: published.slug, input: beginForm.parse({ kind: 'person' }) });
	await db.delete(people).where(inArray(people.id, [cast.amira.id, cast.jonas.id]));
	expect(await settleOrphans(as(null))).toBe(2);
	expect(await db.select({ id: concepts.id, state: concepts.state }).from(concepts)).toEqual([{ id, state: 'withdrawn' }]);
	expect([await db.$count(conceptEnvelopes), await db.$count(conceptFiles), draft.length > 0]).toEqual([0, 0, true]);
	const box = await db
		.select({ kind: recordEntries.kind })
		.from(recordEntries)
		.where(eq(recordEntries.chain, 'box'))
		.orderBy(recordEntries.seq);
	expect(box.map(({ kind }) => kind)).toEqual(['concept.submitted', 'concept.withdrawn']);
	expect(await settleOrphans(at(null, after(published.deadline, 90)))).toBe(0);
});

test('the only writer deletes their account after the deadline: what was handed in stays, is opened, and nobody can answer for it', async ({
	as,
	db
}) => {
	const { published, id, store, at } = await plantConcept({ as, db });
	await sendConcept(as('amira'), { id, store });
	const late = after(published.deadline, 30);
	expect(await listLonelyConcepts(at('amira', late))).toMatchObject([{ state: 'submitted', isInTime: false }]);
	await db.delete(people).where(eq(people.id, cast.amira.id));
	expect(await settleOrphans(at(null, late))).toBe(0);
	const opening = after(published.deadline, 120);
	for (const who of ['ines', 'oskar'] as const)
		await handKey(at(who, opening), { id: published.id, kind: 'concepts', secretKey: published.keys[who] ?? '' });
	expect((await loadContents(as(null), published.id)).map((one) => one.id)).toEqual([id]);
	expect(await codeOf(findConcept(at('amira', late), id))).toBe('not-found');
	expect(await codeOf(findConcept(at('ines', late), id))).toBe('not-found');
});
