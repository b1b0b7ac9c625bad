import { isPlaceholder } from '#lib/text/placeholder.ts';
import { partWords } from './part-words.ts';
import type { PartKind } from './parts.ts';
import { isPart, type Part } from './profile.ts';

/** What stands against showing a profile, and where it is mended. */
export type Hindrance = { kind: PartKind; message: string };

/** Fewer letters than this are a heading, not a section. */
const shortest: Partial<Record<PartKind, number>> = { intro: 80, standing: 60, next: 40 };
const few = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`);

function textsOf(part: Part): string[] {
	return Object.values(part.data).filter((value): value is string => typeof value === 'string' && !/^https?:/.test(value));
}

const nameOf = (part: Part): string =>
	'title' in part.data ? part.data.title : 'name' in part.data ? part.data.name : part.data && 'alt' in part.data ? part.data.alt : '';

function inParts(parts: readonly Part[]): Hindrance[] {
	return parts.flatMap((part) => {
		const { kind } = part;
		const where = `${partWords[kind].one}${nameOf(part) ? ` „${nameOf(part)}“` : ''}`;
		if (textsOf(part).some(isPlaceholder)) return [{ kind, message: `${where}: Hier steht noch ein Platzhalter.` }];
		const least = shortest[kind];
		if (least && 'text' in part.data && (part.data.text ?? '').length < least)
			return [{ kind, message: `${where}: Das ist noch sehr kurz. Bitte ein, zwei Sätze mehr, oder weglassen.` }];
		if (isPart(part, 'recording') && !part.data.transcript?.trim()) return [{ kind, message: `${where}: Es fehlt der Text zum Mitlesen.` }];
		return [];
	});
}

/** Everything that stands against publishing; empty when nothing does. A placeholder is worse than a gap. */
export function whyNotPublish(parts: readonly Part[]): Hindrance[] {
	const count = (kind: PartKind) => parts.filter((part) => part.kind === kind).length;
	const missing: Hindrance[] = [];
	if (!count('intro')) missing.push({ kind: 'intro', message: 'Es fehlt die Vorstellung: ein Satz und ein paar Zeilen, wer Sie sind.' });
	const lacking = 2 - count('standing');
	if (lacking > 0)
		missing.push({
			kind: 'standing',
			message: `Unter „Hier stehen wir“ ${lacking === 1 ? 'fehlt' : 'fehlen'} noch ${few(lacking, 'ein Abschnitt', 'Abschnitte')}.`
		});
	if (!count('next')) missing.push({ kind: 'next', message: 'Unter „Das haben wir noch vor“ steht noch nichts.' });
	return [...missing, ...inParts(parts)];
}
