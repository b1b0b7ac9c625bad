import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonOf, sideOfCriteria, sideOfSet } from './compare.ts';
import { criteriaSet, isWholeSet, readCriteriaSet, setFormat, toCriteriaFile } from './criteria-set.ts';
import type { Area, Criteria, Leaf } from './criteria.ts';
import { callBlocks, type Call } from './call.ts';
import { effortOf } from './effort.ts';
import { fixedText } from './frozen.ts';
import { inventConcepts } from './invent.ts';
import { bodiesOf } from './procedure.ts';
import { checklistOf, questionNames, toClarify } from './preflight.ts';
import { roles, roleWarningsOf, rolesOf, whyNotMember, type Member } from './roles.ts';
import { templates } from './templates.ts';
import { isRelative, warningsOf } from './warnings.ts';

const leaf = (over: Partial<Leaf> = {}): Leaf => ({
	...{ id: 'l', areaId: 'a', title: 'Nutzen', description: '', weight: 400, evidence: ['use_concept'], evidenceNote: '', version: 1 },
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: 3, text: 'alles' }
	],
	...over
});
const area = (leaves: Leaf[]): Area => ({ id: 'a', title: 'Haus', description: '', version: 1, leaves });
const codes = (leaves: Leaf[], price = { priceRule: 'fixed' as 'fixed' | 'weighted', priceShare: 0 }) =>
	warningsOf({ areas: [area(leaves)], ...price }).map(({ code }) => code);

test('a matrix says what stands out: one that decides, one that hardly counts, no levels, no proof, a wrong sum', () => {
	expect(codes([leaf({ weight: 400 }), leaf({ weight: 300 }), leaf({ weight: 300 })])).toEqual([]);
	expect(codes([leaf({ weight: 500 }), leaf({ weight: 490 }), leaf({ weight: 10 })])).toEqual(['decides-alone', 'hardly-counts']);
	expect(codes([leaf({ weight: 499, levels: [] }), leaf({ weight: 500, evidence: [] })])).toEqual([
		'sum',
		'no-levels',
		'decides-alone',
		'no-evidence'
	]);
	expect(codes(Array.from({ length: 16 }, () => leaf({ weight: 62 })))).toContain('too-many');
	expect(codes([])).toEqual(['empty-area']);
});

test('the price may weigh, but is spoken of when it outweighs', () => {
	const three = [leaf({ weight: 400 }), leaf({ weight: 300 }), leaf({ weight: 300 })];
	expect(codes(three, { priceRule: 'weighted', priceShare: 300 })).toEqual([]);
	expect(codes(three, { priceRule: 'weighted', priceShare: 301 })).toEqual(['price-heavy']);
	expect(codes(three, { priceRule: 'weighted', priceShare: 501 })).toEqual(['price-outweighs']);
});

test('a scale that measures against the others is found, one that describes is not', () => {
	for (const text of [
		'Das beste Konzept erhält die volle Punktzahl',
		'Höchstes Gebot: alle Punkte',
		'im Vergleich zu den anderen Bewerbungen',
		'besser als die anderen'
	])
		expect(isRelative(text), text).toBe(true);
	for (const text of ['Der Weg ist beschrieben', 'Bestes Licht im Saal nutzen', 'die Gruppe zeigt Referenzen'])
		expect(isRelative(text), text).toBe(false);
});

test('what is asked twice is written once, and two stages ask little first', () => {
	const criteria: Criteria = {
		areas: [area([leaf({ evidence: ['costs', 'use_concept'] }), leaf({ evidence: ['costs'] })])],
		eligibility: [{ id: 'e', title: 'Skizze', description: '', evidence: ['sketch'], evidenceNote: '', version: 1 }]
	};
	const one = effortOf({ kind: 'single_stage', criteria, own: {} });
	expect(one.stages).toHaveLength(1);
	expect(one.hours).toBe(6 + 5 + 6 + 16 + 12 + 6);
	const two = effortOf({ kind: 'two_stage', criteria, own: { costs: 20 } });
	expect(two.stages.map(({ hours }) => hours)).toEqual([17, 38]);
	expect(two.hint).toBeNull();
	const asksALot = {
		...criteria,
		eligibility: [{ ...criteria.eligibility[0]!, evidence: ['sketch', 'costs'] as const }]
	} as unknown as Criteria;
	expect(effortOf({ kind: 'two_stage', criteria: asksALot, own: {} }).hint).toContain('Zwei Seiten genügen');
});

