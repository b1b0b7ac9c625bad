import { momentText } from '#lib/text/berlin.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Entry, Json } from './entry.ts';
import type { Head } from './head.ts';
import { checkPinned, isKeyChange, ringChecker, verifyChanges, type KeySpan } from './key-change.ts';
import { fileFormat, fileVersion, fileVersionWithKeys, type RecordFile } from './record-file.ts';
import { collector, unreadable, type Collector, type Report } from './report.ts';
import { isKeyText, type Checker } from './signature.ts';
import { hasOnly, isObject, verifyChain } from './verify-chain.ts';
import { checkCalls, checkDeadlines, checkDisclosures, checkOpenings, isDisclosure } from './verify-content.ts';
import { isHead, reachOf, verifyHeads } from './verify-heads.ts';
import { verifyConcept, verifyReceipt, type Kept } from './verify-receipt.ts';

/**
 * Verifies a record without the server that made it: the one program for the command line, for a browser and for the tests. Needs WebCrypto and
 * nothing else. Whatever it is given, it answers with a report; it never throws.
 */
export type Given = {
	/** The parsed file. */
	file: unknown;
	receipt?: unknown;
	/** A disclosure, or the concept itself with its salt. */
	concept?: unknown;
	salt?: string;
	/** The key as the reader knows it from elsewhere. */
	key?: string;
	/** Heads that the reader kept from elsewhere: one, several, or a page of the API. */
	heads?: unknown;
	progress?: (done: number) => void;
};

/** Why this is no record, or null. */
function whyUnreadable(file: unknown): string | null {
	if (!isObject(file) || file.format !== fileFormat) return 'Das ist keine Akte eines Verfahrens.';
	if (file.version !== fileVersion && file.version !== fileVersionWithKeys)
		return 'Diese Akte hat eine Fassung, die dieses Prüfprogramm nicht kennt. Bitte ein neueres Prüfprogramm nehmen.';
	const { record, key, main, box, heads, calls, disclosures } = file;
	const withKeys = file.version === fileVersionWithKeys;
	const isWhole =
		hasOnly(file, [
			'format',
			'version',
			'record',
			'title',
			'address',
			'key',
			'main',
			'box',
			'heads',
			'calls',
			'disclosures',
			...(withKeys ? ['keys'] : [])
		]) &&
		(!withKeys || Array.isArray(file.keys)) &&
		typeof record === 'string' &&
		isKeyText(key) &&
		[main, heads, calls, disclosures].every(Array.isArray) &&
		(box === null || Array.isArray(box));
	return isWhole
		? null
		: 'Die Akte ist unvollständig: Ein Teil fehlt ganz, oder es steht etwas darin, das nicht hineingehört. Bitte die Datei noch einmal herunterladen.';
}

function checkKey(spans: readonly KeySpan[], known: string | undefined, c: Collector): void {
	const key = spans.at(-1)?.key;
	const earlier = spans.slice(0, -1).find((one) => one.key === known?.trim());
	if (!known)
		return c.open('key', 'Dass der Schlüssel wirklich der der Kommune ist: Vergleichen Sie ihn mit dem, den sie an anderer Stelle nennt.');
	if (earlier) {
		c.proven(
			'key',
			`Der Schlüssel, den Sie angegeben haben, galt bis ${momentText(new Date(earlier.until ?? ''))}; er hat den nächsten bestätigt.`
		);
		c.open(
			'key',
			'Ob der alte Schlüssel damals schon in fremden Händen war: Vergleichen Sie auch den heutigen mit dem, den die Kommune nennt.'
		);
	} else if (known.trim() === key) c.proven('key', 'Der Schlüssel ist der, den Sie angegeben haben.');
	else c.broken('key', 'Der Schlüssel der Akte ist nicht der, den Sie angegeben haben.');
}

function headsIn(kept: unknown): readonly unknown[] {
	if (kept === undefined || Array.isArray(kept)) return kept ?? [];
	return isObject(kept) && Array.isArray(kept.items) ? kept.items : [kept];
}

function checkKept(heads: readonly Head[], kept: readonly unknown[], c: Collector): void {
	let same = 0;
	for (const one of kept) {
		if (!isHead(one)) c.broken('kept', 'Einer der Tagesköpfe, die Sie angegeben haben, lässt sich nicht lesen.');
		else {
			const ours = heads.find(({ day }) => day === one.day);
			if (ours && ours.hash !== one.hash)
				c.broken('kept', `Der Tageskopf vom ${germanDay(one.day)} ist nicht der, den Sie aufgehoben haben.`);
			else if (ours) same++;
			else if (one.day < (heads[0]?.day ?? ''))
				c.open(
					'older',
					`Der Tageskopf vom ${germanDay(one.day)}, den Sie aufgehoben haben, liegt vor dem Beginn dieser Akte und sagt nichts über sie.`
				);
			else if (one.day > (heads.at(-1)?.day ?? ''))
				c.open(
					'newer',
					`Der Tageskopf vom ${germanDay(one.day)}, den Sie aufgehoben haben, ist jünger als diese Akte: Es kann inzwischen mehr darin stehen.`
				);
		}
	}
	if (same)
		c.proven('kept', `${same === 1 ? 'Ein Tageskopf, den' : `${same} Tagesköpfe, die`} Sie aufgehoben haben, steht so auch in der Akte.`);
	else if (!kept.length)
		c.open(
			'kept',
			'Ob es eine zweite Fassung dieser Akte gibt: Das zeigt erst der Vergleich mit einem Tageskopf, den jemand anderes aufgehoben hat.'
		);
}

