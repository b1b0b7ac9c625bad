import { dayAfter } from '#lib/calendar.ts';
import { expect, test } from 'vitest';
import { missingIn, sectionsOf, type FormContent } from './application-form.ts';
import { applicationsCsv } from './application-file.ts';
import { letterFor } from './letters.ts';
import { berlinMoment, fieldMoment, momentText } from '#lib/text/berlin.ts';
import { dueOn } from './promises.ts';
import { asks, explainSelfCheck, sizeAnswer } from './self-check.ts';
import { applicationStates, type ApplicationState } from './vocabulary.ts';

const form: FormContent = {
	questions: [
		{ id: 'q1', theme: 'attitude', title: 'Mit welcher Haltung?', hint: null, isRequired: true },
		{ id: 'q2', theme: 'projects', title: 'Welche Häuser?', hint: null, isRequired: false }
	],
	criteria: [{ id: 'c1', title: 'Zeit', text: 'Zwei Stunden.', check: 'time' }]
};

test('an application says what is missing, section by section, and nothing when all is there', () => {
	expect(sectionsOf(form, true).map(({ key }) => key)).toEqual(['frage-1', 'frage-2', 'kriterien', 'zeit', 'werte', 'kontakt']);
	expect(missingIn({ form, answers: {}, valuesVersion: 2 }).map(({ key }) => key)).toEqual([
		'frage-1',
		'kriterien',
		'zeit',
		'werte',
		'kontakt'
	]);
	const answers = {
		'frage-1': { text: 'Offen.', houses: [] },
		kriterien: { c1: { status: 'open' as const, note: '' } },
		zeit: { minutesPerWeek: 0, who: '' },
		werte: { version: 2 },
		kontakt: { name: 'Karin Voss', function: '', email: 'voss@stadt.example', phone: '' }
	};
	expect(missingIn({ form, answers, valuesVersion: 2 })).toEqual([]);
	expect(missingIn({ form, answers, valuesVersion: 3 }).map(({ key }) => key)).toEqual(['werte']);
	expect(missingIn({ form, answers, valuesVersion: null })).toEqual([]);
});

const town = (population: number, isRural: boolean | null) => ({
	...{ ags: '1', slug: 's', name: 'Stadt', where: '', population: String(population), ruralType: null },
	size: sizeAnswer({ population, isRural })
});

test('the self-check never says no: a city is told whom to ask, and every gap has its help', () => {
	expect(sizeAnswer({ population: 12_000, isRural: true })).toMatchObject({ status: 'met' });
	expect(sizeAnswer({ population: 12_000, isRural: false })).toMatchObject({ status: 'partly' });
	expect(sizeAnswer({ population: 3_700_000, isRural: false }).text).toContain('Schreiben Sie trotzdem');
	const conditions = [
		{ title: 'Größe', check: 'size' as const },
		...Object.keys(asks).map((check) => ({ title: check, check: check as keyof typeof asks }))
	];
	const open = explainSelfCheck(
		{ conditions, town: town(3_700_000, false) },
		{ attitude: 'open', exchange: 'open', experience: 'open', time: 'open', fee: 'open' }
	);
	expect(open).toMatchObject({ open: 6, headline: 'Lassen Sie sich Zeit.' });
	for (const { help } of open.lines) expect(help).toBeTruthy();
	const met = explainSelfCheck(
		{ conditions, town: town(9_000, true) },
		{ attitude: 'met', exchange: 'met', experience: 'met', time: 'met', fee: 'met' }
	);
	expect(met).toMatchObject({ open: 0, partly: 0, headline: 'Das passt gut.' });
});

test('a clock in Germany is read in summer and in winter; an hour that does not exist is none', () => {
	expect(berlinMoment('2026-12-03T15:30')?.toISOString()).toBe('2026-12-03T14:30:00.000Z');
	expect(berlinMoment('2026-07-03T15:30')?.toISOString()).toBe('2026-07-03T13:30:00.000Z');
	expect(berlinMoment('2026-03-29T02:30')).toBeNull();
	for (const bad of ['', 'morgen', '2026-13-01T10:00', '2026-12-03']) expect(berlinMoment(bad)).toBeNull();
	const moment = new Date('2026-12-03T14:30:00Z');
	expect(momentText(moment)).toBe('Donnerstag, 3. Dezember 2026 um 15:30 Uhr');
	expect(fieldMoment(moment)).toBe('2026-12-03T15:30');
});

test('a promise is a day; on hold it is the day that was named; where nothing is promised there is none', () => {
	expect(dayAfter('2026-12-28', 7)).toBe('2027-01-04');
	expect(dueOn('submitted', '2026-11-29', null)).toBe('2026-12-06');
	expect(dueOn('on_hold', '2026-11-29', '2027-02-01')).toBe('2027-02-01');
	for (const state of ['draft', 'active', 'declined', 'withdrawn'] as const) expect(dueOn(state, '2026-11-29', null)).toBeNull();
});

test('every letter speaks of the town and its reason, and none of them leaves a gap', () => {
	const facts = {
		network: 'Helle Orte',
		organisation: 'Nieheim',
		reason: 'Wir sehen uns im Frühjahr.',
		dueOn: '2027-03-01',
		feeCents: 10_000
	};
	const written = (Object.keys(applicationStates) as ApplicationState[]).flatMap((state) => letterFor(state, facts) ?? []);
	expect(written.length).toBeGreaterThan(7);
	for (const { title, paragraphs } of written) expect(`${title} ${paragraphs.join(' ')}`).not.toMatch(/undefined|null|NaN|  /);
	expect(letterFor('declined', facts)?.paragraphs[0]).toBe('Wir sehen uns im Frühjahr.');
	expect(letterFor('fee_pending', facts)?.paragraphs.at(-1)).toContain('100\u00a0€');
});

test('a town whose name is a formula stays a name in the file', () => {
	const item = {
		...{ id: '1', organisationId: '2', name: '=HYPERLINK("x")', ags: null, land: null, population: null, state: 'submitted' as const },
		...{ createdAt: new Date(0), submittedAt: null, stateSince: new Date(0), dueOn: null, isOverdue: false, completeness: 0.5 },
		...{ minutesPerWeek: 120, feeCents: 0, isDraft: false }
	};
	expect(applicationsCsv([item])).toContain("'=HYPERLINK");
});
