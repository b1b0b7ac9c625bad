import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criteriaSet, isWholeSet, toCriteriaFile } from './criteria-set.ts';
import type { Criteria } from './criteria.ts';
import { grantFacts, lateWarning, missingOfGrant, whyNotPeriod } from './grant.ts';
import { lightSets } from './light-sets.ts';
import {
	bodiesFor,
	goalOf,
	isUntouched,
	lightKinds,
	lightTitle,
	openersNeeded,
	sentencesOf,
	stepBefore,
	stepFrom,
	stepNumber,
	titleFor,
	type LightKind
} from './light.ts';
import { kinds, kindRules, type Kind } from './procedure.ts';
import { hasOwner, isOwner, mayMove, mayPrepare, mayReadCall } from './policy.ts';
import { whyNotOwner } from './roles.ts';
import { warningsOf } from './warnings.ts';
import { missingOf } from './whole.ts';
import { moveNames } from './way.ts';

const words = Object.keys(lightKinds) as LightKind[];
/** A set as it stands in the database. */
function placed(kind: LightKind): Criteria {
	const { areas, eligibility } = lightSets[kind];
	return {
		eligibility: eligibility.map((one, n) => ({ id: `e${n}`, version: 1, ...one })),
		areas: areas.map(({ criteria, ...area }, a) => ({
			...{ id: `a${a}`, version: 1, ...area },
			leaves: criteria.map((leaf, n) => ({ id: `l${a}${n}`, areaId: `a${a}`, version: 1, ...leaf }))
		}))
	};
}

test('what a light form brings along is whole: weights come to 100, every level is described, nothing stands out', () => {
	expect(isWholeSet(lightSets.room_grant)).toBe(true);
	expect(warningsOf({ areas: placed('room_grant').areas, priceRule: 'fixed', priceShare: 0 })).toEqual([]);
	expect(lightSets.expression_of_interest.eligibility.length).toBeGreaterThan(0);
	for (const kind of words)
		expect(criteriaSet.parse(toCriteriaFile(placed(kind), { title: 'x', source: '' })).areas).toEqual(lightSets[kind].areas);
});

test('the four questions of a room grant are asked in its criteria', () => {
	const asked = lightSets.room_grant.areas.flatMap(({ criteria }) => criteria.map(({ title }) => title));
	expect(asked.sort()).toEqual(['Angebot an die Bürger:innen', 'Gemeinsame Arbeit', 'Vorstellung', 'Wunsch']);
});

test('a set gives way only as long as nobody has written into it', () => {
	for (const kind of words) {
		const here = placed(kind);
		expect(isUntouched(here, lightSets[kind])).toBe(true);
		for (const other of words) if (other !== kind) expect(isUntouched(here, lightSets[other])).toBe(false);
		const [first] = here.eligibility;
		if (first) first.description += ' Auch telefonisch.';
		expect(isUntouched(here, lightSets[kind])).toBe(false);
	}
});

test('three sentences are a goal and a goal is three sentences, whatever was written later', () => {
	expect(goalOf(['Ein Laden.', 'Für alle.', ''])).toBe('Ein Laden.\n\nFür alle.');
	const line = fc
		.string({ minLength: 1, maxLength: 40 })
		.map((text) => text.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
			const goal = lines.join('\n\n');
			expect(goalOf(sentencesOf(goal))).toBe(goal);
		})
	);
});

test('a title that was proposed follows the form, one that somebody chose stays', () => {
	const house = 'Laden am Anger';
	const proposed = lightTitle('expression_of_interest', house);
	expect(titleFor('room_grant', { title: proposed, house })).toBe('Raumstipendium: Laden am Anger');
	expect(titleFor('room_grant', { title: 'Platz für Töpfe', house })).toBe('Platz für Töpfe');
	expect(lightTitle('room_grant', 'x'.repeat(300)).length).toBe(160);
});

test('about a house of the town its bodies decide, about a private one its owner', () => {
	expect(bodiesFor({ isMunicipal: true })).toEqual(['mayor', 'main_committee', 'council']);
	expect(bodiesFor({ isMunicipal: false })).toEqual(['owner']);
});

test('steps are counted with the house as the first; what is no step begins anew', () => {
	expect([stepNumber('form'), stepNumber('wer')]).toEqual([2, 5]);
	expect([stepBefore('form'), stepBefore('worum'), stepBefore('wer')]).toEqual([null, 'form', 'tage']);
	const at = (search: string) => stepFrom(new URLSearchParams(search));
	for (const typed of ['', 'schritt=', 'schritt=toString', 'schritt=__proto__', 'neu', '/form']) expect(at(typed)).toBe('form');
	expect([at('schritt=wer'), at('schritt=worum&/about'), at('schritt=tage&gespeichert')]).toEqual(['wer', 'worum', 'tage']);
});

test.for([
	[null, null, 'from'],
	['2027-04-01', null, 'until'],
	['2027-04-01', '2027-04-01', 'until'],
	['2027-04-01', '2027-04-20', 'until'],
	['2027-04-01', '2031-04-01', 'until'],
	['2027-04-01', '2027-09-30', null]
] as const)('a period from %s until %s: %s', ([fromDay, untilDay, field]) => {
	expect(whyNotPeriod({ fromDay, untilDay })?.field ?? null).toBe(field);
});