const member = (over: Partial<Member>): Member => ({
	...{
		id: over.name ?? 'm',
		role: 'juror',
		jurorKind: 'council',
		hasVote: true,
		isOpener: false,
		name: 'M',
		email: null,
		affiliation: '',
		deputyFor: null
	},
	...over
});
test('votes, deputies and duties: what stands out is said with why', () => {
	const of = (members: Member[]) => roleWarningsOf({ kind: 'single_stage', body: 'council', members }).map(({ code }) => code);
	const manager = member({ name: 'Ines', role: 'manager', jurorKind: null, hasVote: false });
	expect(of([manager, member({ name: 'A' }), member({ name: 'B' })])).toEqual([
		'even',
		'one-sided',
		'no-deputy',
		'manager-alone',
		'few-openers',
		'no-clerk'
	]);
	expect(of([manager, member({ id: 'x', name: 'Ines' })])).toContain('manager-votes');
	expect(of([member({ name: 'P', role: 'pre_checker', jurorKind: null, hasVote: false }), member({ id: 'y', name: 'p ' })])).toContain(
		'checker-votes'
	);
	expect(whyNotMember({ role: 'manager', deputyFor: null, hasVote: false }, [manager])?.field).toBe('role');
	expect(whyNotMember({ role: 'deputy', deputyFor: 'niemand', hasVote: false }, [manager])?.field).toBe('deputyFor');
	expect(whyNotMember({ role: 'deputy', deputyFor: 'Ines', hasVote: false }, [manager])).toBeNull();
});

test('nobody is named for what a kind does not have: no jury where nothing is weighed, no keys where nothing is handed in', () => {
	expect(rolesOf('single_stage')).toEqual(roles);
	expect(rolesOf('room_grant')).toEqual(roles);
	expect(Object.keys(rolesOf('expression_of_interest'))).toEqual(['manager', 'pre_checker', 'deputy', 'adviser', 'clerk', 'opener']);
	expect(Object.keys(rolesOf('direct_match'))).toEqual(['manager', 'deputy', 'adviser', 'clerk']);
	expect(bodiesOf('direct_match', 'council')).not.toHaveProperty('jury_then_council');
	expect(bodiesOf('direct_match', 'jury_then_council'), 'what is chosen stays to be seen').toHaveProperty('jury_then_council');
	expect(bodiesOf('two_stage', 'council')).toHaveProperty('jury_then_council');
});

test('the call of an expression of interest speaks of no points, no order and no award, and one that weighs does', () => {
	const eligibility = [{ id: 'e', title: 'Skizze', description: '', evidence: ['sketch' as const], evidenceNote: '', version: 1 }];
	const criteria = { areas: [], eligibility };
	const wordsOf = (kind: 'expression_of_interest' | 'single_stage' | 'direct_match') => {
		const procedure: Call['procedure'] = {
			title: 'x',
			kind,
			transfer: 'lease',
			goal: '',
			terms: '',
			handIn: 'Schreibt uns.',
			priceRule: 'fixed',
			priceCents: 30_000,
			priceUnit: 'month',
			priceShare: 0,
			priceFullCents: null,
			termYears: null,
			decidingBody: 'council',
			tieRule: 'heaviest',
			isBlind: false,
			openness: 'ranking',
			timeline: {}
		};
		const house = { title: 'Haus', summary: '', story: '', usesWanted: [], usesExcluded: [] } as unknown as Call['house'];
		const call: Call = {
			procedure,
			house,
			town: 'Angermünde',
			units: [],
			criteria,
			members: [],
			files: [],
			effort: effortOf({ kind, criteria, own: {} })
		};
		return JSON.stringify(callBlocks(call));
	};
	expect(wordsOf('single_stage')).toMatch(/Sie geben keine Punkte.*die Reihenfolge mit Punkten/);
	const interest = wordsOf('expression_of_interest');
	expect(interest).not.toMatch(/Punkt|Reihenfolge|Zuschlag|Konzept zählt/);
	for (const said of ['Gewertet wird nichts.', 'Preis: 300', 'wie viele sich beworben haben', 'Schreibt uns.'])
		expect(interest).toContain(said);
	expect(wordsOf('direct_match')).not.toMatch(/Vom Ergebnis lesen alle|So bewerbt Ihr Euch/);
});

test('what is fixed is said of what a kind has', () => {
	expect(fixedText('two_stage')).toMatch(/Kriterien mit Gewichten.*Gleichstand/);
	expect(fixedText('expression_of_interest')).not.toMatch(/Kriterien|Gewicht|Gleichstand/);
	expect(fixedText('direct_match')).not.toMatch(/Kriterien|Bedingungen|Gewicht|Gleichstand|Ergebnis/);
});

