import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditions, heritages, uses, type Condition, type Heritage, type Use } from '#modules/properties/vocabulary.ts';
import { applicants, deadlineKinds, purposes, type Applicant, type DeadlineKind, type Programme, type Purpose } from './programme.ts';
import { nothingKnown, suggestProgrammes, weigh, type Facts } from './suggest.ts';

const today = '2026-11-22';
const plain: Programme = {
	...{ id: 'a', slug: 'a', title: 'Dachpaket', giver: 'Land', summary: 'Dächer', states: [], districts: [], purposes: ['renovation'] },
	...{
		applicants: ['municipality'],
		heritageOnly: false,
		ownership: null,
		maxPopulation: null,
		quotaPct: 50,
		minEuro: null,
		maxEuro: null
	},
	...{
		deadlineKind: 'continuous',
		nextDeadline: null,
		sourceUrl: 'https://land.example',
		reviewedOn: '2026-11-01',
		reviewDays: 180,
		isDemo: true
	}
};
const house: Facts = {
	...{ stateCode: '12', districtCode: '12073', applicant: 'municipality', heritage: 'single_monument', condition: 'major_refurbishment' },
	...{ ownership: 'municipal', population: 13_500, uses: ['stage_culture'] }
};
const say = (over: Partial<Programme>, facts: Partial<Facts> = {}) => weigh({ ...plain, ...over }, { ...house, ...facts }, today);

test('a listed inn in Brandenburg hears why the programme fits', () => {
	const { reasons, conflicts, open, against } = say({ states: ['12'], heritageOnly: true, purposes: ['renovation', 'heritage'] });
	expect(reasons).toEqual([
		'liegt in der Gegend des Programms',
		'Kommune darf beantragen',
		'Einzeldenkmal',
		'Zustand: umfassende Sanierung'
	]);
	expect([conflicts, open, against]).toEqual([[], [], []]);
});

test.for<[string, Partial<Programme>, Partial<Facts>]>([
	['another state', { states: ['14'] }, {}],
	['another district of the same state', { districts: ['12062'] }, {}],
	['an applicant who may not', { applicants: ['association'] }, {}],
	['no monument', { heritageOnly: true }, { heritage: 'none' }],
	['a statute is no monument', { heritageOnly: true }, { heritage: 'preservation_statute' }],
	['a private house', { ownership: 'municipal' }, { ownership: 'private' }],
	['a municipal house', { ownership: 'private' }, {}],
	['a large town', { maxPopulation: 10_000 }, {}]
])('what is known excludes: %s', ([, programme, facts]) => {
	expect(say(programme, facts).conflicts).toHaveLength(1);
});

test('what is unknown is asked instead', () => {
	const strict: Partial<Programme> = { states: ['14'], heritageOnly: true, ownership: 'municipal', maxPopulation: 10_000 };
	const { conflicts, open } = weigh({ ...plain, ...strict }, nothingKnown, today);
	expect(conflicts).toEqual([]);
	expect(open).toHaveLength(5);
	expect(say({ districts: ['12073'] }, { districtCode: null })).toMatchObject({ conflicts: [], open: [expect.stringContaining('Gegend')] });
});

test('a passed deadline, an old look and other plans speak against it, and exclude nothing', () => {
	expect(say({ deadlineKind: 'dated', nextDeadline: '2026-11-21' }).against).toEqual(['Der letzte bekannte Stichtag ist vorbei.']);
	expect(say({ deadlineKind: 'dated', nextDeadline: today }).against).toEqual([]);
	expect(say({ reviewedOn: '2026-05-26' }).against[0]).toContain('Länger nicht geprüft');
	expect(say({ reviewedOn: '2026-05-27' }).against).toEqual([]);
	expect(say({}, { condition: 'ready_to_use' }).against[0]).toContain('sofort nutzbar');
	expect(say({ purposes: ['housing'] })).toMatchObject({ conflicts: [], against: [expect.stringContaining('Wohnen')] });
	expect(say({ purposes: ['culture'] }).reasons).toContain('gewünschte Nutzung: Kultur');
});

test('the best comes first, what does not come into question apart', () => {
	const best = { ...plain, id: 'b', title: 'Z', states: ['12'], heritageOnly: true };
	const stale = { ...plain, id: 'c', title: 'A', reviewedOn: '2020-01-01' };
	const out = { ...plain, id: 'd', applicants: ['church' as const] };
	const { suggested, excluded } = suggestProgrammes([out, stale, plain, best], house, today);
	expect(suggested.map(({ programme: { id } }) => id)).toEqual(['b', 'a', 'c']);
	expect(excluded.map(({ programme: { id } }) => id)).toEqual(['d']);
});

const of = <K extends string>(words: Record<K, string>) => fc.constantFrom(...(Object.keys(words) as K[]));
const state = fc.constantFrom('12', '14', '09');
const district = fc.constantFrom('12073', '12062', '14521', '09479');
const programmes = fc
	.record({
		...{ states: fc.uniqueArray(state), districts: fc.uniqueArray(district) },
		...{ purposes: fc.uniqueArray(of<Purpose>(purposes)), applicants: fc.uniqueArray(of<Applicant>(applicants)) },
		heritageOnly: fc.boolean(),
		ownership: fc.constantFrom('municipal' as const, 'private' as const, null),
		maxPopulation: fc.option(fc.integer({ min: 1, max: 100_000 })),
		deadlineKind: of<DeadlineKind>(deadlineKinds),
		nextDeadline: fc.constantFrom(null, '2026-01-01', '2027-01-01')
	})
	.map((some): Programme => ({ ...plain, ...some }));
const spots = fc.oneof(
	district.map((districtCode) => ({ stateCode: districtCode.slice(0, 2), districtCode })),
	state.map((stateCode) => ({ stateCode, districtCode: null }))
);
const facts = fc
	.tuple(
		spots,
		fc.record({
			...{ applicant: of<Applicant>(applicants), heritage: of<Heritage>(heritages), condition: of<Condition>(conditions) },
			ownership: fc.constantFrom('municipal' as const, 'private' as const),
			population: fc.integer({ min: 0, max: 200_000 }),
			uses: fc.uniqueArray(of<Use>(uses))
		})
	)
	.map(([spot, rest]): Facts => ({ ...spot, ...rest }));

test('unknown never excludes: forgetting facts never adds a conflict', () => {
	fc.assert(
		fc.property(programmes, facts, fc.subarray(Object.keys(nothingKnown) as (keyof Facts)[]), (programme, known, forgotten) => {
			// who forgets the state forgets the district in it
			const names = forgotten.includes('stateCode') ? [...forgotten, 'districtCode' as const] : forgotten;
			const less: Facts = { ...known, ...Object.fromEntries(names.map((name) => [name, nothingKnown[name]])) };
			const before = weigh(programme, known, today).conflicts;
			for (const conflict of weigh(programme, less, today).conflicts) expect(before).toContain(conflict);
		})
	);
	fc.assert(fc.property(programmes, (programme) => weigh(programme, nothingKnown, today).conflicts.length === 0));
});

test('every programme comes out once, and what is open is never also a reason', () => {
	fc.assert(
		fc.property(fc.array(programmes, { maxLength: 8 }), facts, (all, known) => {
			const { suggested, excluded } = suggestProgrammes(all, known, today);
			expect(suggested.length + excluded.length).toBe(all.length);
			for (const { reasons, open } of suggested) expect(open.filter((one) => reasons.includes(one))).toEqual([]);
		})
	);
});
