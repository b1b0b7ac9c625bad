import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	campaignStates,
	campaignSteps,
	fields,
	figuresOf,
	merge,
	mostLetters,
	recipientStates,
	recipientSteps,
	shareText,
	whyExcluded,
	whyNotCampaignStep,
	whyNotRecipientStep,
	type CampaignFacts,
	type CampaignState,
	type CampaignStep,
	type Fields,
	type RecipientState,
	type RecipientStep
} from './campaign.ts';

const facts = (state: CampaignState, over: Partial<CampaignFacts> = {}): CampaignFacts => ({
	...{ state, subject: 'Ihr Haus', text: 'Guten Tag', signatory: 'Ines Krüger', replyBy: '2027-01-15', today: '2026-11-22' },
	...{ hasSender: true, letters: 3, ...over }
});

/** Written out once more by hand, so that a slip in the table is seen. */
const allowed = ['draft save', 'draft freeze', 'draft discard', 'ready reopen', 'ready send', 'ready discard', 'sent close'];
const states = Object.keys(campaignStates) as CampaignState[];
const steps = Object.keys(campaignSteps) as CampaignStep[];
test.for(
	states.flatMap((state) => steps.map((step) => ({ state, step, may: allowed.includes(`${state} ${step}`) ? 'goes' : 'is forbidden' })))
)('a campaign that is $state: $step $may', ({ state, step, may }) => {
	expect(whyNotCampaignStep(facts(state), step)?.code).toBe(may === 'goes' ? undefined : `campaign-${step}`);
});

const letterAllowed = [
	...['queued exclude', 'queued send', 'sent return', 'no_answer return', 'sent give_up'],
	...['sent', 'answered', 'refused', 'returned', 'no_answer'].flatMap((state) => [`${state} answer`, `${state} refuse`])
];
const letterStates = Object.keys(recipientStates) as RecipientState[];
const letterSteps = Object.keys(recipientSteps) as RecipientStep[];
test.for(
	letterStates.flatMap((state) =>
		letterSteps.map((step) => ({ state, step, may: letterAllowed.includes(`${state} ${step}`) ? 'goes' : 'is forbidden' }))
	)
)('a letter that is $state: $step $may', ({ state, step, may }) => {
	expect(whyNotRecipientStep({ state, doNotContactAt: null }, step)?.code).toBe(may === 'goes' ? undefined : `recipient-${step}`);
});

test('nothing is sent to somebody who wants to be left alone, and they may still answer', () => {
	const doNotContactAt = new Date();
	expect(whyNotRecipientStep({ state: 'queued', doNotContactAt }, 'send')).toMatchObject({ code: 'do-not-contact' });
	expect(whyNotRecipientStep({ state: 'refused', doNotContactAt }, 'answer')).toBeNull();
});

test.for([
	['sender-missing', { hasSender: false }],
	['text-missing', { text: ' ' }],
	['signatory-missing', { signatory: '' }],
	['field-unknown', { text: 'Sehr geehrte {anrede}' }],
	['reply-past', { replyBy: '2026-11-22' }],
	['nobody', { letters: 0 }],
	['too-many', { letters: mostLetters + 1 }]
] as const)('a selection is not fixed: %s', ([code, over]) => {
	expect(whyNotCampaignStep(facts('draft', over), 'freeze')).toMatchObject({ code });
});

test('fields are filled once, and what stands in a value is never read as one', () => {
	const values: Fields = { haus: 'Gasthof {frist}', adresse: 'Markt 3', kommune: 'Stadt', frist: '15.01.2027', name: 'Erna' };
	expect(merge('{Haus}, { adresse }: {frist} {fremd}', values)).toBe('Gasthof {frist}, Markt 3: 15.01.2027 {fremd}');
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			const filled = merge(text, values);
			if (!Object.keys(fields).some((name) => text.toLowerCase().includes(name))) expect(filled).toBe(text);
		})
	);
});

const candidate = { doNotContactAt: null, rank: 'primary' as const, hasAddress: true, lastSentOn: null };
test.for([
	[null, {}],
	['do_not_contact', { doNotContactAt: new Date(), rank: 'deceased' }],
	['deceased', { rank: 'deceased' }],
	['disputed', { rank: 'disputed' }],
	['no_address', { hasAddress: false }],
	['recently_contacted', { lastSentOn: '2026-10-01' }],
	[null, { lastSentOn: '2026-05-22' }]
] as const)('who gets no letter: %s', ([why, over]) => {
	expect(whyExcluded({ ...candidate, ...over }, '2026-05-22')).toBe(why);
	if (why === 'recently_contacted') expect(whyExcluded({ ...candidate, ...over }, null)).toBeNull();
});

test('figures count every letter once, and a no is an answer', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ state: fc.constantFrom(...letterStates), isWilling: fc.boolean() }), { maxLength: 40 }),
			(recipients) => {
				const { letters, answered, returned, open, excluded, refused, willing } = figuresOf(recipients);
				expect(answered + returned + open).toBe(letters);
				expect(letters + excluded + recipients.filter(({ state }) => state === 'queued').length).toBe(recipients.length);
				expect(willing).toBeLessThanOrEqual(answered - refused);
			}
		)
	);
	expect(shareText(17, 40)).toBe('17 von 40 (43 %)');
	expect(shareText(0, 0)).toBe('–');
});
