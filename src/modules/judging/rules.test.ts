import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declaredOf, stepsOfAll, whyNotDeclare, type Declaration } from './conflict.ts';
import { hasSameDomain, isNamedIn } from './hints.ts';
import { whyNotAdmit, type Checked } from './precheck.ts';
import { hiddenMark, redact, suggestedWords } from './redact.ts';
import { remindersOn } from './remind.ts';
import { furtherText, missingIn, whyNotKeep } from './review.ts';
import { holderOf, openOf, votingMember, type Seating } from './seat.ts';
import { medianText, spreadOf } from './spread.ts';
import { stepNow } from './steps.ts';
import { factorPage, toFactorPage, wayBack } from './to-factor-page.ts';
import { Refusal } from '#lib/refusal.ts';

const votes = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 15 });

test('who stands out does not depend on the order of the votes', () => {
	fc.assert(
		fc.property(votes, fc.integer({ min: 1, max: 10 }), (points, top) => {
			const found = (all: readonly number[]) => (spreadOf(all, top)?.outliers ?? []).map((n) => all[n]).sort();
			expect(found([...points].reverse())).toEqual(found(points));
		})
	);
});

test('votes that agree never stand out, less than three never do, and the one in the middle never does', () => {
	fc.assert(
		fc.property(votes, fc.integer({ min: 1, max: 10 }), (points, top) => {
			const spread = spreadOf(points, top);
			const outliers = spread?.outliers ?? [];
			if (points.length < 3 || new Set(points).size === 1) expect(outliers).toEqual([]);
			if (points.length % 2) expect(outliers.map((n) => 2 * (points[n] ?? 0))).not.toContain(spread?.median2);
			expect([spread?.lowest, spread?.highest]).toEqual([Math.min(...points), Math.max(...points)]);
		})
	);
});

test('exactly a third away does not stand out, a little more does', () => {
	expect(spreadOf([3, 3, 2], 3)?.outliers).toEqual([]);
	expect(spreadOf([3, 3, 1], 3)?.outliers).toEqual([2]);
	expect(spreadOf([], 3)).toBeNull();
	expect([medianText({ median2: 5 }), medianText({ median2: 4 })]).toEqual(['2,5', '2']);
});

test('a hidden word is gone wherever it stands, with German endings and in any case, and only as a whole word', () => {
	expect(redact('Der Werkhof, WERKHOFS Ideen, des Werkhofes, der Werkhofplatz.', ['Werkhof'])).toBe(
		`Der ${hiddenMark}, ${hiddenMark} Ideen, des ${hiddenMark}, der Werkhofplatz.`
	);
	expect(redact('Amira  Haddad und Amira', ['Amira Haddad', 'Amira'])).toBe(`${hiddenMark} und ${hiddenMark}`);
	expect(redact('(a+b)* bleibt', ['(a+b)*'])).toBe(`${hiddenMark} bleibt`);
	expect(redact('nichts', [])).toBe('nichts');
});

test('whatever is listed never remains as a word of its own', () => {
	const name = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{2,12}$/);
	fc.assert(
		fc.property(
			fc.array(name, { minLength: 1, maxLength: 5 }),
			fc.array(fc.oneof(name, fc.constantFrom('und', 'im', 'Hof,', '\n')), { maxLength: 20 }),
			(hidden, rest) => {
				const text = redact([...rest, ...hidden, ...rest].join(' '), hidden);
				for (const word of hidden) expect(text.split(/[^\p{L}]+/u)).not.toContain(word);
			}
		)
	);
});

test('suggested are the names with their parts, the address and its domain; no word that tears holes', () => {
	const words = suggestedWords({
		kind: 'group',
		name: 'Verein Werkhof',
		contact: 'Amira von Haddad',
		email: 'a@werkhof.example',
		phone: '',
		members: 3
	});
	expect(words).toEqual(['Verein Werkhof', 'Amira von Haddad', 'a@werkhof.example', 'werkhof.example', 'Werkhof', 'Amira', 'Haddad']);
});

const declaration = (over: Partial<Declaration>): Declaration => ({
	id: '1',
	memberId: 'm',
	conceptId: 'c',
	step: 'scoring',
	kind: 'none',
	isSet: false,
	at: new Date(0),
	...over
});

