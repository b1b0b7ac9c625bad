import { expect, test } from 'vitest';
import {
	conversationStates,
	conversationSteps,
	namesText,
	whyNotSay,
	whyNotStep,
	type ConversationState,
	type ConversationStep,
	type Side
} from './conversation.ts';

const states = Object.keys(conversationStates) as ConversationState[];
const steps = Object.keys(conversationSteps) as ConversationStep[];
const sides: Side[] = ['asker', 'asked', 'either'];
const allowed: Record<ConversationStep, string[]> = {
	ask: sides.map((side) => `ended ${side}`),
	answer: ['asked asked', 'set_aside asked'],
	set_aside: ['asked asked'],
	release: states.flatMap((state) => sides.map((side) => `${state} ${side}`)),
	leave: sides.map((side) => `open ${side}`)
};

test.for(steps.flatMap((step) => states.flatMap((state) => sides.map((side) => [step, state, side] as const))))(
	'%s from %s as %s',
	([step, state, side]) => {
		const why = whyNotStep(state, step, side);
		if (allowed[step].includes(`${state} ${side}`)) expect(why).toBeNull();
		else expect(why?.message).toMatch(/\.$/);
	}
);

const speaking = { state: 'open', side: 'either', others: 1, hasBlocked: false } as const;
test('who made first contact waits for the answer, set aside or not, and is told the same both times', () => {
	const [asked, aside] = (['asked', 'set_aside'] as const).map((state) => whyNotSay({ ...speaking, state, side: 'asker' }));
	expect(asked?.code).toBe('first-unanswered');
	expect(aside).toEqual(asked);
	for (const state of ['asked', 'set_aside'] as const) expect(whyNotSay({ ...speaking, state, side: 'asked' })).toBeNull();
});

test('nobody speaks to nobody, into an end, or to somebody they blocked', () => {
	expect(whyNotSay(speaking)).toBeNull();
	expect(whyNotSay({ ...speaking, others: 0 })?.code).toBe('nobody-there');
	expect(whyNotSay({ ...speaking, state: 'ended' })?.code).toBe('conversation-ended');
	expect(whyNotSay({ ...speaking, hasBlocked: true })?.code).toBe('blocked');
});

test('names are listed until they become a crowd', () => {
	expect(namesText([])).toBe('Gelöschte Person');
	expect(namesText(['A', 'B', 'C'])).toBe('A, B, C');
	expect(namesText(['A', 'B', 'C', 'D'])).toBe('A, B und 2 weitere');
});
