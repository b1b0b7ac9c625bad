import type { Entry } from './entry.ts';
import type { Head } from './head.ts';

/** What whoever hands something in gets in return. The salt is kept apart: with the receipt alone nobody can try out what was handed in. */
export const receiptFormat = 'gestaltungsraum-quittung';

export type Receipt = {
	format: typeof receiptFormat;
	version: 1;
	procedure: string;
	concept: string;
	submittedAt: string;
	/** The whole entry in the box, with its signature. */
	entry: Entry;
	/** The installation's public key. */
	key: string;
	/** The last head that was published by then; null before the first. */
	head: Head | null;
};

type Issued = { concept: string; entry: Entry; key: string; head: Head | null };

/** `entry` as `appendEntry` returned it, `key` from `loadPublicKey`, `head` from `loadLastHead`. */
export const receiptOf = ({ concept, entry, key, head }: Issued): Receipt => ({
	...{ format: receiptFormat, version: 1, procedure: entry.record, concept, submittedAt: entry.at },
	...{ entry, key, head }
});
