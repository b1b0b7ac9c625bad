import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { Refusal } from '#lib/refusal.ts';
import { folderStore, type Store } from '#lib/server/store.ts';
import { plantTalk } from '#testing/conversations.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { cleanName, kindOfAttachment, whyNotAttach, whyNotAttachAll } from '../attachment.ts';
import { blockPerson } from './block-person.ts';
import { findConversation } from './find-conversation.ts';
import { findTalkFile } from './find-talk-file.ts';
import { hideMessage } from './hide-message.ts';
import { keepFiles } from './keep-files.ts';
import { leaveConversation } from './leave-conversation.ts';
import { say } from './say.ts';
import { sweepTalkFiles } from './sweep-talk-files.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const text = (words: string) => new TextEncoder().encode(words);
const pdf = text('%PDF-1.7\n%%EOF');
const eicar = text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*');
const zip = (files: Record<string, string>) =>
	zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, [text(words), { level: 0 as const }]])));
const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
const ods = zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' });
const newStore = () => folderStore(mkdtempSync(join(tmpdir(), 'gr-talk-')));
async function keysOf(store: Store): Promise<string[]> {
	const keys: string[] = [];
	for await (const key of store.keys()) keys.push(key);
	return keys;
}
const photo = async () =>
	new Uint8Array(
		await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a43' } })
			.withExif({ IFD0: { Artist: 'GEHEIM' } })
			.jpeg()
			.toBuffer()
	);

test('a file is what its bytes say, whatever its name says', () => {
	expect([kindOfAttachment(docx), kindOfAttachment(ods), kindOfAttachment(pdf)]).toEqual(['docx', 'ods', 'pdf']);
	expect(kindOfAttachment(zip({ 'brief.docx': 'x' }))).toBe('unknown');
	expect(kindOfAttachment(zip({ mimetype: 'application/epub+zip', 'a.xml': 'x' }))).toBe('unknown');
	expect(kindOfAttachment(zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x', 'word/vbaProject.bin': 'x' }))).toBe('macros');
	expect(kindOfAttachment(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('old');
	for (const bytes of [eicar, text('MZ\x90'), text('<svg onload=alert(1)>'), text('<!doctype html>'), new Uint8Array()])
		expect(whyNotAttach('Rechnung.pdf', bytes)).toMatch(/„Rechnung.pdf“ .*\.$/);
});

test('a name harms nobody and ends with what the file is', () => {
	expect(cleanName('eicar.com', 'pdf')).toBe('eicar.com.pdf');
	expect(cleanName('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
	expect(cleanName('C:\\Temp\\Plan.PDF', 'pdf')).toBe('Plan.pdf');
	expect(cleanName('a"\r\nSet-Cookie: x=<b>.pdf', 'pdf')).toBe('aSet-Cookie xb.pdf');
	expect(cleanName('‮fdp.exe', 'pdf')).toBe('fdp.exe.pdf');
	expect(cleanName('...', 'odt')).toBe('Datei.odt');
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
			const clean = cleanName(name, 'pdf');
			expect(clean).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N} ._-]*\.pdf$/u);
			expect(clean.length).toBeLessThan(110);
		})
	);
});

test('no bytes upset the rule: they are something known, or refused with a sentence', () => {
	const beginnings = [pdf, docx, ods, new Uint8Array([0x50, 0x4b, 3, 4]), new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array()];
	fc.assert(
		fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), fc.string(), (begin, rest, name) => {
			const bytes = new Uint8Array([...begin, ...rest]);
			const why = whyNotAttach(name, bytes);
			if (why !== null) expect(why).toMatch(/\.\)?\.?$/);
		})
	);
});

