import { expect, test } from 'vitest';
import { amended, changesOf, draftOf, mustMove, whyNotAmend } from './amendment.ts';
import { shifted } from './extension.ts';
import { whenOf, type Frozen } from './frozen.ts';
import { isOpenFor, stateAt, timeLeft, wordsFor, whyNotExtend } from './open.ts';
import { states, type State } from './procedure.ts';
import { questionsEnd, questionState, revealing, whyNotAsk } from './question.ts';

const leaf = (id: string, weight: number) => ({
	...{ id, title: `Kriterium ${id}`, description: '', weight, evidence: [], evidenceNote: '' },
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: 3, text: 'alles' }
	]
});
const frozen: Frozen = {
	...{ format: 'gestaltungsraum-aufruf', version: 1, procedure: 'p', kind: 'single_stage', transfer: 'lease', termYears: 10 },
	...{ priceRule: 'fixed', priceUnit: 'year', priceCents: 100, priceFullCents: null, priceShare: 0 },
	...{ decidingBody: 'council', tieRule: 'heaviest', isBlind: false, openness: 'ranking', eligibility: [] },
	areas: [{ id: 'a', title: 'Bereich', description: '', leaves: [leaf('x', 600), leaf('y', 400)] }],
	timeline: {
		...{ publish: '2026-11-01T23:00:00.000Z', viewing: '2026-11-20T14:00:00.000Z', questions_until: '2026-12-10T23:00:00.000Z' },
		...{ answers_on: '2026-12-18T23:00:00.000Z', deadline: '2027-02-01T11:00:00.000Z', precheck_until: '2027-02-15T23:00:00.000Z' },
		...{ jury_on: '2027-03-01T23:00:00.000Z', decision_on: '2027-03-30T22:00:00.000Z' }
	}
};
const now = new Date('2026-12-01T10:00:00Z');
const withDays = (over: Frozen['timeline']): Frozen => ({ ...frozen, timeline: { ...frozen.timeline, ...over } });
const later = { deadline: '2027-02-15T11:00:00.000Z', precheck_until: '2027-02-28T23:00:00.000Z' };
const reworded = (over: Frozen['timeline'] = {}): Frozen => {
	const draft = draftOf(withDays(over));
	const [area] = draft.criteria.areas;
	if (area?.leaves[0]) area.leaves[0].description = 'Auch am Nachmittag.';
	return amended(frozen, draft);
};
const code = (after: Frozen, moment = now) => whyNotAmend({ before: frozen, after, round: 1, now: moment })?.code ?? null;

test('a draft of an amendment begins as the call stands, to the second', () => {
	expect(amended(frozen, draftOf(frozen))).toEqual(frozen);
	expect(changesOf(frozen, amended(frozen, draftOf(frozen)))).toEqual([]);
	expect(whenOf('2026-12-10T23:00:00.000Z')).toEqual({ day: '2026-12-10' });
	expect(whenOf('2027-02-01T11:00:00.000Z')).toEqual({ day: '2027-02-01', time: '12:00' });
});

test('the difference stands old beside new, days first', () => {
	const changes = changesOf(frozen, reworded(later));
	expect(changes.map(({ part, what }) => [part, what])).toEqual([
		['days', 'Abgabe bis'],
		['days', 'Vorprüfung bis'],
		['criteria', 'Beschreibung']
	]);
	expect(changes[0]).toMatchObject({ before: 'Mo., 01.02.2027, 12:00 Uhr', after: 'Mo., 15.02.2027, 12:00 Uhr' });
});

test('what concepts are weighed by changes only with at least fourteen days more', () => {
	expect(code(reworded())).toBe('must-move');
	expect(code(reworded({ ...later, deadline: '2027-02-15T10:59:00.000Z' }))).toBe('must-move');
	expect(code(reworded(later))).toBeNull();
});

test('days alone may change before the answers are out, afterwards only with more time', () => {
	const moved = withDays({ jury_on: '2027-03-03T23:00:00.000Z' });
	expect(code(moved)).toBeNull();
	const afterAnswers = new Date('2026-12-20T10:00:00Z');
	expect(mustMove({ before: frozen, after: moved, now: afterAnswers })).toBe(true);
	expect(code(moved, afterAnswers)).toBe('must-move');
	expect(code(withDays(later), afterAnswers)).toBeNull();
});

