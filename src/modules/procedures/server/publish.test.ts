import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { plantAward, plantOpenProcedure } from '#testing/published.ts';
import { plantWholeProcedure } from '#testing/procedures.ts';
import { expect, test } from '#testing/world.ts';
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

test('everybody has the duties under which they are named, and nobody else has any', async ({ as, db }) => {
	const { id } = await plantAward({ as, db });
	expect(await loadDuties(as('mara'), id)).toMatchObject([{ role: 'juror', hasVote: true }]);
	expect(await loadDuties(as('ines'), id)).toMatchObject([{ role: 'manager', hasVote: false }]);
	expect([await loadDuties(as('renate'), id), await loadDuties(as('amira'), id), await loadDuties(as(null), id)]).toEqual([[], [], []]);
});
