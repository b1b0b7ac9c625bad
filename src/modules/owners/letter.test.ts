import { expect, test } from 'vitest';
import { letterPdf, letterSeriesPdf, paperPdf } from '#lib/server/pdf/draw.ts';
import { qrOf } from '#lib/server/qr.ts';
import { costBlocks, noticeBlocks, noticeLetter, outreachLetter, type OutreachFacts } from './letter.ts';

const facts: OutreachFacts = {
	sender: {
		...{ name: 'Stadt Angermünde', unit: 'Stadtplanung', street: 'Markt 24', postalCode: '16278', city: 'Angermünde', phone: '03331 2600' },
		...{ email: 'haus@angermuende.example', protection: 'datenschutz@angermuende.example', authority: 'LDA Brandenburg' }
	},
	owner: { name: 'Erna {haus}', representative: null, legalBasis: 'public_task', origin: 'Grundbuchamt', purgeOn: '2029-11-22' },
	address: ['Erna {haus}', 'Am Anger 2', '16278 Angermünde'],
	house: { title: 'Gasthof', reference: 'ANG-2026-0001', address: 'Markt 3, 16278 Angermünde' },
	...{ date: '2026-11-22', accent: '#84301e' },
	campaign: {
		subject: 'Ihr Haus: {haus}',
		text: 'Es geht um {haus}.\n\nBis {frist}.',
		signatory: 'Ines Krüger',
		signatoryRole: null,
		replyBy: '2027-01-15'
	},
	reply: { site: 'raum.example/haus', code: '7K3M-9QWD-2XHB', qr: qrOf('https://raum.example/haus?code=7K3M-9QWD-2XHB') },
	costs: null
};
const textOf = (letter: object) => JSON.stringify(letter);

test('a letter says whose it is, what about, how to answer, and all that Art. 14 asks for', () => {
	const letter = outreachLetter(facts);
	expect(letter.subject).toBe('Ihr Haus: Gasthof');
	expect(letter.recipient).toEqual(facts.address);
	const text = textOf(letter);
	for (const word of ['7K3M-9QWD-2XHB', '15.01.2027', '03331 2600', 'Guten Tag Erna {haus},']) expect(text).toContain(word);
	for (const owed of [
		'Verantwortlich',
		'datenschutz@angermuende.example',
		'Grundlage',
		'Grundbuchamt',
		'22.11.2029',
		'Art. 21 DSGVO',
		'LDA Brandenburg'
	])
		expect(text).toContain(owed);
	expect(text).not.toContain('Widerruf');
	expect(textOf(noticeLetter({ ...facts, owner: { ...facts.owner, legalBasis: 'consent' } }))).toContain('Widerruf');
});

test('the costs lie in the letter only where that was wished, with where each number comes from', () => {
	expect(textOf(outreachLetter(facts))).not.toContain('kostet');
	const sheet = {
		lines: [{ kind: 'insurance', label: 'Versicherung', amount: 700, source: 'im Register eingetragen' }],
		total: 700,
		areaM2: 290
	} as const;
	const text = textOf(
		outreachLetter({
			...facts,
			costs: { sheet: { ...sheet, lines: [...sheet.lines] }, empty: 'seit etwa 9 Jahren ohne Nutzung (seit 2017)', years: 9 }
		})
	);
	for (const word of ['Was das leere Haus im Jahr kostet', 'im Register eingetragen', 'keine Rechtsauskunft', '9 Jahren'])
		expect(text).toContain(word);
});

test('a hundred letters are one accessible file', () => {
	const { title, date, sender, accent, ...letter } = outreachLetter(facts);
	const pdf = letterSeriesPdf({ title, date, sender, accent, letters: Array.from({ length: 100 }, () => letter) });
	expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('every paper of its own is accessible: headings follow one another', () => {
	const line = { kind: 'insurance', label: 'Versicherung', amount: 700, source: 'eigene Angabe' } as const;
	const costs = { sheet: { lines: [line], total: 700, areaM2: 290 }, empty: 'seit etwa 9 Jahren ohne Nutzung (seit 2017)', years: 9 };
	const face = { title: 'Probe', date: '2026-11-22', sender: { name: 'Angermünde' }, accent: '#84301e' };
	const { title, date, sender, accent, ...letter } = outreachLetter({ ...facts, costs });
	const papers = [
		letterPdf(noticeLetter(facts)),
		paperPdf({ ...face, blocks: costBlocks(costs) }),
		paperPdf({ ...face, blocks: noticeBlocks(facts.sender, facts.owner) }),
		letterSeriesPdf({ title, date, sender, accent, letters: [letter] })
	];
	for (const pdf of papers) expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});
