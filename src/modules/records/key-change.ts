import { isMoment } from '#lib/calendar.ts';
import { momentText } from '#lib/text/berlin.ts';
import { canonical, sha256 } from './entry.ts';
import type { Head } from './head.ts';
import type { Collector } from './report.ts';
import { checkerFor, isKeyText, type Checker } from './signature.ts';
import { hasOnly, isHash, isObject } from './verify-chain.ts';

/**
 * The installation signs with another key from a moment on. The old key signs that it was so, the new one that it takes over, and both hold the last head
 * that the old one signed: whoever has only the old key can write no other history. ADR 0029.
 */
export const changeFormat = 'gestaltungsraum-schluesselwechsel';

export type KeyChangeBody = {
	format: typeof changeFormat;
	version: 1;
	/** From 1, without gaps. */
	seq: number;
	/** Public halves. */
	from: string;
	to: string;
	/** Hash of the last head that the old key signed; 64 zeros where there was none. */
	head: string;
	/** ISO 8601 in UTC. What bears this moment or a later one is signed by the new key. */
	at: string;
	reason: string;
};
/** `signature` by the old key, `accepted` by the new one. */
export type KeyChange = KeyChangeBody & { hash: string; signature: string; accepted: string };

/** A key with the time in which it signed; null: from the beginning, until today. */
export type KeySpan = { key: string; from: string | null; until: string | null };

export const hashOfChange = ({ format, version, seq, from, to, head, at, reason }: KeyChangeBody): Promise<string> =>
	sha256(canonical({ format, version, seq, from, to, head, at, reason }));

/** Every key with its time, the oldest first. */
export function spansOf(changes: readonly KeyChange[], key: string): KeySpan[] {
	const keys = [...changes.map(({ from }) => from), key];
	return keys.map((one, n) => ({ key: one, from: changes[n - 1]?.at ?? null, until: changes[n]?.at ?? null }));
}

/** The key that signs what bears this moment. */
export const keyAt = (spans: readonly KeySpan[], at: string): string =>
	(spans.find(({ until }) => until === null || at < until) ?? spans.at(-1))?.key ?? '';

const fields = ['format', 'version', 'seq', 'from', 'to', 'head', 'at', 'reason', 'hash', 'signature', 'accepted'];

export function isKeyChange(value: unknown): value is KeyChange {
	if (!isObject(value) || !hasOnly(value, fields)) return false;
	const { format, version, seq, from, to, head, at, reason, hash } = value;
	const isWhole = format === changeFormat && version === 1 && Number.isSafeInteger(seq) && isHash(head) && isHash(hash);
	return isWhole && isKeyText(from) && isKeyText(to) && isMoment(at) && typeof reason === 'string';
}

type Link = { change: KeyChange; before: KeyChange | undefined; n: number };

async function isSigned({ hash, from, to, signature, accepted, at, ...body }: KeyChange): Promise<boolean> {
	if ((await hashOfChange({ ...body, from, to, at })) !== hash) return false;
	const [old, next] = [await checkerFor(from), await checkerFor(to)];
	return (!old || (await old(hash, signature, at))) && (!next || (await next(hash, accepted, at)));
}

const isLinked = ({ change, before, n }: Link): boolean =>
	change.seq === n + 1 && change.from !== change.to && (!before || (change.from === before.to && change.at > before.at));

/** The changes as a ring of keys, or null where one of them does not hold: then nothing that follows can be said. `key`: the one of today. */
export async function verifyChanges(changes: readonly unknown[], key: string, c: Collector): Promise<KeySpan[] | null> {
	if (!changes.every(isKeyChange)) return (c.broken('keys', 'Ein Wechsel des Schlüssels ist nicht vollständig.'), null);
	for (const [n, change] of changes.entries()) {
		const isSound = isLinked({ change, before: changes[n - 1], n }) && (await isSigned(change).catch(() => false));
		if (isSound) continue;
		c.broken('keys', `Der Wechsel des Schlüssels vom ${momentText(new Date(change.at))} ist nicht von beiden Schlüsseln bestätigt.`);
		return null;
	}
	if (changes.length && changes.at(-1)?.to !== key)
		return (c.broken('keys', 'Der Schlüssel der Akte ist nicht der, zu dem zuletzt gewechselt wurde.'), null);
	for (const { at } of changes)
		c.proven('keys', `Am ${momentText(new Date(at))} wurde der Schlüssel gewechselt: Der alte hat den neuen bestätigt.`);
	return spansOf(changes, key);
}

/** Checks each signature with the key of its moment. Null where this browser knows no Ed25519. */
export async function ringChecker(spans: readonly KeySpan[]): Promise<Checker | null> {
	const checkers = new Map<string, Checker>();
	for (const { key } of spans) {
		const checker = await checkerFor(key);
		if (!checker) return null;
		checkers.set(key, checker);
	}
	return async (hash, signature, at) => (await checkers.get(keyAt(spans, at))?.(hash, signature, at)) ?? false;
}

/** The head after a change hangs on the one that the change holds: nobody wrote the days before anew with an old key. */
export function checkPinned(changes: readonly KeyChange[], heads: readonly Head[], c: Collector): void {
	for (const { at, head } of changes) {
		const next = heads.findIndex((one) => one.at >= at);
		const before = next > 0 ? heads[next]?.prev : undefined;
		if (before !== undefined && before !== head)
			c.broken('key-head', 'Die Tagesköpfe vor dem Wechsel des Schlüssels sind andere als die, die beim Wechsel festgehalten wurden.');
	}
}
