import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frozen } from '#modules/procedures/frozen.ts';
import { states as procedureStates, type State as ProcedureState } from '#modules/procedures/procedure.ts';
import { pageInstead, type Viewer } from './concept-pages.ts';
import { lastOne, states, stepNames, steps, whyNotStep, type Costs, type Draft, type State } from './concept.ts';
import { costHints, noCosts, sumsOf } from './costs.ts';
import { checkedFile, plainName } from './file-kind.ts';
import * as forms from './forms.ts';
import { missingOf } from './missing.ts';
import { sheetOf, wordsIn } from './sheet.ts';
import { exactText, graceSeconds, isInTime, whyClosed, whyNotHandIn, whyNotOpen } from './window.ts';
import { drawn } from './server/internal/open-box.ts';

test('only the steps of the table go, all others say why', () => {
	for (const state of Object.keys(states) as State[])
		for (const step of stepNames) {
			const may = (steps[step].from as readonly State[]).includes(state);
			expect(whyNotStep(state, step), `${state} ${step}`).toEqual(may ? null : expect.stringContaining(states[state]));
		}
	expect((['withdrawn', 'opened'] as const).flatMap((state) => stepNames.filter((step) => whyNotStep(state, step) === null))).toEqual([]);
});

test('a form that is sealed or withdrawn leads to what there is of the concept, before it and while it is changed it is there', () => {
	const viewer = (over: Partial<Viewer>): Viewer => ({
		state: 'draft',
		isChanging: false,
		hasMoney: true,
		isDecided: false,
		wasHandedIn: true,
		...over
	});
	const of = (over: Partial<Viewer>) => ['', '/kosten', '/dateien'].map((end) => pageInstead(viewer(over), end));
	for (const over of [{}, { state: 'lapsed' }, { state: 'submitted', isChanging: true }] as const)
		expect(of(over)).toEqual([null, null, null]);
	for (const state of ['submitted', 'withdrawn'] as const) expect(of({ state })).toEqual(['/abgabe', '/abgabe', '/abgabe']);
	expect(of({ state: 'opened' })).toEqual([null, '', '']);
	expect(of({ hasMoney: false })).toEqual([null, '/abgabe', null]);
});

test('the last one is told only what can be done in this state', () => {
	expect(lastOne('draft', { isInTime: true })).toContain('Werft den Entwurf weg');
	expect(lastOne('submitted', { isInTime: true })).toContain('Zieht es zurück');
	for (const state of ['submitted', 'opened'] as const) expect(lastOne(state, { isInTime: false })).not.toMatch(/zurück,|Entwurf/);
	expect(lastOne('withdrawn', { isInTime: true })).toContain('nach 90 Tagen gelöscht');
});

test('of an answer that is too long its field is named', () => {
	const parsed = forms.textsForm.safeParse({ 'a-c1': 'kurz', 'a-l1': 'x'.repeat(20_001) });
	expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['a-l1']]);
});

const deadline = new Date('2027-05-31T10:00:00.000Z');
test('the deadline is in time to the millisecond, everything after it is late', () => {
	fc.assert(
		fc.property(fc.integer({ min: -5_000, max: 5_000 }), (ms) => {
			const at = new Date(deadline.getTime() + ms);
			expect(isInTime({ deadline }, at)).toBe(ms <= 0);
			const why = whyNotHandIn({ state: 'open', deadline, round: 1 }, { ofRound: 1, at });
			expect(why === null).toBe(ms <= 0);
			expect(whyNotOpen({ state: 'open', deadline, round: 1 }, at)).not.toBeNull();
		})
	);
	expect(isInTime({ deadline: null }, deadline)).toBe(false);
});

test('handed in is only while concepts come in; opened only after the time of grace', () => {
	const open = (Object.keys(procedureStates) as ProcedureState[]).filter(
		(state) => whyNotHandIn({ state, deadline, round: 1 }, { ofRound: 1, at: deadline }) === null
	);
	expect(open, 'closed too: what arrived in time may end its work a moment later').toEqual(['open', 'closed']);
	expect(whyNotHandIn({ state: 'open', deadline, round: 2 }, { ofRound: 1, at: deadline })).toContain('Stufe');
	const reading = (state: ProcedureState, days: number) =>
		whyClosed({ state, deadline, round: 1 }, { ofRound: 1, at: new Date(deadline.getTime() + days * 86_400_000) });
	expect([reading('open', 0), reading('open', 3)]).toEqual([null, `Die Frist endete am ${exactText(deadline)}, nach der Uhr des Servers.`]);
	expect(reading('cancelled', 3)).toContain('aufgehoben');
	const after = (seconds: number) => new Date(deadline.getTime() + seconds * 1000);
	expect(whyNotOpen({ state: 'closed', deadline, round: 1 }, after(graceSeconds - 1))).toContain(exactText(deadline));
	expect(whyNotOpen({ state: 'closed', deadline, round: 1 }, after(graceSeconds))).toBeNull();
	expect(whyNotOpen({ state: 'precheck', deadline, round: 1 }, after(graceSeconds))).not.toBeNull();
});

const condition = { id: 'c1', title: 'Gruppe', description: '', evidence: ['group'] as never[], evidenceNote: '' };
const leaf = {
	id: 'l1',
	title: 'Nutzen',
	description: '',
	weight: 1000,
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: 3, text: 'alles' }
	],
	evidence: ['costs', 'bank_letter'] as never[],
	evidenceNote: ''
};
const frozen = {
	kind: 'two_stage',
	priceRule: 'weighted',
	priceUnit: 'total',
	eligibility: [condition],
	areas: [{ id: 'a', title: 'A', description: '', leaves: [leaf] }]
} as unknown as Frozen;

