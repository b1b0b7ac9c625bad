import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerForm, cancelForm, decideForm, drawForm, objectForm, recommendForm } from './forms.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const whole = {
	...{ body: 'Der Rat', decidedOn: '30.11.2026', votesFor: '12', votesAgainst: '2', abstentions: '' },
	...{ reasons: 'Es trägt.', deviation: '', awarded: id, reserves: id }
};

test('a decision as a clerk types it: German dates, empty abstentions, one or many who wait', () => {
	expect(decideForm.parse(whole)).toMatchObject({ decidedOn: '2026-11-30', votesFor: 12, abstentions: null, reserves: [id] });
	expect(decideForm.parse({ ...whole, reserves: [id, id] }).reserves).toEqual([id]);
	expect(decideForm.parse({ ...whole, reserves: undefined }).reserves).toEqual([]);
});

test.for([
	['decidedOn', '', 'Bitte den Tag des Beschlusses eintragen.'],
	['decidedOn', '31.02.2026', 'Bitte ein Datum eingeben, zum Beispiel 22.11.2026.'],
	['votesFor', '3,5', 'Bitte eine ganze Zahl.'],
	['votesFor', 'viele', 'Bitte eine Zahl eingeben, zum Beispiel 80 oder 80,5.'],
	['awarded', '', 'Bitte wählen, wer den Zuschlag bekommt.'],
	['reasons', ' ', 'Bitte schreiben, was für die Entscheidung den Ausschlag gab. Der Text geht an alle.']
] as const)('%s „%s“ is refused with a sentence', ([field, value, message]) => {
	const result = decideForm.safeParse({ ...whole, [field]: value });
	expect(result.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, message]]);
});

test('reasons come once per concept, in order; a missing one is empty', () => {
	const other = '01890a5d-ac96-774b-bcce-b302099a8058';
	const { reasons } = recommendForm.parse({ recommendation: 'Der Werkhof.', conceptId: [id, other], reason: [' gut '] });
	expect([...reasons]).toEqual([
		[id, 'gut'],
		[other, '']
	]);
});

const anything = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
	fc.constant(undefined)
);
const fields = [
	...[
		'body',
		'decidedOn',
		'votesFor',
		'votesAgainst',
		'abstentions',
		'reasons',
		'deviation',
		'awarded',
		'reserves',
		'recommendation',
		'dissent'
	],
	...['conceptId', 'reason', 'word', 'text', 'objectionId', 'step', 'answer', 'effect']
];
test('whatever comes in is accepted whole or refused with German sentences, and nothing is thrown', () => {
	const forms = [answerForm, cancelForm, decideForm, drawForm, objectForm, recommendForm];
	fc.assert(
		fc.property(fc.record(Object.fromEntries(fields.map((name) => [name, anything])), { requiredKeys: [] }), (typed) => {
			for (const form of forms) {
				const result = form.safeParse(typed);
				if (result.success) continue;
				expect(result.error.issues.length).toBeGreaterThan(0);
				for (const { message } of result.error.issues) expect(message).not.toMatch(/Invalid|expected|Required/);
			}
		})
	);
});