test('too many and too large are refused whole, and nothing is kept', async ({ as }) => {
	const store = newStore();
	const large = new Uint8Array(15_000_001);
	large.set(docx);
	const refused = async (uploads: { name: string; bytes: Uint8Array }[]) => refusalOf(keepFiles(as('amira'), { store, uploads }));
	expect(
		await refused([
			{ name: 'a.pdf', bytes: pdf },
			{ name: 'virus.pdf', bytes: eicar }
		])
	).toBe('422 upload-refused');
	expect(await refused(Array.from({ length: 7 }, () => ({ name: 'a.pdf', bytes: pdf })))).toBe('422 upload-refused');
	expect(whyNotAttach('groß.docx', large)).toContain('größer als 15 MB');
	const heavy = new Uint8Array(19_000_000);
	heavy.set(pdf);
	heavy.set(text('%%EOF'), 18_999_990);
	expect(whyNotAttachAll([1, 2, 3].map((n) => ({ name: `${n}.pdf`, bytes: heavy })))).toContain('zusammen zu groß');
	expect(await keysOf(store)).toEqual([]);
});

test('files hang on their message: pictures drawn afresh, and only members get them, as long as the message can be read', async ({
	as,
	db
}) => {
	const [store, conversationId] = [newStore(), await plantTalk({ as, db })];
	const uploads = [
		{ name: 'Haus.jpg', bytes: await photo() },
		{ name: 'eicar.com', bytes: pdf },
		{ name: 'Plan.docx', bytes: docx }
	];
	const files = await keepFiles(as('jonas'), { store, uploads });
	const { id: messageId } = await say({ ...as('jonas'), now: new Date(now.getTime() + 5) }, { conversationId, text: '', files });
	const shown = (await findConversation(as('amira'), { id: conversationId })).messages.at(-1)?.files ?? [];
	expect(shown.map(({ name, contentType }) => [name, contentType.split('.').at(-1)])).toEqual([
		['Haus.webp', 'image/webp'],
		['eicar.com.pdf', 'application/pdf'],
		['Plan.docx', 'document']
	]);
	expect(JSON.stringify(shown)).not.toContain('talk/');
	const picture = await findTalkFile(as('amira'), shown[0]?.id ?? '');
	expect((await sharp((await store.get(picture.key)) ?? undefined).metadata()).exif).toBeUndefined();
	const fileId = shown[1]?.id ?? '';
	expect(await refusalOf(findTalkFile(as('jonas'), fileId))).toBe('done');
	for (const who of ['hanna', 'oskar', 'renate'] as const) expect(await refusalOf(findTalkFile(as(who), fileId))).toBe('404 not-found');
	expect(await refusalOf(findTalkFile(as(null), fileId))).toBe('401 sign-in');
	expect(await refusalOf(findTalkFile(as('amira'), 'x'))).toBe('404 not-found');
	await blockPerson(as('amira'), cast.jonas.id);
	expect(await refusalOf(findTalkFile(as('amira'), fileId))).toBe('404 not-found');
	await hideMessage(as('renate'), { messageId, reason: 'weg' });
	expect(await refusalOf(findTalkFile(as('jonas'), fileId))).toBe('404 not-found');
});

test('whoever left gets no file any more, and what no message names is swept when it is old', async ({ as, db }) => {
	const [store, conversationId] = [newStore(), await plantTalk({ as, db })];
	const sent = await keepFiles(as('jonas'), { store, uploads: [{ name: 'Haus.jpg', bytes: await photo() }] });
	const never = await keepFiles(as('jonas'), {
		store,
		uploads: [{ name: 'nie.odt', bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.text', a: 'x' }) }]
	});
	await say(as('jonas'), { conversationId, text: 'Hier', files: sent });
	const [file] = (await findConversation(as('amira'), { id: conversationId })).messages.at(-1)?.files ?? [];
	const later = (days: number) => ({ ...as(null), now: new Date(Date.now() + days * 86_400_000) });
	expect(await sweepTalkFiles(later(1), { store })).toBe(0);
	expect(await sweepTalkFiles(later(3), { store })).toBe(1);
	expect(await keysOf(store)).toEqual(sent.map(({ key }) => key));
	expect(await store.get(never[0]?.key ?? '')).toBeNull();
	await leaveConversation(as('amira'), conversationId);
	expect(await refusalOf(findTalkFile(as('amira'), file?.id ?? ''))).toBe('404 not-found');
});
