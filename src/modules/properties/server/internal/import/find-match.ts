import { addressKey } from '../../../address.ts';
import type { Problem, ReadRow } from '../../../import/read-row.ts';
import { titleKey, type Known } from './load-known.ts';

/** Keys that rows of the same file have used, with their line. */
export type Seen = Map<string, number>;

export type Match = { id: string } | { id: null } | { problem: Problem };

const rejected = (code: string, column: string | null, message: string): Match => ({
	problem: { column, code, level: 'rejected', message }
});

type Text = string | undefined;

/** All the names a row can be known by in the file and in the register. */
function keysOf({ said, defaults }: ReadRow) {
	const whole = { ...defaults, ...said } as Record<string, Text>;
	const externalId = said.externalId as Text;
	const address = said.street === undefined ? null : addressKey(whole);
	const place = said.lat === undefined ? defaults : said;
	const title =
		!address && typeof said.title === 'string' && place.lat !== undefined
			? titleKey(said.title, place as { lat: number; lon: number })
			: null;
	return { externalId, address, title };
}

/**
 * Which property a row speaks of: by the list's own id, else by the address, else by title and place. The same key twice in one file is
 * refused and names the first row.
 */
export function findMatch(
	row: ReadRow,
	line: number,
	{ known, seen, columnOf }: { known: Known; seen: Seen; columnOf: (field: string) => string | null }
): Match {
	const { externalId, address, title } = keysOf(row);
	const own = externalId ? `id:${externalId}` : (address ?? title);
	if (own) {
		const first = seen.get(own);
		const what = externalId ? `die Kennung „${externalId}“` : 'dieselbe Adresse';
		if (first !== undefined)
			return rejected(
				'duplicate-row',
				columnOf(externalId ? 'externalId' : 'address'),
				`Zeile ${first} hat schon ${what}. Bitte löschen Sie eine der beiden${externalId ? '' : ' oder geben Sie jeder Zeile eine eigene Kennung'}.`
			);
		seen.set(own, line);
		if (externalId && address && !seen.has(address)) seen.set(address, line);
	}
	return matchKnown({ externalId, address, title }, { known, columnOf });
}

function matchKnown(
	{ externalId, address, title }: ReturnType<typeof keysOf>,
	{ known, columnOf }: { known: Known; columnOf: (field: string) => string | null }
): Match {
	const byId = externalId ? known.byExternalId.get(externalId) : undefined;
	if (byId) return { id: byId };
	const candidates = (address ? known.byAddress.get(address) : title ? known.byTitle.get(title) : undefined) ?? [];
	const free = externalId ? candidates.filter((c) => !c.hasExternalId) : candidates;
	if (free.length > 1)
		return rejected(
			'several-matches',
			columnOf('address'),
			'Im Register stehen mehrere Objekte mit dieser Adresse. Bitte ergänzen Sie die Kennung, damit klar ist, welches gemeint ist.'
		);
	return { id: free[0]?.id ?? null };
}
