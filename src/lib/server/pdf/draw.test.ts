import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrOf } from '../qr.ts';
import type { Block, Letter } from './blocks.ts';
import { certificatePdf, letterPdf, letterSeriesPdf, paperPdf } from './draw.ts';
import { printable } from './printable.ts';

const face = { title: 'Probe', date: '2026-11-29', sender: { name: 'Helle Orte', tagline: 'Häuser wieder anmachen' }, accent: '#8a4b08' };
const everyBlock: Block[] = [
	{ kind: 'text', text: 'Guten Tag,\nwillkommen.' },
	{ kind: 'heading', text: 'Was wir berechnen' },
	{ kind: 'heading', text: 'Im Einzelnen', level: 3 },
	{
		kind: 'table',
		columns: [
			{ title: 'Leistung', share: 1 },
			{ title: 'Betrag', align: 'right' }
		],
		rows: [['Aufnahmebeitrag', '100,00 €']],
		sums: [['Zu zahlen', '100,00 €']]
	},
	{ kind: 'list', items: ['eins', 'zwei'] },
	{ kind: 'facts', items: [['Land', 'Brandenburg']] },
	{ kind: 'payment', title: 'So bezahlen Sie', items: [['IBAN', 'DE02']], qr: qrOf('BCD'), alt: 'Code für die Überweisung' },
	{
		kind: 'code',
		title: 'So antworten Sie',
		items: [['Ihr Code', '7K3M']],
		qr: qrOf('7K3M'),
		alt: 'Code zum Antworten',
		caption: 'zum Antworten'
	},
	{ kind: 'break' },
	{ kind: 'signature', name: 'Oskar Behrens', role: 'Netzwerkbüro' }
];
const letter = (over: Partial<Letter> = {}): Letter => ({
	...face,
	returnLine: 'Helle Orte · Marktplatz 1 · 16278 Angermünde',
	recipient: ['Stadt Herzberg (Elster)', 'Markt 1', '04916 Herzberg (Elster)'],
	info: [['Datum', '29.11.2026']],
	subject: 'Rechnung HO-2026-0012',
	blocks: everyBlock,
	footer: [['Helle Orte'], ['IBAN DE02']],
	...over
});
const certificate = {
	...face,
	name: 'Herzberg (Elster)',
	lines: ['gehört dazu.'],
	facts: [['Seit', '1. März 2024']] as [string, string][],
	signatures: [{ name: 'Oskar Behrens', role: 'Netzwerkbüro' }],
	houses: [{ width: 20, floors: 2, roof: 'gable', lit: 3 } as const]
};

const raw = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
/** Debian's tools where they are (`poppler-utils`, `qpdf`); everything else is read from the bytes, everywhere. */
const hasTools = ['pdfinfo', 'pdftotext', 'qpdf'].every((tool) => existsSync(`/usr/bin/${tool}`));
const ask = (tool: string, pdf: Uint8Array, ...flags: string[]): string => {
	const path = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'a.pdf');
	writeFileSync(path, pdf);
	return execFileSync(`/usr/bin/${tool}`, [...flags, path, ...(tool === 'pdftotext' ? ['-'] : [])], {
		stdio: ['ignore', 'pipe', 'ignore']
	}).toString();
};

test.for([
	['letter', () => letterPdf(letter())],
	['paper', () => paperPdf({ ...face, lead: 'Worum es geht', blocks: everyBlock })],
	['certificate', () => certificatePdf(certificate)]
] as const)('a %s is a tagged PDF/UA file in German with a title, and the same paper is the same bytes', ([, make]) => {
	const pdf = make();
	const text = raw(pdf);
	expect(text.slice(0, 5)).toBe('%PDF-');
	expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
	expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
	expect(text).toMatch(/\/Lang\s*\(de-DE\)/);
	expect(text).toMatch(/\/DisplayDocTitle true/);
	expect(text).toContain('<rdf:li xml:lang="x-default">Probe</rdf:li>');
	expect(Buffer.compare(Buffer.from(make()), Buffer.from(pdf))).toBe(0);
});

