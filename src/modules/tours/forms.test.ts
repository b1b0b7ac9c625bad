import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as forms from './forms.ts';

const schemas = Object.entries(forms).filter(([name]) => name.endsWith('Form'));
const fields = [
	'title',
	'lat',
	'lon',
	'minutes',
	'stopId',
	'order',
	'whom',
	'on',
	'step',
	'startsAt',
	'came',
	'walkIns',
	'email',
	'name',
	'of',
	'place'
];

test.for(schemas)('%s takes whatever is typed and answers with a sentence', ([, schema]) => {
	const typed = fc.oneof(
		fc.string(),
		fc.string({ unit: 'binary' }),
		fc.constantFrom('', '0', '-1', '1e9', '53,01', '\0', 'NaN'),
		fc.array(fc.string())
	);
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...fields), typed), (values) => {
			const { success, error } = (schema as typeof forms.guidesForm).safeParse(values);
			expect(success || error.issues.every(({ message }) => message.length > 3)).toBe(true);
		})
	);
});

test('a free stop has both coordinates in Germany, or none', () => {
	const at = (lat: string, lon: string) => forms.freeStopForm.safeParse({ title: 'Rathaus', lat, lon });
	expect(at('53,0146', '14.0017').data).toMatchObject({ lat: 53.0146, lon: 14.0017 });
	expect(at('', '').success).toBe(true);
	expect(at('53,0146', '').error?.issues[0]?.message).toContain('Breite und Länge');
	expect(at('14', '53').error?.issues[0]?.message).toContain('liegt nicht in Deutschland');
	expect(at('hier', '14').error?.issues[0]?.message).toContain('in Grad');
});
