import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignForm, costQuery, notedReplyForm, ownerForm, ownerQuery, ownershipForm, replyForm, senderForm } from './forms.ts';
import { followUps } from './follow-up.ts';
import { reasonGroups, vacancyReasons } from './vocabulary.ts';

test('an owner is not kept without a ground, an origin and a day of deletion', () => {
	const issues = ownerForm.safeParse({ name: 'Erna' }).error?.issues.map(({ path }) => path[0]);
	expect(issues).toEqual(expect.arrayContaining(['legalBasis', 'origin', 'purgeOn']));
});

test('who wants to be called says where; who wants peace need not', () => {
	expect(replyForm.safeParse({ plan: 'let', callback: 'phone' }).error?.issues[0]?.path).toEqual(['phone']);
	expect(replyForm.safeParse({ plan: 'let', callback: 'mail', email: 'nein' }).success).toBe(false);
	expect(replyForm.safeParse({ plan: 'leave_alone', callback: 'phone' }).success).toBe(true);
	expect(replyForm.safeParse({}).error?.issues[0]?.path).toEqual(['plan']);
	expect(replyForm.parse({ plan: 'let', adviceNeeds: ['tax', 'tax'] }).adviceNeeds).toEqual(['tax']);
});

test.for([
	['owner', ownerForm],
	['ownership', ownershipForm],
	['sender', senderForm],
	['campaign', campaignForm],
	['reply', replyForm],
	['noted reply', notedReplyForm],
	['costs', costQuery],
	['search', ownerQuery]
] as const)('whatever is typed into the form of %s is understood or refused, never a crash', ([, form]) => {
	const names = [
		'name',
		'purgeOn',
		'plan',
		'adviceNeeds',
		'callback',
		'share',
		'replyBy',
		'vacantYears',
		'lifecycle',
		'insurance',
		'seite',
		'via',
		'email'
	];
	const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constantFrom('2029-02-30', '1/0', '-1', 'sell', 'tax'));
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...names), value), (typed) => {
			expect(typeof form.safeParse(typed).success).toBe('boolean');
		})
	);
});

test('every reason of vacancy stands in one group', () => {
	expect(reasonGroups.flatMap(({ reasons }) => reasons).sort()).toEqual(Object.keys(vacancyReasons).sort());
});

test('who answered is gathered by what stands in the way, most houses first', () => {
	const one = {
		id: '1',
		house: 'Gasthof',
		href: '/a',
		adviceNeeds: ['inheritance'],
		reasons: ['inheritance_unresolved', 'unknown']
	} as const;
	const two = { id: '2', house: 'Mühle', href: '/b', adviceNeeds: ['inheritance', 'tax'], reasons: [] } as const;
	expect(followUps([one, two]).map(({ what, about }) => [what, about.length])).toEqual([
		['Beratung: Erbe und Erbengemeinschaft', 2],
		['Beratung: Steuern', 1],
		['Grund: Erbe ungeklärt', 1]
	]);
});