test('never too late, never earlier, never in the past, never without two weeks, and weights come to 100', () => {
	expect(code(withDays(later), new Date('2027-02-01T11:00:00Z'))).toBe('too-late');
	expect(code(frozen)).toBe('no-change');
	expect(code(withDays({ deadline: '2027-01-31T11:00:00.000Z' }))).toBe('earlier');
	expect(code(withDays({ viewing: '2026-12-05T14:00:00.000Z' }))).toBe('day-over');
	expect(code(withDays({ jury_on: '2027-01-05T23:00:00.000Z' }))).toBe('bad-days');
	expect(code(withDays({ deadline: '2027-02-10T11:00:00.000Z' }), new Date('2027-01-30T10:00:00Z'))).toBe('must-move');
	const { answers_on: _, ...open } = frozen.timeline;
	const short = { ...frozen, timeline: open };
	const soon = { ...short, timeline: { ...open, deadline: '2027-02-02T11:00:00.000Z' } };
	expect(whyNotAmend({ before: short, after: soon, round: 1, now: new Date('2027-01-30T10:00:00Z') })?.code).toBe('bad-days');
	const heavy = draftOf(frozen);
	const [first] = heavy.criteria.areas.flatMap(({ leaves }) => leaves);
	if (first) first.weight = 500;
	expect(code(amended(frozen, heavy))).toBe('weights');
});

test('a later deadline moves every later day by as many whole days, and none before it', () => {
	const after = shifted(frozen, { round: 1, until: new Date('2027-02-02T15:00:00Z') });
	expect(after.timeline).toMatchObject({
		...{ answers_on: frozen.timeline.answers_on, deadline: '2027-02-02T15:00:00.000Z', precheck_until: '2027-02-17T23:00:00.000Z' },
		decision_on: '2027-04-01T22:00:00.000Z'
	});
});

test('by the clock: a second before it is open, from the moment on it is not', () => {
	const deadline = new Date('2027-02-01T11:00:00Z');
	const row = { state: 'open' as State, deadline };
	expect([isOpenFor(row, new Date(deadline.getTime() - 1)), isOpenFor(row, deadline)]).toEqual([true, false]);
	expect([stateAt(row, new Date(deadline.getTime() - 1)), stateAt(row, deadline)]).toEqual(['open', 'closed']);
	expect(stateAt({ state: 'cancelled', deadline }, deadline)).toBe('cancelled');
	expect([
		timeLeft(deadline, new Date('2027-01-30T10:00:00Z')),
		timeLeft(deadline, new Date('2027-02-01T07:00:00Z')),
		timeLeft(deadline, deadline)
	]).toEqual(['noch 2 Tage', 'noch 4 Stunden', null]);
});

test.for(Object.keys(states) as State[])('in the state %s more time for all is possible only before the opening', (state) => {
	const asked = {
		state,
		deadline: new Date('2027-02-01T11:00:00Z'),
		until: new Date('2027-02-03T11:00:00Z'),
		now,
		reason: 'Störung',
		isOpened: false
	};
	expect(whyNotExtend(asked)?.code ?? null).toBe(state === 'open' || state === 'closed' ? null : 'not-from-here');
	expect(wordsFor('single_stage', state).text.length).toBeGreaterThan(10);
});

test('questions end on their day, or with the deadline, whichever comes first', () => {
	const deadline = new Date('2027-02-01T11:00:00Z');
	const asked = { state: 'open' as State, deadline, questionsUntil: new Date('2026-12-10T23:00:00Z'), now };
	expect(whyNotAsk(asked)).toBeNull();
	expect(whyNotAsk({ ...asked, now: asked.questionsUntil })?.code).toBe('too-late');
	expect(whyNotAsk({ ...asked, now: deadline })?.code).toBe('not-open');
	expect(whyNotAsk({ ...asked, state: 'cancelled' })?.code).toBe('not-open');
	expect(questionsEnd({ deadline, questionsUntil: null })).toEqual(deadline);
	expect(questionState({ wording: 'a', answer: '', publishedAt: null, asideAt: null })).toBe('new');
});

test.for([
	['Schreibt mir an amira@werkhof.example', 'Mailadresse'],
	['Ruft an: 03331 29 80 17', 'Telefonnummer'],
	['Ruft an: +49 170 1234567', 'Telefonnummer'],
	['Wir, die HADDAD-Leute, fragen', 'hinweist'],
	['Mehr auf www.werkhof.example', 'Webadresse']
] as const)('„%s“ could tell who asks', ([text, word]) => {
	expect(revealing(text, { name: 'Amira Haddad', email: 'a.haddad@werkhof.example' }).join()).toContain(word);
});

test('an ordinary question reveals nobody', () => {
	const asker = { name: 'Amira Haddad', email: 'amira@werkhof.example' };
	expect(revealing('Gilt der Preis von 4200 Euro im Jahr 2027, und ab dem 01.03.2027?', asker)).toEqual([]);
	expect(revealing('Was steht in der Haddadstraße?', asker)).toEqual([]);
});

test('more time for all is not more than a year: a slip in the year could not be taken back', () => {
	const deadline = new Date('2027-04-12T10:00:00Z');
	const asked = { state: 'open', deadline, now: new Date('2027-04-11T10:00:00Z'), reason: 'Störung', isOpened: false } as const;
	expect(whyNotExtend({ ...asked, until: new Date('2027-04-26T10:00:00Z') })).toBeNull();
	expect(whyNotExtend({ ...asked, until: new Date('2072-04-26T10:00:00Z') })).toMatchObject({ code: 'too-much', field: 'until' });
});
