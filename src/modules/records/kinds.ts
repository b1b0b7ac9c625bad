import type { Entry } from './entry.ts';
import { factName, factText, isThings, placeOf } from './fact-words.ts';
import { kinds as awards } from './kinds/awards.ts';
import { kinds as concepts } from './kinds/concepts.ts';
import { kinds as judging } from './kinds/judging.ts';
import { kinds as options } from './kinds/options.ts';
import { kinds as procedures } from './kinds/procedures.ts';
import { kinds as publication } from './kinds/publication.ts';

/** What readers read of an entry. A kind that is missing here verifies all the same and is shown by its name. */
const kinds: Readonly<Record<string, string>> = { ...procedures, ...publication, ...concepts, ...judging, ...awards, ...options };

export const kindText = (kind: string): string => kinds[kind] ?? kind;

const isId = /^([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22})$/;

/** `isCode`: nothing to read, only to compare. `each`: of several things one after the other. */
export type ReadFact = { name: string; text: string; isCode: boolean; each?: string[] };

/** The facts of an entry in words, codes last; a name that is not known here is shown as it is. */
export const factsOf = ({ facts }: Pick<Entry, 'facts'>): ReadFact[] =>
	Object.entries(facts)
		.toSorted(([a], [b]) => placeOf(a) - placeOf(b))
		.map(([name, value]) => ({
			name: factName(name),
			text: factText(name, value),
			isCode: typeof value === 'string' && isId.test(value),
			...(isThings(value) && { each: value.map((one) => factText(name, [one])) })
		}));
