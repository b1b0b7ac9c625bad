import { z } from 'zod';
import { isDay } from '#lib/calendar.ts';
import { berlinMoment, whyNoMoment } from '#lib/text/berlin.ts';

/** Form fields as browsers send them: strings, absent checkboxes, repeated names. */

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

export const requiredText = (message: string, max = 200) =>
	z.string({ error: message }).trim().min(1, message).max(max, `Bitte höchstens ${max} Zeichen.`);

export const optionalText = (max = 200) =>
	z.preprocess(
		blankToUndefined,
		z.string({ error: 'Bitte nur einen Text eingeben.' }).trim().max(max, `Bitte höchstens ${max} Zeichen.`).optional()
	);

/** A number as Germans write it: "1.234,5", "80", "80,5". */
export function parseGermanNumber(text: string): number | null {
	const plain = text.trim().replace(/\s|\u00a0|'/g, '');
	if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
	if (/^-?\d+([.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
	return null;
}

export const optionalNumber = ({ min = 0, max = 1e9 }: { min?: number; max?: number } = {}) =>
	z.preprocess(
		(value) => {
			if (typeof value !== 'string') return value;
			if (value.trim() === '') return undefined;
			return parseGermanNumber(value) ?? value;
		},
		z
			.number({ error: 'Bitte eine Zahl eingeben, zum Beispiel 80 oder 80,5.' })
			.min(min, `Bitte mindestens ${min}.`)
			.max(max, `Bitte höchstens ${max}.`)
			.optional()
	);

export const checkbox = () => z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean());

/** A name that may be sent many times (checkboxes, multiple select). */
export const many = <T extends z.ZodType>(item: T) =>
	z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** One of the words of a vocabulary; a blank means `fallback`. */
export const word = <K extends string>(words: Record<K, string>, fallback: NoInfer<K>) =>
	z.preprocess(
		(value) => blankToUndefined(value) ?? fallback,
		z.enum(Object.keys(words) as [K, ...K[]], { error: 'Bitte einen Eintrag aus der Liste wählen.' })
	);

export const optionalWord = <K extends string>(words: Record<K, string>) =>
	z.preprocess(
		blankToUndefined,
		z.enum(Object.keys(words) as [K, ...K[]], { error: 'Bitte einen Eintrag aus der Liste wählen.' }).optional()
	);

const noDate = 'Bitte ein Datum eingeben, zum Beispiel 22.11.2026.';
/** ISO "2026-11-22" from a date field, or German "22.11.2026" typed into it. */
export const optionalDate = () =>
	z.preprocess((value) => {
		if (typeof value !== 'string' || value.trim() === '') return undefined;
		const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value.trim());
		return german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : value.trim();
	}, z.string().refine(isDay, noDate).optional());

/** A moment on a clock in Germany, as a field of the kind datetime-local gives it. `message`: where nothing is said. */
export const requiredMoment = (message: string) =>
	z.string({ error: message }).transform((typed, ctx) => {
		const against = typed.trim() ? whyNoMoment(typed) : message;
		if (against) ctx.addIssue({ code: 'custom', message: against });
		return (against ? null : berlinMoment(typed)) ?? z.NEVER;
	});