test('the last word counts, a conflict in one step counts for all, silence is not "none"', () => {
	const declared = declaredOf([
		declaration({ id: '1', kind: 'family' }),
		declaration({ id: '2', at: new Date(1) }),
		declaration({ id: '3', step: 'deliberation', conceptId: 'd', kind: 'rival' })
	]);
	expect(declared.isClear('m', 'c', 'scoring')).toBe(true);
	expect(declared.isClear('m', 'c', 'deliberation')).toBe(false);
	expect(declared.hasConflict('m', 'd')).toBe(true);
	expect(
		declaredOf([declaration({ conceptId: 'd' }), declaration({ step: 'deliberation', conceptId: 'd', kind: 'rival' })]).isClear(
			'm',
			'd',
			'scoring'
		)
	).toBe(false);
	expect(whyNotDeclare({ kind: 'family', isSet: true }, 'none')).toContain('jemand anderes');
	expect(whyNotDeclare({ kind: 'family', isSet: false }, 'none')).toBeNull();
});

test('a deputy declares for what the one they stand for does', () => {
	expect(stepsOfAll([{ memberId: 'd', role: 'deputy', standsFor: 'juror' }])).toEqual(['scoring', 'deliberation']);
	expect(stepsOfAll([{ memberId: 'd', role: 'deputy', standsFor: null }])).toEqual([]);
	expect([stepNow('precheck', ['scoring', 'deliberation']), stepNow('recommended', ['scoring']), stepNow('open', ['scoring'])]).toEqual([
		'scoring',
		null,
		null
	]);
});

const seating = (over: Partial<Seating> = {}): Seating => ({
	jurors: [{ memberId: 'j', hasVote: true }],
	deputies: [{ memberId: 'd', deputyFor: 'j' }],
	...{ declared: declaredOf([]), substitutions: [], withdrawals: [], reviews: [], ...over }
});
const clear = [declaration({ memberId: 'j' }), declaration({ memberId: 'd' })];
const juror = { memberId: 'j', hasVote: true };

test('a chair has exactly one vote: the juror, or the deputy, or nobody', () => {
	const reviews = [
		{ memberId: 'j', conceptId: 'c', state: 'submitted' as const },
		{ memberId: 'd', conceptId: 'c', state: 'submitted' as const }
	];
	const who = (over: Partial<Seating>) => votingMember(seating({ reviews, ...over }), juror, 'c');
	expect(who({})).toBe('j');
	expect(who({ substitutions: [{ memberId: 'j', conceptId: null }] })).toBe('d');
	expect(who({ substitutions: [{ memberId: 'j', conceptId: 'other' }] })).toBe('j');
	expect(who({ declared: declaredOf([declaration({ memberId: 'j', kind: 'member' })]) })).toBe('d');
	expect(
		who({ declared: declaredOf([declaration({ memberId: 'j', kind: 'member' }), declaration({ id: '2', memberId: 'd', kind: 'rival' })]) })
	).toBeNull();
	expect(who({ withdrawals: [{ memberId: 'j', counts: null }] })).toBe('j');
	expect(who({ withdrawals: [{ memberId: 'j', counts: false }] })).toBe('d');
	expect(who({ reviews: [{ memberId: 'j', conceptId: 'c', state: 'abstained' }] })).toBeNull();
	expect(votingMember(seating({ reviews }), { ...juror, hasVote: false }, 'c')).toBeNull();
});

test('what is open says what, and a conflict without a deputy is nobody’s fault', () => {
	const open = (over: Partial<Seating>) => openOf(seating(over), 'j', 'c');
	expect(open({})).toBe('declaration');
	expect(open({ declared: declaredOf(clear) })).toBe('review');
	const mine = { declared: declaredOf(clear), reviews: [{ memberId: 'j', conceptId: 'c', state: 'submitted' as const }] };
	expect(open(mine)).toBeNull();
	expect(open({ ...mine, withdrawals: [{ memberId: 'j', counts: null }] })).toBe('withdrawal');
	expect(open({ ...mine, deputies: [], withdrawals: [{ memberId: 'j', counts: false }] })).toBeNull();
	expect(open({ declared: declaredOf(clear), deputies: [], withdrawals: [{ memberId: 'j', counts: null }] })).toBe('nobody');
	expect(open({ declared: declaredOf([declaration({ memberId: 'j', kind: 'rival' })]), deputies: [] })).toBeNull();
	expect(
		holderOf(seating({ withdrawals: [{ memberId: 'd', counts: null }], substitutions: [{ memberId: 'j', conceptId: 'c' }] }), 'j', 'c')
	).toBeNull();
});

