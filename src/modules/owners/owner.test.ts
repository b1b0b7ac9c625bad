import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addressLines,
	greetingOf,
	parseShare,
	whyNotNotice,
	whyNotOwn,
	whyNotPurgeOn,
	whyNotWrite,
	yearsAfter,
	type Ownership
} from './owner.ts';
import { attitudeFrom, onlyPeace } from './reply.ts';

const own = (over: Partial<Ownership> = {}): Ownership => ({
	rank: 'secondary',
	right: 'ownership',
	share: null,
	since: null,
	until: null,
	...over
});

test.for([
	['1/3', 1 / 3],
	[' 2 / 4 ', 0.5],
	['25 %', 0.25],
	['12,5%', 0.125],
	['1/1', 1],
	['3/2', null],
	['0/5', null],
	['1/0', null],
	['120 %', null],
	['ein Drittel', null],
	['', null]
] as const)('a share as people write it: "%s"', ([text, share]) => {
	expect(parseShare(text)).toBe(share);
});

test('no text is a share outside of nothing and a whole', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${a}/${b}`)
			),
			(text) => {
				const share = parseShare(text);
				expect(share === null || (share > 0 && share <= 1)).toBe(true);
			}
		)
	);
});

test('shares beside each other come to a whole at most; what is disputed, former or another right does not count', () => {
	const thirds = [own({ rank: 'primary', share: '1/3' }), own({ share: '1/3' })];
	expect(whyNotOwn(own({ share: '1/3' }), thirds)).toBeNull();
	expect(whyNotOwn(own({ share: '1/2' }), thirds)).toMatchObject({ code: 'shares-over-one', field: 'share' });
	expect(whyNotOwn(own({ share: '1/2', rank: 'disputed' }), thirds)).toBeNull();
	expect(whyNotOwn(own({ share: '1/2', right: 'usufruct' }), thirds)).toBeNull();
	expect(whyNotOwn(own({ share: '1/2', until: '2020-01-01', rank: 'former' }), thirds)).toBeNull();
	expect(whyNotOwn(own({ share: '1/1' }), [own({ share: '1/1', rank: 'former', until: '2020-01-01' })])).toBeNull();
});

test('one stands first; a former owner has an end, and no end before its beginning', () => {
	expect(whyNotOwn(own({ rank: 'primary' }), [own({ rank: 'primary' })])).toMatchObject({ field: 'rank' });
	expect(whyNotOwn(own({ rank: 'former' }), [])).toMatchObject({ field: 'until' });
	expect(whyNotOwn(own({ since: '2020-02-01', until: '2020-01-01' }), [])).toMatchObject({ code: 'ends-early' });
});

test('nothing is kept for ever, nor deleted yesterday', () => {
	expect(whyNotPurgeOn('2026-11-22', '2026-11-22')).toMatchObject({ code: 'purge-past' });
	expect(whyNotPurgeOn('2036-11-23', '2026-11-22')).toMatchObject({ code: 'purge-late' });
	expect(whyNotPurgeOn('2036-11-22', '2026-11-22')).toBeNull();
	expect(yearsAfter('2024-02-29', 3)).toBe('2027-02-28');
});

test('an envelope has every line or none, and a greeting guesses nothing', () => {
	const erna = {
		name: 'Erna Beispiel',
		representative: null,
		street: 'Am Anger 2',
		postalCode: '16278',
		city: 'Angermünde',
		country: null
	};
	expect(addressLines(erna)).toEqual(['Erna Beispiel', 'Am Anger 2', '16278 Angermünde']);
	expect(addressLines({ ...erna, representative: 'Kurt', postalCode: 'L-1', country: 'Luxemburg' })).toHaveLength(5);
	for (const gap of ['street', 'city', 'postalCode'] as const) expect(addressLines({ ...erna, [gap]: null })).toEqual([]);
	expect(greetingOf(erna)).toBe('Guten Tag Erna Beispiel,');
});

test('the wish to be left alone stops every letter but the notice that is owed', () => {
	const doNotContactAt = new Date();
	expect(whyNotWrite({ doNotContactAt })).toMatchObject({ code: 'do-not-contact' });
	expect(whyNotNotice({ doNotContactAt, noticeSentOn: null })).toBeNull();
	expect(whyNotNotice({ doNotContactAt, noticeSentOn: '2026-01-01' })).toMatchObject({ code: 'do-not-contact' });
	expect(whyNotNotice({ doNotContactAt: null, noticeSentOn: '2026-01-01' })).toBeNull();
});

test('who wants peace leaves no number behind, and a stranger says nothing for the owner', () => {
	const said = { standing: 'owner', plan: 'leave_alone', adviceNeeds: ['tax'], callback: 'phone', phone: '0175' } as const;
	expect(onlyPeace({ ...said, showing: 'agrees', adviceNeeds: ['tax'] })).toEqual({
		standing: 'owner',
		plan: 'leave_alone',
		showing: 'unsaid',
		adviceNeeds: [],
		callback: 'none'
	});
	expect(attitudeFrom({ standing: 'not_mine', plan: 'sell' })).toBeNull();
	expect(attitudeFrom({ standing: 'heir', plan: 'sell' })).toBe('willing_to_sell');
});
