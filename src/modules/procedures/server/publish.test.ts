import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { plantAward, plantOpenProcedure, plantReady } from '#testing/published.ts';
import { plantWholeProcedure } from '#testing/procedures.ts';
import { expect, test } from '#testing/world.ts';
import { findPublicProcedure } from './find-public-procedure.ts';
import { findPublication } from './find-publication.ts';
import { loadDuties } from './load-duties.ts';
import { loadFrozen } from './load-frozen.ts';
import { publishProcedure } from './publish-procedure.ts';

test('published: frozen, hashed, and the first entry of the record says so', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	const { frozen, hash } = await loadFrozen(as(null), id);
	expect(slug).toMatch(/^wer-belebt-die-schule-\d+$/);
	expect(hash).toBe(await sha256(canonical(JSON.parse(JSON.stringify(frozen)))));
	expect(frozen.areas.flatMap(({ leaves }) => leaves).reduce((sum, { weight }) => sum + weight, 0)).toBe(1000);
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	expect(entries).toMatchObject([
		{ chain: 'main', seq: 1, kind: 'procedure.publish', facts: { call: hash, deadline: deadline.toISOString() } }
	]);
});

test('without three openers with keys nothing is published', async ({ as, db }) => {
	const { id } = await plantWholeProcedure({ as, db }, { isReady: true });
	await expect(publishProcedure(as('ines'), { id })).rejects.toMatchObject({ code: 'too-few-keys' });
	await expect(publishProcedure(as('friedrich'), { id })).rejects.toBeInstanceOf(Refusal);
});

test('without a jury two keys are enough, and the page says that neither may be lost; with a jury it takes three', async ({ as, db }) => {
	const lose = (id: string, who: 'oskar' | 'friedrich') =>
		db.delete(openerKeys).where(and(eq(openerKeys.subjectId, id), eq(openerKeys.personId, cast[who].id)));
	const stand = async (id: string) => (await findPublication(as('ines'), id)).preparation;
	const { id } = await plantReady({ as, db }, { kind: 'room_grant' });
	expect(await stand(id)).toMatchObject({ missing: [], keysMissing: 0, hasSpare: true });
	await lose(id, 'oskar');
	expect(await stand(id)).toMatchObject({ keysMissing: 0, hasSpare: false });
	const other = await plantReady({ as, db });
	await lose(other.id, 'oskar');
	expect(await stand(other.id)).toMatchObject({ keysMissing: 1, hasSpare: true });
	await expect(publishProcedure(as('ines'), { id: other.id })).rejects.toMatchObject({ code: 'too-few-keys' });
	const slug = await publishProcedure(as('ines'), { id });
	const { content } = await findPublicProcedure(as(null), slug);
	expect(content.grant).toEqual({ fromDay: '2027-05-01', untilDay: '2027-10-31', counterPerformance: 'Ein offener Nachmittag im Monat.' });
	const last = await plantReady({ as, db }, { kind: 'room_grant' });
	for (const who of ['oskar', 'friedrich'] as const) await lose(last.id, who);
	expect(await stand(last.id)).toMatchObject({ keysMissing: 1, hasSpare: false });
	await expect(publishProcedure(as('ines'), { id: last.id })).rejects.toMatchObject({ code: 'too-few-keys' });
});

test('everybody has the duties under which they are named, and nobody else has any', async ({ as, db }) => {
	const { id } = await plantAward({ as, db });
	expect(await loadDuties(as('mara'), id)).toMatchObject([{ role: 'juror', hasVote: true }]);
	expect(await loadDuties(as('ines'), id)).toMatchObject([{ role: 'manager', hasVote: false }]);
	expect([await loadDuties(as('renate'), id), await loadDuties(as('amira'), id), await loadDuties(as(null), id)]).toEqual([[], [], []]);
});
