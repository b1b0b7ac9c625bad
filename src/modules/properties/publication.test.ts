import { expect, test } from 'vitest';
import { addressInText, changes, stateFor, waitsUntil, whyNotPublish, type PublicationFacts } from './publication.ts';
import { publicationStates, type PublicationState } from './vocabulary.ts';

const states = Object.keys(publicationStates) as PublicationState[];
const ready = (state: PublicationState, more: Partial<PublicationFacts> = {}): PublicationFacts => ({
	state,
	lifecycle: 'available',
	isMunicipal: false,
	title: 'Gasthof',
	summary: null,
	story: null,
	street: 'Berliner Straße',
	houseNumber: '3',
	hasPoint: true,
	precision: 'district',
	pictures: [],
	consents: [{ scope: 'public', withdrawnAt: null }],
	announcedAt: null,
	now: new Date('2026-11-22T10:00:00Z'),
	...more
});
const codes = (facts: PublicationFacts, to: PublicationState) => whyNotPublish(facts, to, 'weil').map((reason) => reason.code);

const allowed: Record<PublicationState, PublicationState[]> = {
	internal: ['announced', 'locked', 'network', 'public_blurred', 'public'],
	announced: ['internal', 'locked', 'network', 'public_blurred', 'public'],
	locked: ['internal'],
	network: ['internal', 'locked', 'public_blurred', 'public'],
	public_blurred: ['internal', 'locked', 'public'],
	public: ['internal', 'locked', 'public_blurred']
};

test.for(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', ([from, to]) => {
	expect(codes(ready(from), to)).toEqual(allowed[from].includes(to) ? [] : ['change-unknown']);
});

test('own municipal buildings need no consent, and no announcement either', () => {
	const own = ready('internal', { isMunicipal: true, consents: [] });
	expect(codes(own, 'public')).toEqual([]);
	expect(codes(own, 'announced')).toEqual(['own-property']);
});

test.for(['network', 'public_blurred', 'public'] as const)('without consent nothing reaches %s', (to) => {
	expect(codes(ready('internal', { consents: [] }), to)).toEqual(['consent-missing']);
	expect(codes(ready('internal', { consents: [{ scope: 'public', withdrawnAt: new Date() }] }), to)).toEqual(['consent-missing']);
});

test('a consent reaches as far as it says and no further', () => {
	const blurred = ready('internal', { consents: [{ scope: 'public_blurred', withdrawnAt: null }] });
	expect(codes(blurred, 'public_blurred')).toEqual([]);
	expect(codes(blurred, 'network')).toEqual([]);
	expect(codes(blurred, 'public')).toEqual(['consent-too-small']);
});

test('announced means waiting for a month', () => {
	const announcedAt = new Date('2026-10-22T10:00:00Z');
	const waiting = ready('announced', { consents: [], announcedAt });
	expect(waitsUntil(announcedAt)).toEqual(new Date('2026-11-22T10:00:00Z'));
	expect(codes(waiting, 'public_blurred')).toEqual([]);
	expect(codes({ ...waiting, now: new Date('2026-11-22T09:59:00Z') }, 'public_blurred')).toEqual(['waiting']);
});

test('an objection locks, and says so', () => {
	expect(whyNotPublish(ready('locked'), 'public')[0]?.message).toContain('Widerspruch');
});

test('everything that is missing is said at once', () => {
	const facts = ready('internal', { lifecycle: 'reported', hasPoint: false, pictures: [{ alt: ' ' }, { alt: 'Der Saal' }], consents: [] });
	expect(codes(facts, 'public_blurred')).toEqual(['not-recorded', 'place-missing', 'alt-missing', 'consent-missing']);
});

test('a place that is not known stands against showing it, not against showing the municipality', () => {
	expect(codes(ready('internal', { hasPoint: false, precision: 'municipality' }), 'public_blurred')).toEqual([]);
});

test.for([
	['district', 'Mitten in der Berliner Str. 3, im Ort', true],
	['district', 'Die Berlinerstraße 3', true],
	['district', 'Berliner Straße 31', false],
	['district', 'An der Berliner Straße gelegen', false],
	['municipality', 'An der Berliner Straße gelegen', true],
	['exact', 'Berliner Straße 3', false]
] as const)('%s: "%s" gives the address away: %s', ([precision, summary, gives]) => {
	expect(addressInText(ready('internal', { precision, summary }))).toBe(gives);
});

test('only the exact place is fully public', () => {
	expect(stateFor('exact')).toBe('public');
	expect(stateFor('hidden')).toBe('public_blurred');
	expect(changes.every((change) => change.from.every((from) => from !== change.to))).toBe(true);
});

test('an announcement that has been waited for holds after the publication too, so that the precision can be changed', () => {
	const waited = ready('public_blurred', { consents: [], announcedAt: new Date('2026-10-01T10:00:00Z') });
	expect(codes(waited, 'public')).toEqual([]);
	expect(codes({ ...waited, state: 'internal', announcedAt: null }, 'public')).toEqual(['consent-missing']);
});

test('a consent holds through its last day, as the day is in Germany', () => {
	const until = { scope: 'public', withdrawnAt: null, validUntil: '2026-11-22' } as const;
	const at = (iso: string) => codes(ready('internal', { consents: [until], now: new Date(iso) }), 'public');
	expect(at('2026-11-22T22:59:00Z')).toEqual([]);
	expect(at('2026-11-22T23:01:00Z')).toEqual(['consent-missing']);
});

test('whatever needs a reason is refused without one', () => {
	for (const change of changes.filter(({ ask }) => ask))
		for (const from of change.from) expect(whyNotPublish(ready(from), change.to, ' ').map(({ code }) => code)).toContain('reason-missing');
});
