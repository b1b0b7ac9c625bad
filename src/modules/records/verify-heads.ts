import { dayAfter, isDay, isMoment } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import { commitmentTo, type Entry } from './entry.ts';
import { boxValue, hashOfHead, headFormat, headVersion, rootFrom, type Head, type HeadWithProof, type Proof } from './head.ts';
import type { Collector } from './report.ts';
import type { Checker } from './signature.ts';
import { hasOnly, isHash, isObject } from './verify-chain.ts';

const isReach = (value: unknown, more: string[] = []): boolean =>
	isObject(value) && hasOnly(value, ['length', 'head', ...more]) && Number.isSafeInteger(value.length) && isHash(value.head);
const isStep = (value: unknown): boolean =>
	isObject(value) && hasOnly(value, ['side', 'hash']) && (value.side === 'left' || value.side === 'right') && isHash(value.hash);
const isLeaf = (value: unknown): boolean =>
	isObject(value) &&
	hasOnly(value, ['record', 'main', 'box']) &&
	typeof value.record === 'string' &&
	isReach(value.main) &&
	isHash(value.box);
const isShown = (value: unknown): boolean => isObject(value) && isReach(value, ['salt']) && typeof value.salt === 'string';

const isProof = (value: unknown): value is Proof =>
	isObject(value) &&
	hasOnly(value, ['leaf', 'path', 'box']) &&
	isLeaf(value.leaf) &&
	Array.isArray(value.path) &&
	value.path.every(isStep) &&
	(value.box === null || isShown(value.box));

const fields = ['format', 'version', 'day', 'prev', 'root', 'records', 'at', 'hash', 'signature'];

export function isHead(value: unknown): value is HeadWithProof {
	if (!isObject(value) || !hasOnly(value, 'proof' in value ? [...fields, 'proof'] : fields)) return false;
	const { day, prev, root, records, at, hash, proof } = value;
	const isWhole = isHash(prev) && isHash(root) && Number.isSafeInteger(records) && isMoment(at) && isHash(hash);
	return isDay(day) && isWhole && (!('proof' in value) || isProof(proof));
}

/** Whether the head is whole and signed by this key. */
export async function isSound(head: Head, checker: Checker | null): Promise<boolean> {
	if (head.format !== headFormat || head.version !== headVersion || (await hashOfHead(head)) !== head.hash) return false;
	return !checker || checker(head.hash, head.signature, head.at);
}

type Chains = { record: string; main: readonly Entry[]; box: readonly Entry[] | null };

async function checkProof(head: HeadWithProof, { record, main, box }: Chains, c: Collector): Promise<void> {
	if (!head.proof) return;
	const { leaf, path, box: shown } = head.proof;
	const day = germanDay(head.day);
	if (leaf.record !== record || (await rootFrom(leaf, path).catch(() => null)) !== head.root)
		return c.broken('leaf', `Der Tageskopf vom ${day} enthält diese Akte nicht so, wie die Datei behauptet.`);
	if (leaf.main.length > main.length)
		return c.broken(
			'cut',
			`Am ${day} hatte der Verlauf ${leaf.main.length} Einträge, hier sind es ${main.length}. Das Ende wurde weggelassen.`
		);
	if (leaf.main.length > 0 && main[leaf.main.length - 1]?.hash !== leaf.main.head)
		c.broken('fork', `Der Verlauf ist ein anderer als der, den der Tageskopf vom ${day} festhält.`);
	if (!shown) return;
	if ((await commitmentTo(boxValue(shown), shown.salt)) !== leaf.box)
		return c.broken('box-leaf', `Was die Datei über den Eingang am ${day} sagt, passt nicht zum Tageskopf.`);
	if (!box || shown.length > box.length) return c.broken('box-cut', `Am ${day} lag im Eingang mehr, als die Datei zeigt.`);
	if (shown.length > 0 && box[shown.length - 1]?.hash !== shown.head)
		c.broken('box-fork', `Der Eingang ist ein anderer als der, den der Tageskopf vom ${day} festhält.`);
}

/** A long transaction may end after the head of its day was made, and no two clocks are the same: an hour is nothing against a day. */
const slack = 3_600_000;

/** An entry cannot be younger than a head that holds it, nor older than one that does not. */
function checkMoments(heads: readonly HeadWithProof[], main: readonly Entry[], c: Collector): void {
	for (const { proof, at, day } of heads) {
		const next = proof && main[proof.leaf.main.length];
		const last = proof && main[proof.leaf.main.length - 1];
		if (last && Date.parse(last.at) > Date.parse(at) + slack)
			c.broken('moment', `Verlauf, Eintrag ${last.seq} ist jünger als der Tageskopf vom ${germanDay(day)}, der ihn schon enthält.`);
		if (next && Date.parse(next.at) < Date.parse(at) - slack)
			c.broken('moment', `Verlauf, Eintrag ${next.seq} wurde nachträglich eingefügt: Der Tageskopf vom ${germanDay(day)} kennt ihn nicht.`);
	}
}

export async function verifyHeads(
	heads: readonly unknown[],
	about: Chains & { checker: Checker | null },
	c: Collector
): Promise<HeadWithProof[]> {
	const odd = heads.findIndex((head) => !isHead(head));
	if (odd >= 0) {
		c.broken('head-shape', `Tageskopf ${odd + 1} ist nicht vollständig.`);
		return [];
	}
	const all = heads as HeadWithProof[];
	for (const [n, head] of all.entries()) {
		const before = all[n - 1];
		const day = germanDay(head.day);
		if (!(await isSound(head, about.checker)))
			c.broken('head', `Der Tageskopf vom ${day} wurde verändert oder ist nicht mit diesem Schlüssel signiert.`);
		if (before && (head.prev !== before.hash || head.day !== dayAfter(before.day, 1)))
			c.broken('head-link', `Der Tageskopf vom ${day} folgt nicht auf den Tag davor.`);
		await checkProof(head, about, c);
	}
	checkMoments(all, about.main, c);
	return all;
}

/** How many entries at the end no head holds yet. */
export function reachOf(heads: readonly HeadWithProof[]): { day: string; length: number } | null {
	const last = heads.findLast(({ proof }) => proof);
	return last?.proof ? { day: last.day, length: last.proof.leaf.main.length } : null;
}
