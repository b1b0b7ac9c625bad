import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askForm, expertForm, offerForm, programmeForm } from './forms.ts';
import { adviceAddress, helps, isAsked, programmeAddress, readAdviceFilter, readProgrammeFilter } from './filter.ts';
import { amountText, deadlineText, isStale, reviewDueOn, whyNotShow } from './programme.ts';
import { covers, regionText } from './region.ts';

const today = '2026-11-22';

test('a look at the source holds as long as was said, to the day', () => {
	const programme = { reviewedOn: '2026-05-26', reviewDays: 180 };
	expect(reviewDueOn(programme)).toBe(today);
	expect([isStale(programme, '2026-11-21'), isStale(programme, today)]).toEqual([false, true]);
});

test('amounts and deadlines as people say them', () => {
	expect(amountText({ quotaPct: 75, minEuro: 10_000, maxEuro: 150_000 })).toBe(
		'bis 75\u00a0%, mindestens 10.000\u00a0€, höchstens 150.000\u00a0€'
	);
	expect(amountText({ quotaPct: null, minEuro: null, maxEuro: null })).toBeNull();
	expect(deadlineText({ deadlineKind: 'continuous', nextDeadline: null }, today)).toBe('laufend, ohne Stichtag');
	expect(deadlineText({ deadlineKind: 'dated', nextDeadline: '2027-03-31' }, today)).toBe('bis 31.03.2027');
	expect(deadlineText({ deadlineKind: 'dated', nextDeadline: '2026-03-31' }, today)).toBe('der letzte Stichtag war am 31.03.2026');
	expect(deadlineText({ deadlineKind: 'calls', nextDeadline: null }, today)).toContain('nicht bekannt');
	expect(deadlineText({ deadlineKind: 'calls', nextDeadline: today }, today)).toContain('laufender Aufruf');
});

test('what nobody could use is not shown', () => {
	expect(whyNotShow({ purposes: [], applicants: ['church'] })).toContain('wofür');
	expect(whyNotShow({ purposes: ['energy'], applicants: [] })).toContain('wer');
	expect(whyNotShow({ purposes: ['energy'], applicants: ['church'] })).toBeNull();
});

test('a region takes in its states and districts, and says nothing where the spot says nothing', () => {
	const region = { states: ['14'], districts: ['12073'] };
	expect(covers({ states: [], districts: [] }, { stateCode: null, districtCode: null })).toBe(true);
	expect(covers(region, { stateCode: null, districtCode: null })).toBeNull();
	expect(covers(region, { stateCode: '12', districtCode: null })).toBeNull();
	expect(covers(region, { stateCode: null, districtCode: '12073' })).toBe(true);
	expect(covers(region, { stateCode: '12', districtCode: '12062' })).toBe(false);
	expect(covers(region, { stateCode: '09', districtCode: null })).toBe(false);
	expect(regionText(region, new Map([['14', 'Sachsen']]))).toBe('Sachsen, 12073');
});

test('an address and its filter are the same thing, whatever is in it', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom('q', 'land', 'zweck', 'wer', 'denkmal', 'raum', 'thema', 'zahlt', 'seite'), fc.string()),
			(raw) => {
				const query = new URLSearchParams(raw);
				const programmes = readProgrammeFilter(query);
				const again = (address: string) => new URLSearchParams(address.split('?')[1] ?? '');
				expect(readProgrammeFilter(again(programmeAddress(programmes, programmes.page)))).toEqual(programmes);
				const advice = readAdviceFilter(query);
				expect(readAdviceFilter(again(adviceAddress(advice, advice.page)))).toEqual(advice);
			}
		)
	);
});

test('words find with and without umlauts; without topics everything is taken', () => {
	const filter = readProgrammeFilter(new URLSearchParams('q=daecher&zweck=renovation'));
	const programme = { title: 'Dachpaket', giver: 'Land', summary: 'Für Dächer', purposes: ['renovation' as const] };
	expect(isAsked(programme, filter)).toBe(true);
	expect(isAsked({ ...programme, purposes: ['energy'] }, filter)).toBe(false);
	const one = { states: ['12'], districts: [], topics: [], texts: ['Ortstermin'] };
	expect(helps(one, readAdviceFilter(new URLSearchParams('thema=heritage&land=12')))).toBe(true);
	expect(helps(one, readAdviceFilter(new URLSearchParams('land=14')))).toBe(false);
	expect(helps({ ...one, payer: 'free' }, readAdviceFilter(new URLSearchParams('zahlt=shared')))).toBe(false);
});

const programme = { title: 'Dachpaket', giver: 'Land', summary: 'Dächer', sourceUrl: 'https://land.example', deadlineKind: 'dated' };
const issuesOf = (form: typeof programmeForm | typeof expertForm | typeof offerForm, input: object) =>
	form.safeParse(input).error?.issues.map(({ path }) => path[0]) ?? [];

test('forms say what is missing, field by field', () => {
	expect(issuesOf(programmeForm, programme)).toEqual(['nextDeadline']);
	expect(issuesOf(programmeForm, { ...programme, nextDeadline: '31.3.2027', minEuro: '10', maxEuro: '5' })).toEqual(['maxEuro']);
	expect(issuesOf(programmeForm, { ...programme, nextDeadline: '2027-03-31', sourceUrl: 'javascript:alert(1)' })).toEqual(['sourceUrl']);
	expect(issuesOf(expertForm, { name: 'Eva', work: 'Lehm', released: 'on' })).toEqual(['consent']);
	expect(
		offerForm.parse({ title: 'a', summary: 'b', moduleTitle: ['', 'Termin'], moduleHours: ['', '2,5'], moduleResult: ['', 'Protokoll'] })
	).toMatchObject({
		modules: [{ title: 'Termin', hours: 2.5, result: 'Protokoll' }]
	});
	expect(issuesOf(offerForm, { title: 'a', summary: 'b', capacity: '1,5' })).toEqual(['capacity']);
});

test('no form breaks, whatever is sent', () => {
	const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 4 }));
	const names = [
		...Object.keys(programme),
		'states',
		'districts',
		'moduleTitle',
		'moduleHours',
		'month',
		'text',
		'languages',
		'consent',
		'capacity'
	];
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...names), value), (input) => {
			for (const form of [programmeForm, offerForm, expertForm, askForm]) expect(typeof form.safeParse(input).success).toBe('boolean');
		})
	);
});