const condition = { id: 'k', title: 'Gruppe', description: '', evidence: [], evidenceNote: '' };
const checked = (over: Partial<Checked> = {}): Checked => ({
	number: 1,
	state: 'valid',
	hiddenAt: null,
	checkedAt: new Date(0),
	findings: new Map([['k', 'met']]),
	runningUntil: null,
	...over
});

test('the first check ends when nothing is open, each with its sentence', () => {
	const against = (over: Partial<Checked>, isBlind = false) =>
		whyNotAdmit([checked(over)], { conditions: [condition], isBlind })[0] ?? null;
	expect(against({})).toBeNull();
	expect(against({ findings: new Map() })).toContain('„Gruppe“ ist nicht als erfüllt geprüft');
	expect(against({ runningUntil: new Date('2026-12-01T12:00:00Z') })).toContain('läuft bis');
	expect(against({ checkedAt: null })).toContain('noch nicht geprüft');
	expect(against({}, true)).toContain('verborgen');
	expect(against({ hiddenAt: new Date(0) }, true)).toBeNull();
	expect(against({ state: 'excluded' })).toContain('Es ist kein Konzept zugelassen');
	expect(whyNotAdmit([], { conditions: [], isBlind: false })).toHaveLength(1);
});

const leaf = {
	id: 'l',
	title: 'Nutzen',
	description: '',
	weight: 1000,
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: 3, text: 'alles' }
	],
	evidence: [],
	evidenceNote: ''
};

test('a review is whole with a level, a reason and how sure', () => {
	expect(missingIn([leaf], { confidence: 2, scores: [{ leafId: 'l', points: 3, reason: 'so' }] })).toEqual([]);
	expect(missingIn([leaf], { confidence: null, scores: [{ leafId: 'l', points: 3, reason: ' ' }] }).map(({ field }) => field)).toEqual([
		'reason-l',
		'confidence'
	]);
	expect(missingIn([leaf], { confidence: 1, scores: [] }).map(({ field }) => field)).toEqual(['points-l']);
	expect([0, 1, 7].map(furtherText)).toEqual([
		'',
		' An einer weiteren Stelle fehlt noch etwas.',
		' An 7 weiteren Stellen fehlt noch etwas.'
	]);
	expect(whyNotKeep([leaf], [{ leafId: 'l', points: 2, reason: '' }])?.field).toBe('points-l');
	expect(whyNotKeep([leaf], [{ leafId: 'x', points: 3, reason: '' }])?.message).toContain('Kriterien haben sich geändert');
});

test('hints come from addresses of an office, not from those that everybody has', () => {
	expect([hasSameDomain('a@werkhof.example', 'b@WERKHOF.example'), hasSameDomain('a@gmx.de', 'b@gmx.de'), hasSameDomain('a', 'b')]).toEqual(
		[true, false, false]
	);
	expect([isNamedIn('Werkhof e.V.', 'Vorstand, Werkhof e.V.'), isNamedIn('', 'Werkhof'), isNamedIn('ev', 'Verein')]).toEqual([
		true,
		false,
		false
	]);
});

test('the jury is reminded seven and two days before the session', () => {
	const on = (day: string) => remindersOn('2026-12-16T23:00:00.000Z', new Date(`${day}T05:25:00Z`));
	expect([on('2026-12-08'), on('2026-12-09'), on('2026-12-13'), on('2026-12-14'), on('2026-12-16'), on('2026-12-18')]).toEqual([
		null,
		7,
		7,
		2,
		2,
		null
	]);
	expect(remindersOn(undefined, new Date())).toBeNull();
});

test('whoever lacks a second factor is sent to where it is set up, and comes back only to pages of a jury', async () => {
	const path = '/buero/verfahren/01a22b31-2278-7647-a14b-3558edd1346a/bewertung/3';
	const send = (to: string): never => {
		throw new Error(to);
	};
	const lacking = () => Promise.reject(new Refusal(403, 'second-factor', { message: '' }));
	await expect(toFactorPage(lacking, send, { pathname: path })).rejects.toThrow(`${factorPage}?weiter=${encodeURIComponent(path)}`);
	await expect(
		toFactorPage(() => Promise.reject(new Refusal(404, 'not-found', { message: '' })), send, { pathname: path })
	).rejects.toMatchObject({ status: 404 });
	expect([wayBack(path), wayBack('https://anderswo.example'), wayBack('//anderswo.example'), wayBack('/konto'), wayBack(null)]).toEqual([
		path,
		'/konto/jury',
		'/konto/jury',
		'/konto/jury',
		'/konto/jury'
	]);
});
