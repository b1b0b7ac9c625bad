import { z } from 'zod';
import { optionalText, optionalWord } from '#lib/forms.ts';
import { lifecycleStates, publicationStates } from './vocabulary.ts';

/** The filters of the office's list as they stand in its address; what makes no sense is passed over. */
export const officeQuery = z.object({
	q: optionalText(100).catch(undefined),
	stand: optionalWord(lifecycleStates).catch(undefined),
	sichtbar: optionalWord(publicationStates).catch(undefined),
	alt: z.literal('1').optional().catch(undefined),
	folge: z.enum(['changed', 'oldest', 'reference']).catch('changed'),
	seite: z.coerce.number().int().min(1).max(100_000).catch(1)
});
export type OfficeQuery = z.output<typeof officeQuery>;

/** The address of the same list with something changed. */
export function officeAddress(query: OfficeQuery, change: Partial<OfficeQuery> = {}): string {
	const next = { ...query, seite: 1, ...change };
	const entries = Object.entries(next).filter(
		([name, value]) => value !== undefined && !(name === 'seite' && value === 1) && !(name === 'folge' && value === 'changed')
	);
	const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
	return `/buero/raeume${text ? `?${text}` : ''}`;
}
