import { germanDay } from '#lib/text/german.ts';
import type { Entry } from './entry.ts';
import type { HeadWithProof } from './head.ts';
import { receiptFormat, type Receipt } from './receipt.ts';
import { openedBox } from './record-file.ts';
import type { KeySpan } from './key-change.ts';
import type { Collector } from './report.ts';
import { checkerFor, isKeyText, type Checker } from './signature.ts';
import { faultsOf, hasOnly, isEntry, isObject } from './verify-chain.ts';
import { isCommitted } from './verify-content.ts';
import { isHead, isSound } from './verify-heads.ts';

export const isReceipt = (value: unknown): value is Receipt =>
	isObject(value) &&
	hasOnly(value, ['format', 'version', 'procedure', 'concept', 'submittedAt', 'entry', 'key', 'head']) &&
	value.format === receiptFormat &&
	value.version === 1 &&
	isEntry(value.entry) &&
	typeof value.concept === 'string' &&
	isKeyText(value.key) &&
	(value.head === null || isHead(value.head));

/** A concept as its group kept it, with the salt that only they know. */
export type Kept = { value: unknown; salt: string };
type Against = {
	record: string;
	/** The keys of the record, and what checks with them. */
	spans: readonly KeySpan[];
	checker: Checker | null;
	main: readonly Entry[];
	box: readonly Entry[] | null;
	heads: readonly HeadWithProof[];
};

/** The receipt by itself: a whole entry, signed, that says what the receipt says. */
async function isWhole({ entry, procedure, submittedAt, head, concept }: Receipt, checker: Checker | null, c: Collector): Promise<boolean> {
	const before = c.report.broken.length;
	if (entry.record !== procedure || entry.at !== submittedAt || entry.chain !== 'box')
		c.broken('receipt', 'Die Quittung widerspricht dem Eintrag, den sie enthält.');
	if (typeof entry.facts.concept === 'string' && entry.facts.concept !== concept)
		c.broken('receipt', 'Die Quittung nennt ein anderes Konzept als der Eintrag, den sie enthält.');
	if ((await faultsOf(entry, checker)).length)
		c.broken('receipt', 'Der Eintrag in der Quittung wurde verändert oder ist nicht von dieser Installation signiert.');
	if (head && !(await isSound(head, checker)))
		c.broken('receipt-head', 'Der Tageskopf in der Quittung wurde verändert oder ist nicht von dieser Installation signiert.');
	return c.report.broken.length === before;
}

/** The head that the receipt carries has to be one of the record's. */
function checkHead({ head }: Receipt, heads: readonly HeadWithProof[], c: Collector): void {
	if (!head) return;
	const [first] = heads;
	const day = germanDay(head.day);
	if (!first || head.day < first.day || head.day > (heads.at(-1)?.day ?? ''))
		return c.open('receipt-head', `Der Tageskopf der Quittung (${day}) liegt außerhalb der Tage, die die Akte enthält.`);
	if (!heads.some(({ hash }) => hash === head.hash))
		return c.broken(
			'receipt-head',
			`Der Tageskopf, den die Quittung vom ${day} festhält, kommt in der Akte nicht vor: Es gibt zwei Fassungen der Geschichte.`
		);
	c.proven('receipt-head', `Der Tageskopf der Quittung (${day}) steht auch in der Akte: Es ist dieselbe Geschichte.`);
}

/** What became of it after the opening, as far as the record says. */
function checkFate({ entry, concept }: Receipt, { main, box }: { main: readonly Entry[]; box: readonly Entry[] }, c: Collector): void {
	const later = box.find(
		({ seq, facts }) => seq > entry.seq && (facts.replaces === entry.hash || facts.entry === entry.hash || facts.concept === concept)
	);
	if (later)
		return c.open('superseded', `Dieser Eingang wurde später ersetzt oder zurückgezogen (Eingang, Eintrag ${later.seq}: ${later.kind}).`);
	const naming = main.filter(
		({ facts }) => facts.entry === entry.hash || (Array.isArray(facts.entries) && facts.entries.includes(entry.hash))
	);
	if (naming.length)
		c.proven('counted', `Nach der Öffnung nennt der Verlauf genau diesen Eingang (Eintrag ${naming.map(({ seq }) => seq).join(', ')}).`);
	else
		c.open(
			'counted',
			'Der Verlauf nennt diesen Eingang nach der Öffnung nicht einzeln. Dass er mitgeöffnet wurde, ist bewiesen; wie er gewertet wurde, nicht.'
		);
}

/** A receipt against a record that was already checked by itself. */
export async function verifyReceipt(
	receipt: unknown,
	{ record, spans, checker, main, box, heads }: Against,
	c: Collector
): Promise<Receipt | null> {
	if (!isReceipt(receipt)) return (c.broken('receipt', 'Die Quittung lässt sich nicht lesen.'), null);
	if (receipt.procedure !== record) return (c.broken('receipt', 'Die Quittung gehört zu einem anderen Verfahren.'), null);
	const isOurs = spans.some(({ key }) => key === receipt.key);
	if (!isOurs)
		c.broken('receipt-key', 'Quittung und Akte nennen verschiedene Schlüssel. Eine von beiden ist nicht von dieser Installation.');
	const known = isOurs ? checker : await checkerFor(receipt.key).catch(() => null);
	if (!(await isWhole(receipt, known, c))) return null;
	c.proven(
		'receipt',
		`Die Quittung ist ${known ? 'echt und unverändert' : 'unverändert'}: Eingang ${receipt.entry.seq === 1 ? 'als Erstes' : `als Nummer ${receipt.entry.seq}`}.`
	);
	checkHead(receipt, heads, c);
	if (!openedBox(main))
		return (c.open('receipt-box', 'Ob der Eingang der Quittung noch da ist, zeigt die Akte erst nach der Öffnung.'), receipt);
	if (box?.[receipt.entry.seq - 1]?.hash !== receipt.entry.hash) {
		c.broken('receipt-box', 'Was die Quittung bestätigt, fehlt im Eingang oder ist dort ein anderes.');
		return receipt;
	}
	c.proven('receipt-box', 'Was die Quittung bestätigt, lag bei der Öffnung unverändert im Eingang.');
	checkFate(receipt, { main, box }, c);
	return receipt;
}

/** The concept as its group kept it is what the entry of the receipt is fixed to. */
export async function verifyConcept({ entry }: Receipt, kept: Kept, c: Collector): Promise<void> {
	if (await isCommitted(entry, kept))
		c.proven('concept', 'Das Konzept in Ihrer Datei ist genau das, was abgegeben wurde, bis auf das letzte Zeichen.');
	else
		c.broken('concept', 'Das Konzept in Ihrer Datei ist nicht das, was abgegeben wurde, oder das Geheimnis dazu (Salz) ist ein anderes.');
}