test('questions are to be clarified until somebody answered, and only those of this house', () => {
	const fact = {
		kind: 'two_stage',
		transfer: 'heritable_right',
		priceRule: 'fixed',
		isMunicipal: true,
		heritage: 'none',
		isOnBehalf: false
	} as const;
	const list = checklistOf(fact, { use: { answer: 'settled', note: 'Bauaufsicht, 3. Mai' } });
	expect(list.map(({ name }) => name)).not.toContain('heritage');
	expect(list.map(({ name }) => name)).toContain('heritable');
	expect(toClarify(list)).toBe(list.length - 1);
	const priv = checklistOf({ ...fact, isMunicipal: false, isOnBehalf: true }, {}).map(({ name }) => name);
	expect(priv).toContain('owner');
	expect(priv).not.toContain('state_aid');
	const direct = checklistOf({ ...fact, kind: 'direct_match' }, {}).map(({ name }) => name);
	expect(direct, 'nobody applies').not.toContain('privacy');
	for (const name of questionNames)
		expect(
			checklistOf({ ...fact, heritage: 'unknown' }, {}).every(({ source }) => source),
			name
		).toBe(true);
});

test('every template comes to 100, has described levels and a source, and nothing stands out that it does not say', () => {
	for (const { set, sources, key } of templates) {
		expect(isWholeSet(set), key).toBe(true);
		expect(sources.length, key).toBeGreaterThan(0);
		const areas = set.areas.map((one, n) => ({ ...area(one.criteria.map((c, i) => leaf({ ...c, id: `${n}-${i}` }))), title: one.title }));
		expect(warningsOf({ areas, priceRule: 'fixed', priceShare: 0 }), key).toEqual([]);
	}
});

test('criteria travel as a file and come back the same', () => {
	for (const { set } of templates) {
		const criteria = {
			areas: set.areas.map(({ criteria, ...one }) => ({ ...one, id: 'a', version: 3, leaves: criteria.map((c) => leaf(c)) })),
			eligibility: set.eligibility.map((one) => ({ ...one, id: 'e', version: 2 }))
		};
		const file = JSON.stringify(toCriteriaFile(criteria, { title: set.title, source: set.source }));
		expect(readCriteriaSet(file)).toEqual({ set });
		expect(comparisonOf(sideOfCriteria('links', criteria), sideOfSet(set)).rows.every(({ left, right }) => left === right)).toBe(true);
	}
});

test('a file that is none says so in German, whatever it holds', () => {
	for (const bad of ['', '[]', '{"a":1}', 'null', '"x"', `{"format":"${setFormat}","version":2,"title":"x","areas":[]}`])
		expect(readCriteriaSet(bad)).toMatchObject({ message: expect.stringMatching(/[a-zä]/) });
	const file = (weight: unknown) =>
		JSON.stringify({ format: setFormat, version: 1, title: 'x', areas: [{ title: 'y', criteria: [{ title: 'z', weight }] }] });
	expect(readCriteriaSet(file(12.55))).toMatchObject({ message: expect.stringContaining('mehr als eine Stelle') });
	expect(readCriteriaSet(file(33.3))).toMatchObject({ set: { areas: [{ criteria: [{ weight: 333 }] }] } });
	const odd = file(50).replace('"z"', '"z\\ud800\\u0000\\\\u0000"');
	expect(readCriteriaSet(odd), 'what no database keeps').toMatchObject({ set: { areas: [{ criteria: [{ title: 'z\ufffd\\u0000' }] }] } });
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				fc.jsonValue().map((value) => file(value))
			),
			(json) => {
				const read = readCriteriaSet(json);
				if ('message' in read) expect(read.message).not.toMatch(/^(Invalid|Too|Expected|undefined)/);
				else expect(criteriaSet.safeParse(JSON.parse(json)).success).toBe(true);
			}
		)
	);
});

test('four invented concepts differ, stay on their scales and say that they are invented', () => {
	const leaves = Array.from({ length: 7 }, (_, n) => leaf({ id: `l${n}`, title: `K${n}` }));
	const invented = inventConcepts(leaves, { fromCents: 100, fullCents: 1100 });
	expect(new Set(invented.map(({ points }) => JSON.stringify(points))).size).toBe(4);
	for (const { name, points, offerCents } of invented) {
		expect(name).toContain('erfunden');
		expect(Object.values(points).every((n) => n >= 0 && n <= 3)).toBe(true);
		expect(offerCents).toBeGreaterThanOrEqual(100);
	}
});
