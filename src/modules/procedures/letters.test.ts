import { expect, test } from 'vitest';
import { letterPdf } from '#lib/server/pdf/draw.ts';
import { fieldsIn } from '#lib/text/merge.ts';
import { letterForm } from './forms-letter.ts';
import { asks, lettersOf, letterTemplates, letterTemplateOf, type LetterTemplate } from './letter-templates.ts';
import { knownFields, knownOf, mergedLetter, plainLetter, procedureLetter, whyNotLetter, type Written } from './letters.ts';
import { kinds, type Kind } from './procedure.ts';
import { proposedTimeline } from './timeline.ts';

const timeline = proposedTimeline('room_grant', '2027-01-04');
const facts: Parameters<typeof knownOf>[0] = {
	kind: 'room_grant',
	round: 1,
	timeline,
	title: 'Sommer im Feuerwehrhaus',
	slug: 'sommer-7',
	house: 'Feuerwehrhaus',
	town: 'Angermünde',
	lead: 'Ines Krüger',
	baseUrl: 'https://raum.example'
};
const known = knownOf(facts);
const typed = {
	...{ recipient: 'Werkhof in Gründung\nAmira Haddad\nMarkt 1\n16278 Angermünde', greeting: 'Guten Tag,', signatory: 'Ines Krüger' },
	...{ senderName: 'Stadt Angermünde', senderStreet: 'Markt 24', senderPlace: '16278 Angermünde', senderContact: '03331 2600' },
	...{ termin: 'Dienstag, 9. März, 17 Uhr', ort: 'vor der Tür', frist: 'Freitag', fehlt: 'die Skizze', grund: 'Es war knapp.' }
};
const write = (over: Record<string, string> = {}): Written => letterForm.parse({ ...typed, subject: 'Betreff', text: 'Text', ...over });

test.for(lettersOf('single_stage'))('%s says when to use it, asks for what its words need, and merges whole for every kind', (key) => {
	const template: LetterTemplate = letterTemplates[key];
	expect(template.when).toMatch(/\.$/);
	for (const kind of Object.keys(kinds) as Kind[]) {
		const text = template.text(kind);
		const used = fieldsIn(`${template.subject}\n${text}`);
		expect(used.filter((name) => Object.hasOwn(asks, name)).sort()).toEqual([...template.asks].sort());
		const written = write({ subject: template.subject, text });
		expect(whyNotLetter(written, known)).toBeNull();
		const { subject, paragraphs } = mergedLetter(written, known);
		expect(subject).toContain('Feuerwehrhaus');
		expect([subject, ...paragraphs].join()).not.toMatch(/[{}]|undefined|null/);
		expect([subject, ...paragraphs].join()).not.toMatch(/\b(Sie|Ihnen|Ihre[mnrs]?)\b(?! eine)/);
	}
});

test('a letter is not made with a field that nobody filled or that is none', () => {
	expect(whyNotLetter(write({ text: 'Kommt am {termin}.', termin: '' }), known)).toMatchObject({ field: 'termin' });
	expect(whyNotLetter(write({ text: 'Für {hof}.' }), known)).toEqual({
		field: 'text',
		message: 'Den Platzhalter {hof} gibt es nicht. Bitte durch Worte ersetzen.'
	});
	const draft = knownOf({ ...facts, slug: null, timeline: {} });
	expect(whyNotLetter(write({ text: 'Hier: {seite}' }), draft)?.message).toContain('noch keine Adresse');
	expect(whyNotLetter(write({ text: 'Bis {abgabe}' }), draft)?.message).toContain('{abgabe}');
	expect(whyNotLetter(write({ text: 'Für {haus}' }), draft)).toBeNull();
});

test('in the first of two stages the letter names the end of the first', () => {
	const two: typeof facts = { ...facts, kind: 'two_stage', timeline: proposedTimeline('two_stage', '2027-01-04') };
	expect(knownOf(two).abgabe).toBe('Mo., 15.02.2027, 12:00 Uhr');
	expect(knownOf({ ...two, round: 2 }).abgabe).not.toBe(knownOf(two).abgabe);
	expect(known.seite).toBe('https://raum.example/verfahren/sommer-7');
});

test('what somebody types is words: a field inside an answer is not filled in', () => {
	const { paragraphs } = mergedLetter(write({ text: 'Woran es lag: {grund}', grund: '{leitung} und {haus}' }), known);
	expect(paragraphs).toEqual(['Woran es lag: {leitung} und {haus}']);
});

test('for the post it stands in the window of the envelope, and as text it can go into a mail', () => {
	const { subject, text } = { subject: letterTemplates.absage.subject, text: letterTemplates.absage.text() };
	const written = write({ subject, text });
	const letter = procedureLetter({ written, known, number: 7, date: '2027-03-01', accent: '#8d3b24' });
	expect(letter).toMatchObject({
		returnLine: 'Stadt Angermünde · Markt 24 · 16278 Angermünde',
		recipient: ['Werkhof in Gründung', 'Amira Haddad', 'Markt 1', '16278 Angermünde'],
		subject: 'Entschieden: Feuerwehrhaus'
	});
	expect(new TextDecoder('latin1').decode(letterPdf(letter).slice(0, 8))).toMatch(/^%PDF-/);
	expect(plainLetter(mergedLetter(written, known), written)).toMatch(
		/^Guten Tag,\n\nDie Wahl für „Feuerwehrhaus“[^]*Ines Krüger\nStadt Angermünde$/
	);
	const bare = write({ senderStreet: '', senderPlace: '', senderContact: '' });
	expect(procedureLetter({ written: bare, known, number: 7, date: '2027-03-01', accent: '#8d3b24' })).toMatchObject({
		returnLine: 'Stadt Angermünde',
		footer: [['Stadt Angermünde']]
	});
});

test('an address has at most six lines; what is no template is none', () => {
	const long = letterForm.safeParse({ ...typed, subject: 'a', text: 'b', recipient: 'a\nb\nc\nd\ne\nf\ng' });
	expect(long.error?.issues[0]).toMatchObject({ path: ['recipient'] });
	for (const key of ['', 'toString', '__proto__', 'kuendigung']) expect(letterTemplateOf(key)).toBeNull();
	expect(Object.keys(knownFields)).toEqual(expect.arrayContaining(Object.keys(known)));
});
