import { z } from 'zod';
import { checkbox, optionalNumber, optionalText, optionalWord, word } from '#lib/forms.ts';
import { propertyTypes } from '#modules/properties/vocabulary.ts';
import { sizeClasses, walkKinds, whyNotEnter, type SizeClass, type WalkKind } from './walk.ts';

const kinds = Object.keys(walkKinds) as [WalkKind, ...WalkKind[]];
const sizes = Object.fromEntries(Object.entries(sizeClasses).map(([size, { text }]) => [size, text])) as Record<SizeClass, string>;

/** One entry as a phone sends it: a form with at most one picture. Text may come from a phone that was away for weeks. */
export const walkEntryForm = z
	.object({
		id: z.uuid('Dieser Eintrag hat keine gültige Kennung.'),
		ags: z.string().regex(/^\d{8}$/, 'Zu welcher Kommune gehört das?'),
		kind: z.enum(kinds, { error: 'Bitte sagen, was Sie gesehen haben.' }),
		madeAt: z.coerce.date({ error: 'Wann war das?' }),
		propertyId: z.preprocess((v) => (v === '' ? undefined : v), z.uuid('Bitte ein Haus aus der Liste wählen.').optional()),
		version: z.coerce.number().int().optional(),
		note: optionalText(1000),
		propertyType: word(propertyTypes, 'unknown'),
		street: optionalText(120),
		houseNumber: optionalText(20),
		lat: optionalNumber({ min: 47, max: 55.2 }),
		lon: optionalNumber({ min: 5.5, max: 15.3 }),
		sizeClass: optionalWord(sizes),
		anyway: checkbox()
	})
	.superRefine(({ kind, note, propertyId, street, lat, lon }, issues) => {
		const message = whyNotEnter({ kind, note, propertyId, house: { propertyType: 'unknown', street, lat, lon } });
		if (message) issues.addIssue({ code: 'custom', path: ['kind'], message });
	});
export type WalkInput = z.output<typeof walkEntryForm>;

/** A line of a sheet of paper: what was ticked beside which house. */
export type PaperLine = { propertyId: string; kind: Exclude<WalkKind, 'new'>; note?: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ticked: readonly string[] = ['holds', 'changed', 'gone'];

/** The ticks of a sheet: fields `h-ID` (what) and `n-ID` (note). What is not ticked is passed over; a change without a word is said. */
export function readPaper(values: Record<string, string | string[]>): { lines: PaperLine[]; issues: Record<string, string[]> } {
	const lines: PaperLine[] = [];
	const issues: Record<string, string[]> = {};
	for (const [name, kind] of Object.entries(values)) {
		const propertyId = name.startsWith('h-') ? name.slice(2) : '';
		if (!uuid.test(propertyId) || typeof kind !== 'string' || !ticked.includes(kind)) continue;
		const typed = values[`n-${propertyId}`];
		const note = typeof typed === 'string' ? typed.trim().slice(0, 1000) || undefined : undefined;
		const line = { propertyId, kind: kind as PaperLine['kind'], note };
		const message = whyNotEnter(line);
		if (message) issues[`n-${propertyId}`] = [message];
		else lines.push(line);
	}
	return { lines, issues };
}