test('the form follows the call and the round', () => {
	const [first, second] = [sheetOf(frozen, 1), sheetOf(frozen, 2)];
	expect([first.fields.map(({ key }) => key), first.needsCosts, first.offerUnit]).toEqual([['c1', 'sketch'], false, null]);
	expect([second.fields.map(({ key }) => key), second.needsCosts, second.offerUnit]).toEqual([['c1', 'l1'], true, 'total']);
	expect(second.fields[1]).toMatchObject({ wantsFile: true, levels: ['alles', 'nichts'] });
	expect(sheetOf({ ...frozen, kind: 'expression_of_interest' } as Frozen, 1).fields.map(({ key }) => key)).toEqual(['c1', 'sketch']);
});

const draft: Draft = {
	...{
		title: 'Werkhof',
		summary: 'Werkstätten.',
		answers: { c1: 'Sieben Leute.', l1: 'Viel.' },
		costs: { ...noCosts, once: [{ text: 'Umbau', cents: 1 }] },
		offerCents: 0
	},
	applicant: { kind: 'group', name: 'Werkhof', contact: 'Amira', email: 'a@b.de', phone: '', members: null }
};
test('whole is what has everything, within its words; an offer of nothing is an offer', () => {
	const sheet = sheetOf(frozen, 2);
	const files = [{ for: 'l1' }];
	expect(missingOf(sheet, draft, files)).toEqual([]);
	const textsOf = (over: Partial<Draft>, its = files) => missingOf(sheet, { ...draft, ...over }, its).map(({ text }) => text);
	expect(textsOf({}, [])).toEqual([
		'Zu „Nutzen“ fehlt ein Nachweis als Datei (Kosten- und Finanzierungsplan, Schreiben einer Bank oder Förderstelle).'
	]);
	expect(textsOf({ offerCents: null, costs: null, title: ' ' })).toHaveLength(3);
	expect(textsOf({ answers: { ...draft.answers, l1: 'wort '.repeat(601) } })).toEqual(['„Nutzen“ hat 601 Wörter, höchstens 600 passen.']);
	expect(textsOf({ summary: 'wort '.repeat(151) })).toHaveLength(1);
	const mailed = (email: string) => textsOf({ applicant: { ...draft.applicant, email } });
	expect([mailed(' '), mailed('quatsch')]).toEqual([[expect.stringMatching(/^Es fehlt/)], [expect.stringMatching(/^„quatsch“ ist keine/)]]);
	expect(wordsIn('Ein Café, 3,5 Tage: Müller’s Werk-Hof!')).toBe(6);
});

test('hints about costs: gaps, reserves, interest, rent', () => {
	const costs: Costs = {
		...{ once: [{ text: 'Umbau', cents: 20_000_00 }], funds: [{ text: 'Darlehen', cents: 15_000_00 }], note: '' },
		...{ yearly: [{ text: 'Energie', cents: 5_000_00 }], income: [{ text: 'Mieten', cents: 4_800_00 }] }
	};
	const hints = costHints(costs, 100).join(' ');
	for (const part of ['noch 5.000', 'Unvorhergesehenes', 'fehlen 200', 'Rücklage', 'weder Zinsen', '4\u00a0€ je m²'])
		expect(hints).toContain(part);
	expect(sumsOf(costs)).toEqual({ once: 20_000_00, funds: 15_000_00, yearly: 5_000_00, income: 4_800_00 });
});

test('numbers are drawn: each once, and not always the same', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 60 }), (n) => {
			expect([...drawn(n)].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
		})
	);
	expect(new Set(Array.from({ length: 40 }, () => drawn(10).join())).size).toBeGreaterThan(30);
});

const schemas = Object.entries(forms).filter(([name]) => name.endsWith('Form')) as [string, typeof forms.keyForm][];
const words = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', ' ', '-1', '12,5', '1.234,56 €', '9'.repeat(400), '00000000-0000-7000-8000-000000000001', 'AGE-SECRET-KEY-1')
);
const names = [
	'mark',
	'title',
	'summary',
	'email',
	'members',
	'a-c1',
	'a-',
	'onceText',
	'onceAmount',
	'fundsText',
	'offer',
	'note',
	'for',
	'fileId',
	'secretKey',
	'kind',
	'groupId',
	'name',
	'sure',
	'personId'
];
const given = fc.dictionary(fc.constantFrom(...names), fc.oneof(words, fc.array(words, { maxLength: 5 })));
test.for(schemas)('%s: anything at all is taken or refused with sentences', ([, schema]) => {
	fc.assert(
		fc.property(given, (values) => {
			const parsed = schema.safeParse(values);
			if (!parsed.success) for (const { message } of parsed.error.issues) expect(message).toMatch(/\S/);
		})
	);
});

test('any bytes are a file or a sentence that names it; names are plain', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ minLength: 1 }), (bytes, name) => {
			const found = checkedFile(plainName(name), bytes);
			expect('against' in found ? found.against : found.contentType).toMatch('against' in found ? /„.+“/ : /^(image|application)\//);
			expect(plainName(name)).not.toMatch(/[/\\"<>\0\r\n]/);
		})
	);
});