test('a room grant says for how long, for how much and what the place gets; 0 is a fee, nothing is not', () => {
	const grant = { fromDay: '2027-04-01', untilDay: '2027-09-30', counterPerformance: 'Ein offener Nachmittag im Monat.' };
	expect(missingOfGrant(grant, { priceCents: 0 })).toEqual([]);
	expect(missingOfGrant(grant, { priceCents: null })).toEqual(['Die Pauschale fehlt. Wo nichts zu zahlen ist, bitte 0 eintragen.']);
	expect(missingOfGrant(null, { priceCents: 5000 })).toHaveLength(2);
	expect(grantFacts(grant, { priceCents: 5000, priceUnit: 'month' })).toEqual([
		['Zeitraum', '01.04.2027 bis 30.09.2027'],
		['Pauschale', '50\u00a0€ im Monat'],
		['Was der Ort davon hat', 'Ein offener Nachmittag im Monat.']
	]);
	expect(grantFacts(grant, { priceCents: 0, priceUnit: 'month' })[1]).toEqual(['Pauschale', 'keine']);
	expect(lateWarning(grant, '2027-04-02')).toContain('entschieden wird erst am 02.04.2027');
	expect(lateWarning(grant, '2027-03-01')).toBeNull();
});

test('where a jury weighs, a key may be lost; for light forms two keys are enough, and where nothing comes in sealed none is needed', () => {
	expect(openersNeeded('direct_match')).toEqual({ keys: 0, threshold: 2 });
	for (const kind of (Object.keys(kinds) as Kind[]).filter((one) => one !== 'direct_match'))
		expect(openersNeeded(kind)).toEqual({ keys: kindRules[kind].hasJury ? 3 : 2, threshold: 2 });
});

const ags = '12073008';
const hanna = { id: 'h', name: 'Hanna', email: 'h@x.example', grants: [] };
const ines = { id: 'i', name: 'Ines', email: 'i@x.example', grants: [{ role: 'editor', ags }] } as const;
const own = { ags, isMunicipal: false, ownerPersonId: 'h' };

test('a private owner prepares for the own house, and for no other', () => {
	expect([mayPrepare(hanna, own), mayPrepare(ines, own)]).toEqual([true, true]);
	for (const other of [
		{ ...own, isMunicipal: true },
		{ ...own, ownerPersonId: 'x' },
		{ ...own, ownerPersonId: null },
		{ ags, isMunicipal: undefined }
	])
		expect([mayPrepare(hanna, other), isOwner(hanna, other)]).toEqual([false, false]);
	expect([isOwner(null, own), isOwner(ines, own), hasOwner({ isMunicipal: false, ownerPersonId: null })]).toEqual([false, false, false]);
	expect(mayReadCall(hanna, { ...own, state: 'draft', isNamed: false })).toBe(true);
	expect(mayReadCall(hanna, { ...own, ownerPersonId: null, state: 'draft', isNamed: true })).toBe(false);
});

test('what the municipality answers for, the owner does not do alone; an owner who edits for the town does', () => {
	const refused = moveNames.filter((move) => !mayMove(hanna, own, move));
	expect(refused).toEqual(['publish', 'extend', 'cancel']);
	expect(
		moveNames.filter((move) => !mayMove(ines, own, move) || !mayMove({ ...ines, id: 'h' }, own, move) || !mayMove(null, own, move))
	).toEqual([]);
});

test('whoever owns the house is no juror, nor in the place of one', () => {
	const juror = {
		id: 'j',
		role: 'juror',
		jurorKind: 'locals',
		hasVote: true,
		isOpener: false,
		name: 'J',
		email: null,
		affiliation: '',
		deputyFor: null
	} as const;
	const lead = { ...juror, id: 'm', role: 'manager', hasVote: false } as const;
	const tried = (member: { role: 'juror' | 'deputy' | 'manager'; hasVote: boolean; deputyFor: string | null }) =>
		whyNotOwner({ isOwner: true, member, others: [juror, lead] })?.field ?? null;
	expect(tried({ role: 'juror', hasVote: true, deputyFor: null })).toBe('role');
	expect(tried({ role: 'juror', hasVote: false, deputyFor: null })).toBe('role');
	expect(tried({ role: 'deputy', hasVote: false, deputyFor: 'j' })).toBe('role');
	expect(tried({ role: 'deputy', hasVote: false, deputyFor: 'm' })).toBeNull();
	expect(tried({ role: 'manager', hasVote: false, deputyFor: null })).toBeNull();
	expect(whyNotOwner({ isOwner: false, member: juror, others: [] })).toBeNull();
});

test('the owner’s word takes the place of a mandate, and is asked for once the draft is finished', () => {
	const procedure = { kind: 'expression_of_interest', decidingBody: 'owner', goal: 'x', handIn: 'x', mandate: null, timeline: {} } as const;
	const rest = { criteria: placed('expression_of_interest'), members: [], today: '2026-11-30' };
	const said = (house: object, more: object = {}) =>
		missingOf({ procedure: { ...procedure, ...more }, house: { isMunicipal: false, ...house }, ...rest }).map(({ text }) => text);
	const [mandate, word] = ['Der Auftrag der Eigentümer:in ist noch nicht festgehalten.', /nicht freigegeben/];
	expect(said({})).toContain(mandate);
	expect(said({ ownerPersonId: 'h' })).not.toContain(mandate);
	expect(said({ ownerPersonId: 'h' }, { state: 'draft' }).join()).not.toMatch(word);
	expect(said({ ownerPersonId: 'h' }, { state: 'ready', releasedAt: null }).join()).toMatch(word);
	expect(said({ ownerPersonId: 'h' }, { state: 'ready', releasedAt: new Date() }).join()).not.toMatch(word);
	expect(said({ ownerPersonId: 'h', isMunicipal: true }, { state: 'ready' }).join()).not.toMatch(word);
});
