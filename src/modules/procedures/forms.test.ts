import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as forms from './forms.ts';
import { milestoneNames } from './timeline.ts';
import { questionNames } from './preflight.ts';

const schemas = Object.entries(forms).filter(([name]) => name.endsWith('Form')) as [string, typeof forms.stepForm][];
const words = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', ' ', '0', '-1', '12,5', '31.02.2027', '24:00', 'on', 'null', '9'.repeat(400), '00000000-0000-7000-8000-000000000001')
);
const names = [
	...[
		'version',
		'title',
		'kind',
		'transfer',
		'unitIds',
		'goal',
		'priceRule',
		'price',
		'priceShare',
		'priceFull',
		'termYears',
		'decidingBody',
		'tieRule',
		'raum'
	],
	...[
		'partId',
		'areaId',
		'weight',
		'leafId',
		'levelPoints',
		'levelText',
		'evidence',
		'part',
		'up',
		'vorlage',
		'replace',
		'start',
		'role',
		'jurorKind',
		'name',
		'email'
	],
	...['deputyFor', 'memberId', 'trialId', 'points', 'offer', 'fileId', 'step', 'reason', 'h_costs', 'x', '__proto__'],
	...milestoneNames.slice(0, 3).flatMap((name) => [`d_${name}`, `t_${name}`]),
	...questionNames.slice(0, 2).flatMap((name) => [`a_${name}`, `n_${name}`])
];

test.for(schemas)('%s takes whatever browsers send: it parses, or says in German what is missing', ([, schema]) => {
	const fields = fc.dictionary(fc.constantFrom(...names), fc.oneof(words, fc.array(words, { maxLength: 3 })));
	fc.assert(
		fc.property(fields, (values) => {
			const { success, error } = schema.safeParse(values);
			const isTyped = Object.values(values).every((value) => typeof value === 'string');
			const rude = success || !isTyped ? [] : error.issues.filter(({ message }) => /^(Invalid|Required|Too |Expected)/.test(message));
			expect(rude).toEqual([]);
		})
	);
});

test('a price that is weighed needs its share and both ends of its scale', () => {
	const fieldsOf = (over: object) => {
		const { error } = forms.basicsForm.safeParse({ version: '1', title: 'x', priceRule: 'weighted', ...over });
		return error?.issues.map(({ path }) => path[0]) ?? [];
	};
	expect(fieldsOf({})).toEqual(['priceShare', 'price', 'priceFull']);
	expect(fieldsOf({ priceShare: '30', price: '1.000', priceFull: '900' })).toEqual(['priceFull']);
	expect(fieldsOf({ priceShare: '30', price: '1.000', priceFull: '2.000', tieRule: 'offer' })).toEqual([]);
	expect(fieldsOf({ priceRule: 'fixed', tieRule: 'offer' })).toEqual(['tieRule']);
});

test('levels come sorted, with words, and each with points of its own', () => {
	const leaf = { areaId: '00000000-0000-7000-8000-000000000001', title: 'x', weight: '12,5' };
	const parse = (levelPoints: string[], levelText: string[]) => forms.leafForm.safeParse({ ...leaf, levelPoints, levelText });
	expect(parse(['3', '0', '7'], ['gut', 'nichts', '']).data?.levels).toEqual([
		{ points: 0, text: 'nichts' },
		{ points: 3, text: 'gut' }
	]);
	expect(parse(['3', '3'], ['gut', 'auch gut']).error?.issues[0]?.message).toContain('gleich viele');
	expect(parse(['11', 'x'], ['gut', 'besser']).error?.issues[0]?.message).toContain('0 bis 10');
});
