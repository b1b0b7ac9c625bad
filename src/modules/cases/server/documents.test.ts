import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { Refusal } from '#lib/refusal.ts';
import { folderStore, type Store } from '#lib/server/store.ts';
import { plantCase } from '#testing/cases.ts';
import { cast, herzberg } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { cases, caseDocuments } from './case-tables.ts';
import { addDocuments, addDocumentsAsParty, removeDocument } from './change-documents.ts';
import { findDocumentFile } from './find-document-file.ts';
import { findOwnCase } from './find-own-case.ts';
import { handOverCase } from './hand-over-case.ts';
import { listDocuments } from './list-documents.ts';
import { saveParty } from './save-party.ts';
import { sweepCaseFiles } from './sweep-case-files.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const pdf = { name: 'Plan <b>.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') };
const newStore = () => folderStore(mkdtempSync(join(tmpdir(), 'gr-cases-')));
async function keysOf(store: Store): Promise<string[]> {
	const keys: string[] = [];
	for await (const key of store.keys()) keys.push(key);
	return keys;
}

test('documents are read by whom they are for: internal by the office and whoever reads along inside, shared by all parties', async ({
	db,
	as
}) => {
	const { id } = await plantCase({ db, as });
	const store = newStore();
	await saveParty(as('ines'), { id, input: { name: 'Amt', email: cast.jonas.email, role: 'adviser', access: 'internal' } });
	await addDocuments(as('ines'), { id, isShared: false, store, uploads: [pdf] });
	const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a43' } })
		.withExif({ IFD0: { Artist: 'GEHEIM' } })
		.jpeg()
		.toBuffer();
	await addDocumentsAsParty(as('hanna'), { id, store, uploads: [{ name: 'Haus.jpg', bytes: new Uint8Array(picture) }] });
	expect(
		await refusalOf(addDocumentsAsParty(as('hanna'), { id, store, uploads: [{ name: 'x.exe', bytes: new Uint8Array([1, 2]) }] }))
	).toBe('422 upload-refused');
	const all = await listDocuments(as('ines'), id);
	expect(all.map(({ name, contentType, isShared }) => [name, contentType, isShared]).sort()).toEqual([
		['Haus.jpg', 'image/webp', true],
		['Plan b.pdf', 'application/pdf', false]
	]);
	const idOf = (isShared: boolean) => all.find((one) => one.isShared === isShared)?.id ?? '';
	for (const [who, internal, shared] of [
		['ines', 'done', 'done'],
		['jonas', 'done', 'done'],
		['amira', '404 not-found', 'done'],
		['friedrich', '404 not-found', '404 not-found']
	] as const)
		expect([who, await refusalOf(findDocumentFile(as(who), idOf(false))), await refusalOf(findDocumentFile(as(who), idOf(true)))]).toEqual([
			who,
			internal,
			shared
		]);
	expect((await findOwnCase(as('amira'), id)).documents.map(({ name, by }) => [name, by])).toEqual([['Haus.jpg', null]]);
	const { key } = await findDocumentFile(as('ines'), idOf(true));
	expect(Buffer.from((await store.get(key)) ?? []).includes('GEHEIM')).toBe(false);
});

test('a document stays with the office that kept it, and its file goes with its row or its case', async ({ db, as }) => {
	const { id } = await plantCase({ db, as });
	const store = newStore();
	for (let i = 0; i < 2; i++) await addDocuments(as('ines'), { id, isShared: i === 1, store, uploads: [pdf] });
	expect(await keysOf(store)).toHaveLength(2);
	await handOverCase(as('ines'), { id, input: { ort: herzberg, reason: 'Dort steht es.', withNotes: false } });
	const seen = await listDocuments(as('friedrich'), id);
	expect(seen.map(({ isShared }) => isShared)).toEqual([true]);
	const hidden = (await db.select().from(caseDocuments).where(eq(caseDocuments.isShared, false)))[0]?.id ?? '';
	expect(await refusalOf(removeDocument(as('friedrich'), { id, documentId: hidden, store }))).toBe('404 not-found');
	await removeDocument(as('friedrich'), { id, documentId: seen[0]?.id ?? '', store });
	expect(await keysOf(store)).toHaveLength(1);
	const later = { ...as(null), now: new Date(Date.now() + 5 * 86_400_000) };
	expect(await sweepCaseFiles(later, { store })).toBe(0);
	await db.delete(cases).where(eq(cases.id, id));
	expect(await sweepCaseFiles({ ...later, now }, { store })).toBe(0);
	expect(await sweepCaseFiles(later, { store })).toBe(1);
	expect(await keysOf(store)).toEqual([]);
});
