import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
	commitmentTo,
	firstPrev,
	formatName,
	formatVersion,
	hashOfBody,
	canonical,
	sha256,
	type Chain,
	type Entry,
	type Facts,
	type Json
} from '#modules/records/entry.ts';
import { boxValue, hashOfHead, headFormat, headVersion, treeOf, type Head, type HeadWithProof, type Leaf } from '#modules/records/head.ts';
import { receiptOf, type Receipt } from '#modules/records/receipt.ts';
import { disclosureFormat, fileFormat, fileVersion, type RecordFile } from '#modules/records/record-file.ts';

/** Records made by hand, without a database: for tests of whoever verifies them, and for the benchmark. */
export type Key = { priv: KeyObject; text: string };
export function newKey(): Key {
	const { privateKey } = generateKeyPairSync('ed25519');
	const priv = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
	return { priv, text: createPublicKey(priv).export({ format: 'jwk' }).x ?? '' };
}
export const signed = ({ priv }: Key, hash: string): string => sign(null, Buffer.from(hash, 'hex'), priv).toString('base64url');

export const recordId = '0192a000-0000-7000-8000-000000000001';
const start = Date.parse('2026-11-02T09:00:00.000Z');
const day = 86_400_000;

type Act = { kind: string; facts?: Facts; commitments?: Record<string, string>; at: number };

/** A chain of these acts, signed. */
export async function chainOf(key: Key, { chain, acts }: { chain: Chain; acts: readonly Act[] }): Promise<Entry[]> {
	const entries: Entry[] = [];
	for (const { kind, facts = {}, commitments = {}, at } of acts) {
		const fixed = { format: formatName, version: formatVersion, record: recordId, chain } as const;
		const prev = entries.at(-1)?.hash ?? firstPrev;
		const body = { ...fixed, seq: entries.length + 1, prev, at: new Date(at).toISOString(), kind, facts, commitments };
		const hash = await hashOfBody(body);
		entries.push({ ...body, hash, signature: signed(key, hash) });
	}
	return entries;
}

/** One entry again, hashed and signed anew by this key: what a forger with a key can do. */
export async function resigned(key: Key, { hash: _hash, signature: _signature, ...body }: Entry): Promise<Entry> {
	const hash = await hashOfBody(body);
	return { ...body, hash, signature: signed(key, hash) };
}

const reached = (entries: readonly Entry[], at: number) => {
	const last = entries.findLast((entry) => Date.parse(entry.at) <= at);
	return { length: last?.seq ?? 0, head: last?.hash ?? firstPrev };
};

/** A head for each of so many days, over this record and two others that nobody here knows. */
async function headsOf(key: Key, { main, box, days, openedAt }: { main: Entry[]; box: Entry[]; days: number; openedAt: number }) {
	const heads: HeadWithProof[] = [];
	for (let n = -1; n < days; n++) {
		const at = start + n * day + 13 * 3_600_000;
		const [ofMain, ofBox, salt] = [reached(main, at), reached(box, at), `salt-${n}-0123456789abcdef`];
		const leaf: Leaf = { record: recordId, main: ofMain, box: await commitmentTo(boxValue(ofBox), salt) };
		const other = (id: string): Leaf => ({ record: id, main: { length: 1, head: 'a'.repeat(64) }, box: 'b'.repeat(64) });
		const isThere = ofMain.length > 0;
		const leaves = [
			other('0192a000-0000-7000-8000-000000000000'),
			...(isThere ? [leaf] : []),
			other('0192a000-0000-7000-8000-0000000000ff')
		];
		const { root, paths } = await treeOf(leaves);
		const isoDay = new Date(at - 12 * 3_600_000).toISOString().slice(0, 10);
		const body = { format: headFormat, version: headVersion, day: isoDay, prev: heads.at(-1)?.hash ?? 'c'.repeat(64), root } as const;
		const whole = { ...body, records: leaves.length, at: new Date(at).toISOString() };
		const hash = await hashOfHead(whole);
		const proof = isThere ? { proof: { leaf, path: paths[1] ?? [], box: at < openedAt ? { ...ofBox, salt } : null } } : {};
		heads.push({ ...whole, hash, signature: signed(key, hash), ...proof });
	}
	return heads;
}

export const concept = { format: 'gestaltungsraum-konzept', title: 'Werkhof', summary: 'Werkstätten und ein Café für alle.' };
export const conceptSalt = 'f00dfeed'.repeat(4);
export const call: Json = { format: 'gestaltungsraum-aufruf', areas: [{ title: 'Wirkung', weight: 1000 }] };

export type World = { key: Key; file: RecordFile; receipt: Receipt };

/** A procedure from its publication to the decision, with three concepts, of which the second is ours. */
export async function plantRecord({ key = newKey(), ours = concept }: { key?: Key; ours?: object } = {}): Promise<World> {
	const deadline = new Date(start + 5 * day).toISOString();
	const hidden = { value: { juror: 'Katrin', points: 7 }, salt: 'cafe'.repeat(8) };
	const commitmentsOf = async (n: number) => ({
		content: await commitmentTo(n === 1 ? ours : { n }, n === 1 ? conceptSalt : `${n}`.repeat(32))
	});
	const acts = await Promise.all(
		[0, 1, 2].map(async (n) => ({ kind: 'concept.submitted', at: start + (2 + n) * day, commitments: await commitmentsOf(n) }))
	);
	const box = await chainOf(key, { chain: 'box', acts });
	const openedAt = start + 6 * day;
	const main = await chainOf(key, {
		chain: 'main',
		acts: [
			{ kind: 'procedure.publish', at: start, facts: { call: await sha256(canonical(call)), version: 1, deadline, to: 'open' } },
			{ kind: 'questions.answered', at: start + day, facts: { count: 2, text: 'Ä„\u2028', nothing: null, list: [1, { a: true }] } },
			{ kind: 'procedure.close', at: start + 5 * day + 1000, facts: { to: 'closed' } },
			{ kind: 'procedure.unseal', at: openedAt, facts: { to: 'precheck', boxLength: box.length, boxHead: box.at(-1)?.hash ?? '' } },
			{ kind: 'candidate.numbered', at: openedAt + 1000, facts: { number: 1, entry: box[1]?.hash ?? '' } },
			{ kind: 'score.given', at: openedAt + day, commitments: { score: await commitmentTo(hidden.value, hidden.salt) } },
			{ kind: 'procedure.decide', at: openedAt + 2 * day, facts: { to: 'decided', reason: 'Es trägt.' } }
		]
	});
	const heads = await headsOf(key, { main, box, days: 10, openedAt });
	const shown = { format: disclosureFormat, version: 1, record: recordId, entry: main[5]?.hash ?? '', name: 'score', ...hidden } as const;
	const file: RecordFile = {
		...{
			format: fileFormat,
			version: fileVersion,
			record: recordId,
			title: 'Wer belebt die Schule?',
			address: 'https://haus.example/verfahren/x'
		},
		...{ key: key.text, main, box, heads, calls: [call], disclosures: [shown] }
	};
	const { proof: _proof, ...head } = heads[3] ?? ({} as HeadWithProof);
	const receipt = receiptOf({ concept: 'k-2', entry: box[1] ?? ({} as Entry), key: key.text, head: head as Head });
	return { key, file, receipt };
}

/** As it comes out of a download. */
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
