import { expect, test } from 'vitest';
import fc from 'fast-check';
import { levelsForm, milestoneForm, reportForm } from './forms.ts';
import {
	levelDue,
	levelNames,
	moveNames,
	moves,
	proposedMilestones,
	standAfter,
	standOf,
	states,
	usualDays,
	whyNotMove,
	type Level,
	type State
} from './milestone.ts';

test('every move that is not in the table is refused, from every state', () => {
	for (const state of Object.keys(states) as State[])
		for (const move of moveNames)
			expect(whyNotMove({ state, move, reason: 'Der Nachweis fehlt.' }) === null, `${state} → ${move}`).toBe(
				moves[move].from.includes(state)
			);
	expect(whyNotMove({ state: 'reported', move: 'reject', reason: ' ' })?.field).toBe('reason');
});

test('due and overdue come from the calendar, what was said stays', () => {
	const on = (today: string, state: State = 'planned') => standOf({ state, dueOn: '2027-03-31' }, today);
	expect([on('2027-03-16'), on('2027-03-17'), on('2027-03-31'), on('2027-04-01')]).toEqual(['planned', 'due', 'due', 'overdue']);
	expect(on('2027-05-01', 'reported')).toBe('reported');
	expect(on('2027-05-01', 'confirmed')).toBe('confirmed');
	expect([on('2027-03-01', 'rejected'), on('2027-04-01', 'rejected')]).toEqual(['rejected', 'overdue']);
	expect((['planned', 'reported', 'rejected', 'confirmed'] as const).map((state) => standAfter({ state }))).toEqual([
		'left',
		'left',
		'left',
		'confirmed'
	]);
});

const due = (today: string, done: Level | null = null, state: State = 'planned') =>
	levelDue({ state, dueOn: '2027-03-31', done }, usualDays, today);

test('the levels come one after the other, each once', () => {
	expect(due('2027-03-16')).toBeNull();
	expect(due('2027-03-17')).toBe('due');
	expect(due('2027-03-18', 'due')).toBeNull();
	expect(due('2027-04-01', 'due')).toBe('first');
	expect(due('2027-04-14', 'first')).toBe('second');
	expect(due('2027-04-28', 'second')).toBe('talk');
	expect(due('2027-05-12', 'talk')).toBe('escalation');
	expect(due('2027-06-12', 'escalation')).toBeNull();
});

test('after a long silence there is one word, not five', () => {
	expect(due('2027-06-01')).toBe('escalation');
});

test('what is reported or confirmed reminds nobody, what is still open does', () => {
	expect(due('2027-06-01', null, 'reported')).toBeNull();
	expect(due('2027-06-01', null, 'confirmed')).toBeNull();
	expect(due('2027-06-01', null, 'rejected')).toBe('escalation');
});

test('a level that was left out is passed over', () => {
	const days = { ...usualDays, second: null, escalation: null };
	expect(levelDue({ state: 'planned', dueOn: '2027-03-31', done: 'first' }, days, '2027-04-20')).toBeNull();
	expect(levelDue({ state: 'planned', dueOn: '2027-03-31', done: 'first' }, days, '2027-09-20')).toBe('talk');
});

test('night after night nobody hears the same level twice and none comes back', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (gaps) => {
			let [day, done] = [new Date('2027-03-01T12:00:00Z').getTime(), null as Level | null];
			const told: Level[] = [];
			for (const gap of gaps) {
				day += gap * 86_400_000;
				const level = due(new Date(day).toISOString().slice(0, 10), done);
				if (level) told.push((done = level));
			}
			const order = told.map((level) => levelNames.indexOf(level));
			expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
		})
	);
});

test('the proposal lies inside the time, in order, each with where it comes from', () => {
	const term = { startsOn: '2027-01-01', endsOn: '2027-11-01' };
	const days = proposedMilestones(term).map(({ dueOn }) => dueOn);
	expect(days).toEqual([...days].sort());
	expect(days.every((day) => day >= term.startsOn && day <= term.endsOn)).toBe(true);
	expect(proposedMilestones(term).every(({ source }) => source.length > 10)).toBe(true);
});

test('levels are days in rising order; a blank leaves one out, a word is refused', () => {
	const typed = { l_due: '-7', l_first: '3', l_second: '', l_talk: '30', l_escalation: '60' };
	expect(levelsForm.parse(typed).levels).toEqual({ due: -7, first: 3, second: null, talk: 30, escalation: 60 });
	const bad = levelsForm.safeParse({ ...typed, l_talk: '2' });
	expect(bad.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['l_talk', 'Bitte später als die Stufe davor.']]);
	expect(levelsForm.safeParse({ ...typed, l_first: 'bald' }).success).toBe(false);
});

test('whatever is typed, a form answers with a sentence and never breaks', () => {
	const anything = fc.dictionary(
		fc.constantFrom('milestoneId', 'title', 'text', 'dueOn', 'description', 'version', 'l_due', 'l_talk'),
		fc.oneof(fc.string(), fc.constant(''), fc.array(fc.string(), { maxLength: 2 }))
	);
	fc.assert(
		fc.property(anything, (typed) => {
			for (const form of [milestoneForm, reportForm, levelsForm])
				for (const issue of form.safeParse(typed).error?.issues ?? []) expect(issue.message).toMatch(/^[A-ZÄÖÜ].*[.?]$/);
		})
	);
});
