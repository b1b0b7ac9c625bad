import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#lib/server/id.ts';
import * as forms from './forms.ts';
import { readGroupFilter, groupsAddress } from './group-filter.ts';

const all = Object.entries(forms);
const typed = fc.dictionary(
	fc.constantFrom(
		...[
			'name',
			'idea',
			'seeks',
			'raum',
			'ort',
			'gesuch',
			'step',
			'reason',
			'house',
			'kind',
			'email',
			'places',
			'text',
			'knockId',
			'answer'
		],
		...[
			'words',
			'memberId',
			'speaks',
			'heirId',
			'title',
			'uses',
			'areaMinM2',
			'areaMaxM2',
			'maxMonthly',
			'days',
			'dayParts',
			'noise',
			'roleId',
			'requests',
			'form',
			'legalStep'
		]
	),
	fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }))
);

test.for(all)('%s takes whatever comes and answers in German sentences', ([, form]) => {
	fc.assert(
		fc.property(typed, (values) => {
			const parsed = form.safeParse(values);
			expect(parsed.success).toBe(parsed.error === undefined);
			for (const { message } of parsed.error?.issues ?? []) expect(message, JSON.stringify(values)).toMatch(/[.?!“)]$/);
		})
	);
});

test('a need as Germans write it; a size that ends before it begins is told to its field', () => {
	expect(
		forms.needForm.parse({ title: 'Tischlerei', areaMinM2: '1.080,5', uses: 'workshop_makerspace', days: ['mo', 'tu'] })
	).toMatchObject({
		...{ areaMinM2: 1080.5, uses: ['workshop_makerspace'], days: ['mo', 'tu'], noise: 'unknown', dayParts: [] }
	});
	expect(forms.needForm.safeParse({ title: 'Tischlerei', areaMinM2: '80', areaMaxM2: '60' }).error?.issues).toMatchObject([
		{ path: ['areaMaxM2'] }
	]);
	expect(forms.needForm.safeParse({ title: 'Tischlerei', areaMinM2: '0' }).success).toBe(false);
});

test('an invitation by mail needs an address, a link does not; a mix needs two', () => {
	expect(forms.inviteForm.safeParse({ kind: 'mail', email: '' }).error?.issues).toMatchObject([{ path: ['email'] }]);
	expect(forms.inviteForm.parse({ kind: 'link', places: '3' })).toMatchObject({ places: 3 });
	expect(forms.inviteForm.safeParse({ kind: 'link', places: '2.5' }).success).toBe(false);
	expect(forms.inviteForm.safeParse({ kind: 'link', places: '99' }).success).toBe(false);
	const id = newId();
	expect(forms.callForm.safeParse({ requests: [id, id], words: 'Hallo' }).success).toBe(false);
	expect(forms.callForm.safeParse({ requests: [id, newId()], words: 'Hallo' }).success).toBe(true);
});

test('the filter of the list survives its own address and anything else', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string(), (q, seite) => {
			const read = readGroupFilter(new URLSearchParams({ q, seite }));
			expect(read.page).toBeGreaterThan(0);
			const again = readGroupFilter(new URL(groupsAddress(read, read.page), 'http://x').searchParams);
			expect(again).toEqual(read);
		})
	);
});
