import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { camtFile } from '#testing/camt.ts';
import { xmlIn } from './bank-bytes.ts';
import { readCamt } from './camt.ts';

const codeOf = (run: () => unknown): string => {
	try {
		run();
		return 'none';
	} catch (error) {
		if (error instanceof Refusal) return error.code;
		throw error;
	}
};
const only = (xml: string) => readCamt(xml)[0]?.entries ?? [];

test.for(['02', '08'] as const)('version %s: who paid what, when and for what, the broken lines joined', (version) => {
	const xml = camtFile(
		[{ amount: '100.00', name: 'Stadt Müncheberg & Söhne', purpose: 'Rechnung HO-2026-0012 Aufnahmebeitrag Helle Orte', reference: 'R1' }],
		{ version }
	);
	expect(readCamt(xml)).toMatchObject([
		{
			iban: 'DE02120300000000202051',
			entries: [{ direction: 'credit', cents: 10_000, bookedOn: '2026-11-20', name: 'Stadt Müncheberg & Söhne' }]
		}
	]);
	expect(only(xml)[0]?.purpose.replace(/\s/g, '')).toBe('RechnungHO-2026-0012AufnahmebeitragHelleOrte');
});

test('a namespace prefix, a structured reference and an end-to-end number are read as well', () => {
	const xml = camtFile([{ amount: '99.5', structured: 'RF18HO20260012', endToEnd: 'HO-2026-0013' }], { prefix: 'ns2' });
	expect(only(xml)).toMatchObject([{ cents: 9_950, purpose: 'RF18HO20260012 HO-2026-0013', name: null }]);
});

test('a collective entry is its single payments, each with its own amount', () => {
	const part = (amount: string, name: string) =>
		`<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties></TxDtls>`;
	const xml = camtFile([{ amount: '300.00', reference: 'SAMMEL' }]).replace(
		/<NtryDtls>.*<\/NtryDtls>/s,
		`<NtryDtls>${part('100.00', 'A-Stadt')}${part('200.00', 'B-Stadt')}</NtryDtls>`
	);
	expect(only(xml).map(({ cents, name }) => [cents, name])).toEqual([
		[10_000, 'A-Stadt'],
		[20_000, 'B-Stadt']
	]);
});

test('what is not booked, not euro or no amount is passed over; what went out is a debit', () => {
	const xml = camtFile([
		{ amount: '1.00', status: 'PDNG' },
		{ amount: '1.005' },
		{ amount: '-5' },
		{ amount: '7.00', direction: 'DBIT', name: 'Stadt X' }
	]).replace('<Amt Ccy="EUR">-5', '<Amt Ccy="USD">5');
	expect(only(xml)).toMatchObject([{ direction: 'debit', cents: 700, name: 'Stadt X' }]);
});

test('the same movement has the same key in every file, two that look alike in one have two', () => {
	const one = { amount: '100.00', name: 'Stadt X', purpose: 'HO-2026-0001' };
	const [a, b] = only(camtFile([one, one]));
	const [again] = only(camtFile([one], { version: '02' }));
	expect(a?.key).not.toBe(b?.key);
	expect(again?.key).toBe(a?.key);
	const withReference = only(camtFile([{ ...one, reference: 'R7' }]));
	expect(only(camtFile([{ ...one, purpose: 'anders', reference: 'R7' }]))[0]?.key).toBe(withReference[0]?.key);
});

test.for([
	['an external entity', '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>', 'not-camt'],
	['a bomb of entities', '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Document>&b;</Document>', 'not-camt'],
	['no XML at all', 'Buchungstag;Betrag\n1.1.2026;100', 'not-camt'],
	['half a file', camtFile([{ amount: '1.00' }]).slice(0, 300), 'not-camt'],
	['an interim report', '<Document><BkToCstmrAcctRpt/></Document>', 'not-camt'],
	['nested without end', `<Document>${'<a>'.repeat(5000)}`, 'not-camt'],
	['nothing', '', 'not-camt']
] as const)('%s is refused with a sentence', ([, xml, code]) => {
	expect(codeOf(() => readCamt(xml))).toBe(code);
});

test('entities in names are read as signs and never twice; a prototype is not touched', () => {
	const xml = camtFile([{ amount: '1.00', name: 'X' }]).replace('<Nm>X', '<Nm>A &amp;lt; B &#65; &unbekannt; &#0;');
	expect(only(xml)[0]?.name).toBe('A &lt; B A &unbekannt; &#0;');
	codeOf(() => readCamt('<Document><BkToCstmrStmt><Stmt><__proto__><x>1</x></__proto__></Stmt></BkToCstmrStmt></Document>'));
	expect(({} as { x?: string }).x).toBeUndefined();
});

test('a ZIP of several files is read, other files in it are passed over; ISO 8859-1 is understood', () => {
	const latin = Buffer.from(camtFile([{ amount: '2.00', name: 'Plön' }]).replace('UTF-8', 'ISO-8859-1'), 'latin1');
	const zip = zipSync({
		'a.xml': strToU8(camtFile([{ amount: '1.00' }])),
		'b.XML': latin,
		'liesmich.txt': strToU8('x'),
		'__MACOSX/a.xml': strToU8('x')
	});
	expect(xmlIn(zip).flatMap((xml) => only(xml).map(({ cents, name }) => [cents, name]))).toEqual([
		[100, null],
		[200, 'Plön']
	]);
	expect(codeOf(() => xmlIn(zipSync({ 'liesmich.txt': strToU8('x') })))).toBe('empty-zip');
	expect(codeOf(() => xmlIn(zip.subarray(0, 60)))).toMatch(/^(broken-zip|empty-zip)$/);
});

test('what is too large is refused before it unfolds', () => {
	expect(codeOf(() => xmlIn(new Uint8Array(6 * 1024 * 1024)))).toBe('too-large');
	expect(codeOf(() => xmlIn(zipSync({ 'a.xml': new Uint8Array(60 * 1024 * 1024) })))).toBe('too-large');
	expect(codeOf(() => xmlIn(zipSync(Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`${i}.xml`, strToU8('x')])))))).toBe(
		'too-large'
	);
});

test('whatever bytes come, there is an answer or a refusal, never a crash, and every entry is whole', () => {
	const good = camtFile([{ amount: '100.00', name: 'Stadt X', purpose: 'HO-2026-0001', reference: 'R1' }]);
	const spoilt = fc
		.tuple(fc.nat(good.length), fc.nat(30), fc.string({ maxLength: 12 }))
		.map(([from, cut, put]) => good.slice(0, from) + put + good.slice(from + cut));
	const zipped = fc.tuple(fc.nat(400), fc.nat(255)).map(([place, byte]) => {
		const zip = zipSync({ 'a.xml': strToU8(good) });
		zip[place % zip.length] = byte;
		return zip;
	});
	fc.assert(
		fc.property(fc.oneof(spoilt.map(strToU8 as (text: string) => Uint8Array), fc.uint8Array({ maxLength: 300 }), zipped), (bytes) => {
			codeOf(() => {
				for (const { entries } of xmlIn(bytes).flatMap(readCamt))
					for (const { cents, bookedOn, key } of entries) {
						expect(Number.isSafeInteger(cents) && cents >= 0).toBe(true);
						expect(bookedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
						expect(key.length).toBeGreaterThan(3);
					}
			});
		}),
		{ numRuns: 400 }
	);
});
