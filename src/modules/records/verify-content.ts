import { isMoment } from '#lib/calendar.ts';
import { momentText } from '#lib/text/berlin.ts';
import { canonical, commitmentTo, firstPrev, sha256, type Entry } from './entry.ts';
import { disclosureFormat, openingKind, type Disclosure } from './record-file.ts';
import type { Collector } from './report.ts';
import { hasOnly, isHash, isObject } from './verify-chain.ts';

const at = (entry: Entry): string => momentText(new Date(entry.at));

/** Every hash of a call that the record names has its call in the file, and the other way round. */
export async function checkCalls(main: readonly Entry[], calls: readonly unknown[], c: Collector): Promise<void> {
	const hashes = await Promise.all(calls.map(async (call) => sha256(canonical(call))).map((hash) => hash.catch(() => '')));
	const named = main.filter(({ facts }) => isHash(facts.call));
	for (const entry of named)
		if (!hashes.includes(String(entry.facts.call)))
			c.broken(
				'call',
				`Die Fassung des Aufrufs, die der Verlauf mit Eintrag ${entry.seq} festhält, liegt der Datei nicht oder nicht unverändert bei.`
			);
	for (const [n, hash] of hashes.entries())
		if (!named.some(({ facts }) => facts.call === hash))
			c.broken('call', `Die Fassung ${n + 1} des Aufrufs in der Datei steht nicht im Verlauf.`);
	const first = named[0];
	if (!first)
		return c.open('call', 'Die Akte nennt keinen Aufruf. Ob Kriterien und Gewichte dieselben geblieben sind, lässt sich nicht sagen.');
	if (calls.length === named.length)
		c.proven(
			'call',
			named.length === 1
				? `Kriterien, Gewichte und Fristen sind die, die am ${at(first)} veröffentlicht wurden.`
				: `Kriterien, Gewichte und Fristen liegen in allen ${named.length} Fassungen vor, so wie sie veröffentlicht wurden, die erste am ${at(first)}.`
		);
}

/** The deadline that was in force at that moment. */
function deadlineAt(main: readonly Entry[], moment: string): string | null {
	const found = main.findLast(({ facts, at }) => isMoment(facts.deadline) && at <= moment)?.facts.deadline;
	return isMoment(found) ? found : null;
}

/** What came in has to have come in before its deadline, and nothing may be opened earlier. */
export function checkDeadlines(main: readonly Entry[], box: readonly Entry[] | null, c: Collector): void {
	const before = c.report.broken.length;
	const openings = main.filter(({ kind }) => kind === openingKind);
	const handedIn = (box ?? []).filter(({ kind }) => kind.endsWith('.submitted'));
	for (const entry of handedIn) {
		const deadline = deadlineAt(main, entry.at);
		if (deadline && entry.at > deadline) c.broken('late', `Eingang, Eintrag ${entry.seq} kam am ${at(entry)}, nach Ablauf der Frist.`);
	}
	for (const opening of openings) {
		const deadline = deadlineAt(main, opening.at);
		if (deadline && opening.at < deadline) c.broken('early', `Der Eingang wurde am ${at(opening)} geöffnet, vor Ablauf der Frist.`);
	}
	if (!openings.length || c.report.broken.length > before) return;
	if ([...handedIn, ...openings].some((entry) => deadlineAt(main, entry.at) === null))
		return c.open(
			'opening',
			'Die Akte nennt keine Frist. Ob alles rechtzeitig kam und nichts zu früh geöffnet wurde, lässt sich nicht sagen.'
		);
	if (handedIn.length) c.proven('deadline', 'Alles, was gewertet werden kann, kam vor Ablauf der Frist, nach der Uhr des Servers.');
	c.proven('opening', 'Der Eingang wurde erst nach Ablauf der Frist geöffnet, nach der Uhr des Servers.');
}