const inWords = (count: number, [one, many]: [string, string]): string => (count === 1 ? one : `${count.toLocaleString('de-DE')} ${many}`);

/** What holds of the chains as a whole, said once nothing was found against it. */
function sayChains({ main, box }: { main: Entry[]; box: Entry[] | null }, checker: Checker | null, c: Collector): void {
	if (c.report.outcome === 'broken') return;
	const all = main.length + (box?.length ?? 0);
	c.proven('chain', `${inWords(all, ['Der eine Eintrag ist', 'Einträge sind'])} lückenlos, in ihrer Reihenfolge und unverändert.`);
	if (checker) c.proven('signed', 'Jeder Eintrag ist mit dem Schlüssel signiert, den die Akte für seine Zeit nennt.');
	else
		c.open(
			'signed',
			'Signaturen: Dieser Browser kann Ed25519 nicht prüfen. Alles andere wurde geprüft. Bitte einen neueren Browser oder die Befehlszeile nehmen.'
		);
}

function sayHeads(main: readonly Entry[], { heads, c }: { heads: Awaited<ReturnType<typeof verifyHeads>>; c: Collector }): void {
	const reach = reachOf(heads);
	if (!reach)
		return c.open('heads', 'Die Akte steht noch in keinem Tageskopf. Was seit gestern dazukam, ließe sich noch unbemerkt weglassen.');
	if (c.report.outcome === 'broken') return;
	const rest = main.length - reach.length;
	c.proven(
		'heads',
		`Bis zum ${germanDay(reach.day)} ist der Verlauf durch Tagesköpfe festgehalten: ${inWords(reach.length, ['ein Eintrag', 'Einträge'])}.`
	);
	const last = germanDay(heads.at(-1)?.day ?? reach.day);
	c.open('later', `Ob nach dem ${last} noch etwas dazukam: So weit reicht diese Datei. Mehr zeigt, wer sie heute neu herunterlädt.`);
	if (rest > 0) c.open('heads', `${inWords(rest, ['Der letzte Eintrag steht', 'letzte Einträge stehen'])} noch in keinem Tageskopf.`);
}

function sayLimits(c: Collector): void {
	c.open('outside', 'Dass alles, was geschah, auch eingetragen wurde: Was vor dem Eintragen zurückgehalten wird, sieht keine Akte.');
	c.open('clock', 'Die Uhrzeiten sind die des Servers. Kein Dritter hat sie bestätigt.');
}

const keptConcept = ({ concept, salt }: Given): Kept | null => {
	if (concept === undefined) return null;
	return isDisclosure(concept) ? { value: concept.value, salt: concept.salt } : { value: concept, salt: salt?.trim() ?? '' };
};

async function verifyOwn(given: Given, against: Parameters<typeof verifyReceipt>[1], c: Collector): Promise<void> {
	const kept = keptConcept(given);
	if (given.receipt === undefined) {
		if (kept) c.broken('concept', 'Zum Prüfen des eigenen Konzepts braucht es auch die Quittung.');
		return;
	}
	const receipt = await verifyReceipt(given.receipt, against, c);
	if (receipt && kept) await verifyConcept(receipt, kept, c);
	else if (receipt)
		c.open('concept', 'Ob das Konzept, das Sie aufgehoben haben, das abgegebene ist: Dazu braucht es die Konzeptdatei mit ihrem Salz.');
}

export async function verifyRecord(given: Given): Promise<Report> {
	const why = whyUnreadable(given.file);
	if (why) return unreadable('format', why);
	const { record, key, main, box, heads, calls, disclosures } = given.file as RecordFile;
	const c = collector();
	if (!main.length) return unreadable('empty', 'Die Akte enthält keinen Eintrag.');
	const keys = (given.file as RecordFile).keys ?? [];
	let [spans, checker]: [KeySpan[] | null, Checker | null] = [null, null];
	try {
		spans = await verifyChanges(keys, key, c);
		checker = spans && (await ringChecker(spans));
	} catch {
		return unreadable('key', 'Der Schlüssel der Akte ist keiner.');
	}
	if (!spans) return c.finish();
	const links = { record, checker, c };
	const verified = await verifyChain(main, { ...links, chain: 'main' }, given.progress);
	const came = box && (await verifyChain(box, { ...links, chain: 'box' }, (done) => given.progress?.(main.length + done)));
	c.report.counts = { main: main.length, box: box?.length ?? 0, heads: heads.length };
	if (!verified || (box && !came)) return c.finish();
	sayChains({ main: verified, box: came }, checker, c);
	const sound = await verifyHeads(heads, { record, main: verified, box: came, checker }, c);
	checkPinned(keys.filter(isKeyChange), sound, c);
	sayHeads(verified, { heads: sound, c });
	await checkCalls(verified, calls as Json[], c);
	checkOpenings(verified, came, c);
	checkDeadlines(verified, came, c);
	await checkDisclosures([...verified, ...(came ?? [])], disclosures, c);
	await verifyOwn(given, { record, spans, checker, main: verified, box: came, heads: sound }, c);
	checkKey(spans, given.key, c);
	checkKept(sound, headsIn(given.heads), c);
	sayLimits(c);
	return c.finish();
}