test.runIf(hasTools)('readers of screens find headings, tables with heads, lists and a described picture, in reading order', () => {
	const pdf = letterPdf(letter());
	expect(ask('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
	expect(ask('qpdf', pdf, '--check')).toContain('No syntax or stream encoding errors found');
	const tree = ask('pdfinfo', pdf, '-struct-text');
	for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L (block)', 'Figure']) expect(tree, tag).toContain(tag);
	const order = ['Herzberg (Elster)', 'Rechnung HO-2026-0012', 'willkommen', 'Was wir berechnen', 'Aufnahmebeitrag', 'Zu zahlen', 'Oskar'];
	const places = order.map((word) => tree.indexOf(word));
	expect(places.every((at) => at >= 0)).toBe(true);
	expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.runIf(hasTools)('the address stands in the window of the envelope: 20 to 105 mm from the left, 45 to 90 mm from the top', () => {
	const box = ask('pdftotext', letterPdf(letter()), '-bbox');
	const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
	for (const word of ['Stadt', 'Markt', '04916']) {
		const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`).exec(box);
		const [left, top, right, bottom] = (found ?? []).slice(1).map(mm);
		expect(left, word).toBeGreaterThanOrEqual(20);
		expect(top, word).toBeGreaterThanOrEqual(45);
		expect(right, word).toBeLessThanOrEqual(105);
		expect(bottom, word).toBeLessThanOrEqual(90);
	}
});

test.runIf(hasTools)('a long letter counts its pages', () => {
	const blocks = Array.from({ length: 60 }, (_, i): Block => ({ kind: 'text', text: `Absatz ${i}. `.repeat(12) }));
	const text = ask('pdftotext', letterPdf(letter({ blocks })));
	expect(text).toMatch(/Seite 1 von \d/);
	expect(text).toMatch(/Seite 3 von \d/);
});

test.runIf(hasTools)('letters in one file each count their own pages and stand in their own window', () => {
	const { title, date, sender, accent, ...first } = letter();
	const second = { ...first, recipient: ['Erna Beispiel', 'Am Anger 2', '16278 Angermünde'], blocks: everyBlock.slice(0, 2) };
	const pdf = letterSeriesPdf({ title, date, sender, accent, letters: [first, second, first] });
	const pages = ask('pdftotext', pdf).match(/Seite \d von \d/g);
	const long = ['Seite 1 von 3', 'Seite 2 von 3', 'Seite 3 von 3'];
	expect(pages).toEqual([...long, 'Seite 1 von 1', ...long]);
	const [, left = '', top = ''] =
		/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Erna</.exec(ask('pdftotext', pdf, '-f', '4', '-l', '4', '-bbox')) ?? [];
	expect(Number(left)).toBeGreaterThan(56);
	expect(Number(top)).toBeGreaterThan(127);
	expect(Number(top)).toBeLessThan(255);
	expect(raw(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test.runIf(hasTools)('what looks like code of the typesetter stays text', () => {
	const evil = '#eval("1+1") #panic("aus") $x^2$ *fett* _kursiv_ @ref <label> `roh` \\ // weg /* weg */ #include "/etc/passwd" ]#{ "\u0000';
	const text = ask(
		'pdftotext',
		letterPdf(
			letter({
				subject: evil,
				title: evil,
				recipient: [evil],
				info: [[evil, evil]],
				blocks: [
					{ kind: 'text', text: evil },
					{ kind: 'list', items: [evil] }
				]
			})
		)
	).replace(/\s+/g, ' ');
	for (const word of ['#eval("1+1")', '#panic', '$x^2$', '*fett*', '@ref', '<label>', '#include "/etc/passwd"'])
		expect(text).toContain(word);
	expect(text).not.toContain('root:');
});

test('every text of the world can be printed: what has no shape here becomes a box, and no paper fails', () => {
	expect(printable('Łódź – Ёлка „Größe“\u00adn 100\u202f€')).toBe('Łódź – Ёлка „Größe“n 100\u00a0€');
	expect(printable('家 🏠 a\u0000b\r\nc')).toBe('▯ ▯ ab\nc');
	const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
	expect(paperPdf({ ...face, blocks: [{ kind: 'text', text: all }] }).length).toBeGreaterThan(1000);
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			const pdf = paperPdf({
				...face,
				title: `x${text}`,
				lead: text,
				blocks: [
					{ kind: 'list', items: [text] },
					{ kind: 'facts', items: [[text, text]] }
				]
			});
			expect(pdf.length).toBeGreaterThan(1000);
		}),
		{ numRuns: 40 }
	);
});