/** What the openings say of the box has to be what the file shows of it. */
export function checkOpenings(main: readonly Entry[], box: readonly Entry[] | null, c: Collector): void {
	const openings = main.filter(({ kind }) => kind === openingKind);
	if (!openings.length) {
		if (box?.length) c.broken('unopened', 'Die Datei zeigt Eingänge, obwohl die Akte keine Öffnung kennt.');
		else c.open('closed', 'Der Eingang ist noch verschlossen. Was darin liegt und wie viel, zeigt die Akte erst nach der Öffnung.');
		return;
	}
	const shown = box ?? [];
	const before = c.report.broken.length;
	for (const { seq, facts } of openings) {
		const { boxLength: length, boxHead: head } = facts;
		if (typeof length !== 'number' || !isHash(head)) {
			c.open(
				'opening',
				`Die Öffnung (Verlauf, Eintrag ${seq}) sagt nicht, wie weit der Eingang war. Ob alles da ist, lässt sich nicht sagen.`
			);
			return;
		}
		if (length > shown.length || (length === 0 ? firstPrev : shown[length - 1]?.hash) !== head)
			c.broken('box', `Der Eingang ist nicht der, der geöffnet wurde (Verlauf, Eintrag ${seq}): Es fehlt etwas, oder es kam etwas dazu.`);
	}
	if (shown.length > Number(openings.at(-1)?.facts.boxLength)) c.broken('box', 'Im Eingang steht mehr, als geöffnet wurde.');
	if (c.report.broken.length === before)
		c.proven(
			'box',
			`Der Eingang ist vollständig: ${shown.length === 1 ? 'ein Eintrag' : `${shown.length} Einträge`}, genau so viele, wie bei der Öffnung darin lagen.`
		);
}

export const isDisclosure = (value: unknown): value is Disclosure =>
	isObject(value) &&
	hasOnly(value, ['format', 'version', 'record', 'entry', 'name', 'value', 'salt']) &&
	value.format === disclosureFormat &&
	value.version === 1 &&
	isHash(value.entry) &&
	typeof value.name === 'string' &&
	typeof value.salt === 'string';

/** Whether the entry is fixed to this value. */
export async function isCommitted({ commitments, facts }: Entry, { value, salt }: { value: unknown; salt: string }): Promise<boolean> {
	const commitment = await commitmentTo(value, salt).catch(() => '');
	return Object.values(commitments).includes(commitment) || Object.values(facts).includes(commitment);
}

/** What was shown of the confidential has to be what the record committed to. */
export async function checkDisclosures(entries: readonly Entry[], disclosures: readonly unknown[], c: Collector): Promise<void> {
	const right = new Set<string>();
	const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
	for (const shown of disclosures) {
		const entry = isDisclosure(shown) ? byHash.get(shown.entry) : undefined;
		const given = isDisclosure(shown) ? await commitmentTo(shown.value, shown.salt).catch(() => '') : '';
		const which = isDisclosure(shown) ? `${shown.entry} ${shown.name}` : '';
		if (!isDisclosure(shown) || !entry || entry.record !== shown.record || entry.commitments[shown.name] !== given || right.has(which))
			c.broken('disclosure', 'Etwas, das offengelegt wurde, ist nicht das, worauf die Akte festgelegt ist.');
		else right.add(which);
	}
	if (right.size)
		c.proven(
			'disclosure',
			`${right.size === 1 ? 'Eine vertrauliche Angabe wurde' : `${right.size} vertrauliche Angaben wurden`} offengelegt und entsprechen dem, worauf die Akte seinerzeit festgelegt wurde.`
		);
	const hidden = entries.reduce((sum, { commitments }) => sum + Object.keys(commitments).length, 0) - right.size;
	if (hidden > 0)
		c.open(
			'commitments',
			`${hidden === 1 ? 'Eine Angabe ist' : `${hidden.toLocaleString('de-DE')} Angaben sind`} vertraulich: Die Akte ist darauf festgelegt und sagt nicht, was es ist.`
		);
}
