import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as forms from './forms-open.ts';

const names = [
	'id',
	'questionId',
	'viewingId',
	'leafId',
	'conditionId',
	'version',
	'isSure',
	'until',
	'startsAt',
	'minutes',
	'capacity',
	'people'
] as const;
const more = [
	'text',
	'wording',
	'answer',
	'reason',
	'place',
	'guestNote',
	'evenSo',
	'weight',
	'title',
	'description',
	'levelText',
	'levelPoints'
] as const;
const one = fc.oneof(
	fc.constantFrom('', ' ', '-1', '0', '1e309', 'NaN', '99999999999999999999', '2026-02-31T25:61', '2027-03-28T02:30', 'on', 'yes'),
	fc.uuid(),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constant('Ein Roman. '.repeat(4000))
);
const typed = fc.record(
	Object.fromEntries(
		[...names, ...more].map((name) => [name, fc.option(fc.oneof(one, fc.array(one, { maxLength: 3 })), { nil: undefined })])
	)
);

test.for(Object.entries(forms).flatMap(([name, form]) => (typeof form === 'object' && 'safeParse' in form ? [[name, form] as const] : [])))(
	'%s: whatever is typed gets a sentence or fits',
	([, form]) => {
		fc.assert(
			fc.property(typed, (input) => {
				const parsed = form.safeParse(input);
				expect(parsed.success || parsed.error.issues.every(({ message }) => message.length > 3)).toBe(true);
			}),
			{ numRuns: 60 }
		);
	}
);

test('a moment is a day and a time on a clock in Germany that exists', () => {
	const until = (value: string) => forms.extendForm.safeParse({ until: value, reason: 'Der Server stand.' });
	expect(until('2027-02-01T12:00').data?.until).toEqual(new Date('2027-02-01T11:00:00Z'));
	expect(until('2027-03-28T02:30').error?.issues[0]?.message).toContain('die Uhr springt von 2 auf 3');
	expect(until('').error?.issues[0]?.message).toBe('Bitte sagen, bis wann alle Zeit haben.');
});

test('whoever signs up says for how many, one unless said otherwise', () => {
	const viewingId = '01a22b43-eec6-7796-a05f-57507156dd8c';
	expect(forms.signUpForm.parse({ viewingId, answer: 'yes' })).toMatchObject({ people: 1 });
	expect(forms.signUpForm.safeParse({ viewingId, answer: 'yes', people: '1,5' }).success).toBe(false);
	expect(forms.publishForm.safeParse({}).success).toBe(false);
});
