import { firstPrev, type Entry, type Json } from './entry.ts';
import type { HeadWithProof } from './head.ts';
import type { KeyChange } from './key-change.ts';

/** The record of one procedure as anybody can download it, with all that is needed to verify it without us. */
export const fileFormat = 'gestaltungsraum-akte-datei';
export const fileVersion = 1;
/** The same with the changes of the key, once there was one. */
export const fileVersionWithKeys = 2;

/** What a commitment was about, shown by whoever knows the salt. */
export const disclosureFormat = 'gestaltungsraum-offenlegung';
export type Disclosure = {
	format: typeof disclosureFormat;
	version: 1;
	record: string;
	/** Hash of the entry that holds the commitment. */
	entry: string;
	/** Under which name it stands there. */
	name: string;
	value: Json;
	salt: string;
};

export type RecordFile = {
	format: typeof fileFormat;
	version: number;
	/** The procedure. */
	record: string;
	/** For readers; not part of what is proven. */
	title: string;
	address: string;
	/** The installation's public key of today. */
	key: string;
	/** When it was changed, the oldest first; only in version 2. */
	keys?: KeyChange[];
	main: Entry[];
	/** Null until the opening. */
	box: Entry[] | null;
	/** From the last day before the first entry on. */
	heads: HeadWithProof[];
	/** What was published to be weighed by, every version. */
	calls: Json[];
	disclosures: Disclosure[];
};

/** The kind that opens the box; its facts say how far the box was (`boxHead`, `boxLength`). */
export const openingKind = 'procedure.unseal';

/** How far the box was at the last opening; null before the first. */
export function openedBox(main: readonly Pick<Entry, 'kind' | 'facts'>[]): { length: number; head: string } | null {
	const facts = main.findLast(({ kind }) => kind === openingKind)?.facts;
	if (!facts) return null;
	const { boxLength, boxHead } = facts;
	return { length: typeof boxLength === 'number' ? boxLength : 0, head: typeof boxHead === 'string' ? boxHead : firstPrev };
}
