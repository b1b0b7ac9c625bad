import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptForm, handOverForm, joinForm, reportForm, wordsForm } from './forms.ts';

const anything = fc.dictionary(
	fc.constantFrom(
		'lat',
		'lon',
		'usePhoto',
		'street',
		'propertyType',
		'signs',
		'since',
		'text',
		'email',
		'draft',
		'checked',
		'title',
		'to',
		'reason'
	),
	fc.oneof(fc.string(), fc.array(fc.string()), fc.constant('\u0000'), fc.constant('1e999'))
);

test('whatever is typed is understood or refused in German', () => {
	fc.assert(
		fc.property(anything, (typed) => {
			for (const form of [reportForm, acceptForm, joinForm, handOverForm, wordsForm]) {
				const read = form.safeParse(typed);
				if (!read.success) for (const issue of read.error.issues) expect(issue.message).not.toBe('');
			}
			const read = reportForm.safeParse(typed);
			if (read.success) {
				expect(Math.abs(read.data.lat ?? 0)).toBeLessThanOrEqual(90);
				expect(Number.isNaN(read.data.lon ?? 0)).toBe(false);
			}
		})
	);
});

test('an empty report says nothing false: unknown stays unknown', () => {
	expect(reportForm.parse({})).toEqual({ askLater: false, usePhoto: false, propertyType: 'unknown', signs: [], since: 'unknown' });
});
