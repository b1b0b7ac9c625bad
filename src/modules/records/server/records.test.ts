import fc from 'fast-check';
import { newId } from '#lib/server/id.ts';
import { expect, test } from '#testing/world.ts';
import type { Facts } from '../entry.ts';
import { appendEntry } from './append-entry.ts';
import { loadEntriesInPublic } from './load-record.ts';
import { loadPublicKey } from './load-public-key.ts';
import { verifyRecord } from '../verify.ts';
import { fileFormat, type RecordFile } from '../record-file.ts';

test('smoke', async ({ as }) => {
	const ctx = as('ines');
	const recordId = newId();
	await fc.assert(
		fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (facts) => {
			const clean = JSON.parse(JSON.stringify(facts).replaceAll('\\u0000', '')) as Facts;
			await appendEntry(ctx, { recordId, kind: 'test.happened', facts: clean, sealed: { name: 'x' } });
		}),
		{ numRuns: 30 }
	);
	const { main, box } = await loadEntriesInPublic(ctx, recordId);
	const file: RecordFile = { format: fileFormat, version: 1, record: recordId, title: '', address: '', key: await loadPublicKey(ctx), main, box, heads: [], calls: [], disclosures: [] };
	const report = await verifyRecord({ file });
	console.log(JSON.stringify(report, null, 1));
	expect(report.outcome).toBe('proven');
});
