import { expect, test } from 'vitest';
import { answerText, whyNotAnswer, whyNotThis, type Ask } from './ask.ts';

const dates: Ask = {
	kind: 'choose',
	several: true,
	options: [
		{ id: 'o1', text: 'Di, 10 Uhr' },
		{ id: 'o2', text: 'Mi, 14 Uhr' }
	]
};
const one: Ask = { ...dates, several: false };
const say = (ask: Ask, choices: string[], words = '') => whyNotThis(ask, { choices, words })?.message ?? null;

test('each kind of question takes its kind of answer and says what is missing', () => {
	expect(say({ kind: 'yes_no' }, ['yes'])).toBeNull();
	expect(say({ kind: 'yes_no' }, [])).toContain('Ja oder Nein');
	expect(say({ kind: 'yes_no' }, ['yes', 'no'])).toContain('nur eine');
	expect(say({ kind: 'yes_no' }, ['toString'])).toContain('gibt es hier nicht');
	expect(say({ kind: 'confirm', text: 'Gelesen' }, ['done'])).toBeNull();
	expect(say({ kind: 'text' }, [], 'Gern.')).toBeNull();
	expect(say({ kind: 'text' }, [])).toContain('ein paar Worte');
});

test('of several dates any number, of one choice one, and none of them is an answer too', () => {
	expect(say(dates, ['o1', 'o2'])).toBeNull();
	expect(say(one, ['o1', 'o2'])).toContain('nur eine');
	expect(say(dates, ['none'])).toBeNull();
	expect(say(dates, ['none', 'o1'])).toContain('nichts davon');
	expect(say(one, ['none'])).toContain('gibt es hier nicht');
	expect(say(dates, ['o9'])).toContain('gibt es hier nicht');
});

test('an answer reads as words', () => {
	expect(answerText(dates, { choices: ['o1', 'o2'], words: 'lieber früh' })).toBe('Di, 10 Uhr · Mi, 14 Uhr: lieber früh');
	expect(answerText({ kind: 'confirm', text: 'Gelesen' }, { choices: ['done'], words: '' })).toBe('Gelesen');
});

test('too late, taken back, the seat ended: each has its sentence', () => {
	const now = new Date('2026-11-22T10:00:00Z');
	const open = { ask: one, dueAt: new Date('2026-11-23T10:00:00Z'), until: null, withdrawnAt: null };
	expect(whyNotAnswer(open, now)).toBeNull();
	expect(whyNotAnswer({ ...open, dueAt: now }, now)?.message).toContain('Frist');
	expect(whyNotAnswer({ ...open, withdrawnAt: now }, now)?.message).toContain('zurückgezogen');
	expect(whyNotAnswer({ ...open, until: now }, now)?.message).toContain('Amt');
	expect(whyNotAnswer({ ...open, ask: null }, now)?.code).toBe('nothing-asked');
});
