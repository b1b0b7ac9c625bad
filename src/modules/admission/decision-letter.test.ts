import { expect, test } from 'vitest';
import { letterPdf } from '#lib/server/pdf/draw.ts';
import { decisionLetter, hasDecisionLetter, type DecisionFacts } from './decision-letter.ts';
import { applicationStates, type ApplicationState } from './vocabulary.ts';

const facts = (over: Partial<DecisionFacts> = {}): DecisionFacts => ({
	network: 'Helle Orte',
	organisation: 'Angermünde',
	reason: 'Es fehlt noch die Zeit.',
	dueOn: null,
	feeCents: 10_000,
	state: 'declined',
	decidedOn: '2026-11-22',
	submittedOn: '2026-10-01',
	contact: 'Ines Krüger',
	address: ['Stadt Angermünde', 'Markt 24', '16278 Angermünde'],
	sender: {
		name: 'Helle Orte',
		tagline: '',
		accent: '#8a4b08',
		who: 'Netzwerkbüro',
		email: 'buero@helle-orte.example',
		imprint: 'Büro, Markt 1'
	},
	...over
});

test('only a decision is a letter, and it says the reason in the words of the mail', () => {
	for (const state of Object.keys(applicationStates) as ApplicationState[])
		expect(decisionLetter(facts({ state })) !== null, state).toBe(['fee_pending', 'active', 'declined'].includes(state));
	expect(hasDecisionLetter('on_hold')).toBe(false);
	const letter = decisionLetter(facts());
	expect(letter).toMatchObject({
		recipient: ['Stadt Angermünde', 'Ines Krüger', 'Markt 24', '16278 Angermünde'],
		date: '2026-11-22',
		returnLine: 'Büro, Markt 1'
	});
	expect(JSON.stringify(letter)).toContain('Es fehlt noch die Zeit.');
	if (letter) expect(letterPdf(letter).length).toBeGreaterThan(1000);
});

test('an admission letter says the fee, and without a contact it greets nobody by name', () => {
	const letter = JSON.stringify(decisionLetter(facts({ state: 'fee_pending', contact: null })));
	expect(letter).toContain('100');
	expect(letter).toContain('"Guten Tag,"');
});
