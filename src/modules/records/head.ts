import { canonical, sha256, type Json } from './entry.ts';

/**
 * The head of a day: one hash over all records, chained to the day before and signed. Whoever keeps one can later show that nothing up to that day was
 * taken away or changed. Records are the leaves of a tree, so that one record can be shown to be in it without the others.
 */
export const headFormat = 'gestaltungsraum-tageskopf';
export const headVersion = 1;

export type HeadBody = {
	format: typeof headFormat;
	version: number;
	/** In Germany, ISO. One for every day, whether something happened or not. */
	day: string;
	/** Hash of the head of the day before; 64 zeros for the first. */
	prev: string;
	/** Root of the tree; 64 zeros where there are no records. */
	root: string;
	records: number;
	/** When it was made, ISO 8601 in UTC. */
	at: string;
};
export type Head = HeadBody & { hash: string; signature: string };

/** How far a chain was. */
export type Reach = { length: number; head: string };
/** One record at the end of a day. What came in sealed is only committed to, with a salt of its own every day: nobody sees whether something came in. */
export type Leaf = { record: string; main: Reach; box: string };
/** From a leaf to the root: what stands beside it, on which side. */
export type Step = { side: 'left' | 'right'; hash: string };

/** What a record file says of one day: the leaf, its way to the root, and, after the opening, what the commitment was about. */
export type Proof = { leaf: Leaf; path: Step[]; box: (Reach & { salt: string }) | null };
export type HeadWithProof = Head & { proof?: Proof };

/** What a head hashes to: everything but hash, signature and proof. */
export const hashOfHead = async ({ format, version, day, prev, root, records, at }: HeadBody): Promise<string> =>
	sha256(canonical({ format, version, day, prev, root, records, at }));

export const hashOfLeaf = async (leaf: Leaf): Promise<string> => sha256(`blatt:${canonical(leaf as unknown as Json)}`);
const hashOfPair = (left: string, right: string): Promise<string> => sha256(`knoten:${left}:${right}`);

/** The root over leaves in their order, and the way of each to it. One without a neighbour goes up as it is. */
export async function treeOf(leaves: readonly Leaf[]): Promise<{ root: string; paths: Step[][] }> {
	const paths: Step[][] = leaves.map(() => []);
	let row = await Promise.all(leaves.map(async (leaf, n) => ({ hash: await hashOfLeaf(leaf), under: [n] })));
	while (row.length > 1) {
		const above: typeof row = [];
		for (let n = 0; n < row.length; n += 2) {
			const [left, right] = [row[n], row[n + 1]];
			if (!left) continue;
			if (!right) {
				above.push(left);
				continue;
			}
			for (const leaf of left.under) paths[leaf]?.push({ side: 'right', hash: right.hash });
			for (const leaf of right.under) paths[leaf]?.push({ side: 'left', hash: left.hash });
			above.push({ hash: await hashOfPair(left.hash, right.hash), under: [...left.under, ...right.under] });
		}
		row = above;
	}
	return { root: row[0]?.hash ?? '0'.repeat(64), paths };
}

/** The root to which this way leads. */
export async function rootFrom(leaf: Leaf, path: readonly Step[]): Promise<string> {
	let hash = await hashOfLeaf(leaf);
	for (const step of path) hash = step.side === 'left' ? await hashOfPair(step.hash, hash) : await hashOfPair(hash, step.hash);
	return hash;
}

/** What a leaf says of the box, to be shown with the same salt after the opening. */
export const boxValue = ({ length, head }: Reach): { length: number; head: string } => ({ length, head });
