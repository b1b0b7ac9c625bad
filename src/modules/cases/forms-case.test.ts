import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeFilters, caseListHref, readCaseFilter } from './case-filter.ts';
import * as forms from './forms-case.ts';

const schemas = Object.entries(forms).filter(([name]) => name.endsWith('Form')) as [string, (typeof forms)['openCaseForm']][];
const words = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', ' ', '0', '-1', '31.02.2027', '2027-02-31', 'on', 'null', '9'.repeat(400))
);

test.for(schemas)('%s takes whatever browsers send: it parses, or says in German what is missing', ([, schema]) => {
	const fields = fc.dictionary(
		fc.constantFrom(...Object.keys(schema.shape ?? {}), 'x'),
		fc.oneof(words, fc.array(words, { maxLength: 3 }))
	);
	fc.assert(
		fc.property(fields, (values) => {
			const { success, error } = schema.safeParse(values);
			const isTyped = Object.values(values).every((value) => typeof value === 'string');
			const rude = success || !isTyped ? [] : error.issues.filter(({ message }) => /^(Invalid|Required|Too )/.test(message));
			expect(rude).toEqual([]);
		})
	);
});

test('an address to read on never runs anything', () => {
	const parse = (href: string) => forms.recommendationForm.safeParse({ text: 'x', href });
	for (const bad of ['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x', ' javascript:x', 'https://a b'])
		expect(parse(bad).success, bad).toBe(false);
	for (const good of ['https://foerderung.example/a?b=c', '/orte', 'http://alt.example']) expect(parse(good).success, good).toBe(true);
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (href) => {
			const { success, data } = parse(href);
			if (success && data.href) expect(new URL(data.href, 'https://hier.example').protocol).toMatch(/^https?:$/);
		})
	);
});

test('a filter reads what it wrote, and nonsense as no filter', () => {
	const some = fc.record({ stand: words, wer: words, q: words, faellig: words, ansicht: words, seite: words });
	fc.assert(
		fc.property(some, (typed) => {
			const filter = readCaseFilter(new URLSearchParams(typed));
			const again = new URL(caseListHref(filter, { page: filter.page }), 'https://hier.example').searchParams;
			expect(readCaseFilter(again)).toEqual(filter);
		})
	);
	expect(activeFilters(readCaseFilter(new URLSearchParams('stand=toString&wer=wir')))).toBe(0);
});
