import { isMoment } from '#lib/calendar.ts';
import { chains, firstPrev, formatName, formatVersion, hashOfBody, type Chain, type Entry } from './entry.ts';
import type { Collector } from './report.ts';
import type { Checker } from './signature.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Exactly these fields, no more: what nothing is computed from could say anything. */
export const hasOnly = (value: Record<string, unknown>, fields: readonly string[]): boolean =>
	Object.keys(value).length === fields.length && fields.every((field) => field in value);

const fields = ['format', 'version', 'record', 'chain', 'seq', 'prev', 'at', 'kind', 'facts', 'commitments', 'hash', 'signature'];

/** An entry has exactly the fields of an entry, each of its type. */
export function isEntry(value: unknown): value is Entry {
	if (!isObject(value) || !hasOnly(value, fields)) return false;
	const { chain, seq, prev, at, kind, facts, commitments, hash, record } = value;
	return (
		typeof record === 'string' &&
		(chain === 'main' || chain === 'box') &&
		Number.isSafeInteger(seq) &&
		isHash(prev) &&
		isMoment(at) &&
		typeof kind === 'string' &&
		isObject(facts) &&
		isObject(commitments) &&
		Object.values(commitments).every(isHash) &&
		isHash(hash)
	);
}

type About = { record: string; chain: Chain; checker: Checker | null };
type Links = About & { c: Collector };

/** What is wrong with one entry by itself: its fingerprint and its signature. Throws nothing, whatever the entry holds. */
export async function faultsOf(entry: Entry, checker: Checker | null): Promise<('hash' | 'signature')[]> {
	const { hash, signature, ...body } = entry;
	const faults: ('hash' | 'signature')[] = [];
	const actual = await hashOfBody(body).catch(() => null);
	if (actual !== hash) faults.push('hash');
	if (checker && !(await checker(hash, signature, entry.at))) faults.push('signature');
	return faults;
}

const said = {
	hash: 'wurde verändert: Inhalt und Prüfwert passen nicht zusammen.',
	signature: 'trägt keine gültige Signatur dieses Schlüssels.'
};

/** How the entry hangs on the one before. */
function checkLink(entry: Entry, { before, n, links }: { before: Entry | undefined; n: number; links: Links }): void {
	const { c, record, chain } = links;
	const where = `${chains[chain]}, Eintrag ${n}`;
	if (entry.format !== formatName || entry.version !== formatVersion)
		c.broken('version', `${where} hat ein Format, das hier niemand kennt.`);
	if (entry.record !== record || entry.chain !== chain) c.broken('foreign', `${where} gehört nicht in diese Akte.`);
	if (entry.seq !== n)
		c.broken('gap', `${where}: Hier steht die Nummer ${entry.seq}. Es fehlt etwas, oder die Reihenfolge wurde geändert.`);
	if (entry.prev !== (before?.hash ?? firstPrev)) c.broken('link', `${where} hängt nicht am Eintrag davor.`);
	if (before && entry.at < before.at) c.broken('time', `${where} ist älter als der Eintrag davor.`);
}

/** How many are hashed and checked at the same time: enough to keep every core busy, little enough to hold no memory. */
const batch = 256;

/** Goes through a chain once, from its first entry to its last. Returns the entries, or null where one of them is none. */
export async function verifyChain(entries: readonly unknown[], links: Links, progress?: (done: number) => void): Promise<Entry[] | null> {
	const { c, chain, checker } = links;
	const odd = entries.findIndex((entry) => !isEntry(entry));
	if (odd >= 0) {
		c.broken('shape', `${chains[chain]}, Eintrag ${odd + 1} ist kein vollständiger Eintrag.`);
		return null;
	}
	const all = entries as Entry[];
	const begin = (from: number) => Promise.all(all.slice(from, from + batch).map((entry) => faultsOf(entry, checker)));
	// the next ones are begun before these are done: no core waits for the slowest of a batch
	let next = begin(0);
	for (let from = 0; from < all.length; from += batch) {
		const found = next;
		next = begin(from + batch);
		for (const [k, faults] of (await found).entries()) {
			const entry = all[from + k] as Entry;
			for (const fault of faults) c.broken(fault, `${chains[chain]}, Eintrag ${from + k + 1} (${entry.kind}) ${said[fault]}`);
			checkLink(entry, { before: all[from + k - 1], n: from + k + 1, links });
		}
		progress?.(Math.min(from + batch, all.length));
	}
	return all;
}
