import { XMLParser } from 'fast-xml-parser';
import { refused } from '#lib/refusal.ts';
import { compactIban, isIban } from './iban.ts';

/** One movement of an account as the bank tells it. Only booked ones, in euro. */
export type BankEntry = {
	/** The same movement has the same key in whichever file it comes. */
	key: string;
	direction: 'credit' | 'debit';
	cents: number;
	bookedOn: string;
	/** Who paid, or who was paid. */
	name: string | null;
	purpose: string;
};
export type Statement = { iban: string | null; entries: BankEntry[] };

type Node = { [tag: string]: unknown };
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]) as Node[];
/** The first value at a path of tags, lists entered at their first element. */
const at = (node: unknown, ...path: string[]): unknown =>
	path.reduce<unknown>((inner, tag) => (Array.isArray(inner) ? inner[0] : inner) && (nodesOf(inner)[0] as Node)[tag], node);
const text = (value: unknown): string => {
	const first = Array.isArray(value) ? value[0] : value;
	if (typeof first === 'string') return first.trim();
	return first && typeof first === 'object' && '#text' in first ? String((first as Node)['#text']).trim() : '';
};
const texts = (value: unknown): string[] => nodesOf(value).map(text).filter(Boolean);

const broken = (why: string) => refused('not-camt', `Diese Datei ist kein Kontoauszug im Format CAMT.053. ${why}`, 'file');
const named: Record<string, string> = {
	BkToCstmrAcctRpt: 'Sie ist ein Zwischenauszug (CAMT.052): Bitte im Onlinebanking „Kontoauszug, CAMT.053“ wählen.',
	BkToCstmrDbtCdtNtfctn: 'Sie ist eine Umsatzanzeige (CAMT.054): Bitte im Onlinebanking „Kontoauszug, CAMT.053“ wählen.'
};

const parser = new XMLParser({
	ignoreAttributes: false,
	removeNSPrefix: true,
	parseTagValue: false,
	processEntities: false,
	maxNestedTags: 40,
	isArray: (name) => ['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd'].includes(name)
});
const escapes: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (value: string) =>
	value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole: string, ...[decimal, hex, name]: (string | undefined)[]) => {
		const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
		return escapes[name ?? ''] ?? (code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole);
	});

/** "100.00" or "1234.5" in cents; null when it is no amount. */
function centsOf(amount: string): number | null {
	const found = /^(\d{1,11})(?:\.(\d{1,5}))?$/.exec(amount);
	if (!found) return null;
	const part = (found[2] ?? '').padEnd(2, '0');
	return /^\d\d0*$/.test(part) ? Number(found[1]) * 100 + Number(part.slice(0, 2)) : null;
}

const dayIn = (node: unknown): string => (text(at(node, 'Dt')) || text(at(node, 'DtTm'))).slice(0, 10);

const nameIn = (details: unknown, party: 'Dbtr' | 'Cdtr'): string | null =>
	unescaped(text(at(details, 'RltdPties', party, 'Nm')) || text(at(details, 'RltdPties', party, 'Pty', 'Nm'))).slice(0, 140) || null;

function purposeIn(details: unknown): string {
	const remittance = at(details, 'RmtInf');
	const structured = nodesOf(at(remittance, 'Strd')).flatMap((part) => [
		text(at(part, 'CdtrRefInf', 'Ref')),
		text(at(part, 'RfrdDocInf', 'Nb')),
		...texts(at(part, 'AddtlRmtInf'))
	]);
	const endToEnd = text(at(details, 'Refs', 'EndToEndId'));
	return unescaped(
		[...texts(at(remittance, 'Ustrd')), ...structured, endToEnd === 'NOTPROVIDED' ? '' : endToEnd].filter(Boolean).join(' ')
	).slice(0, 1000);
}

/** A key of what is told when the bank gives no reference; FNV, twice with another start. */
function hashed(value: string): string {
	const run = (start: number) =>
		[...value].reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0, start).toString(36);
	return `h-${run(2166136261)}${run(97)}`;
}

type Frame = { iban: string | null; entry: Node; seen: Map<string, number> };

/** One transaction of an entry; a collective entry has many. */
function toEntry({ iban, entry, seen }: Frame, details: unknown, isOnly: boolean): BankEntry | null {
	const amount = (isOnly ? undefined : (at(details, 'Amt') ?? at(details, 'AmtDtls', 'TxAmt', 'Amt'))) ?? at(entry, 'Amt');
	const currency = (nodesOf(amount)[0] as Node | undefined)?.['@_Ccy'];
	const [cents, bookedOn] = [centsOf(text(amount)), dayIn(at(entry, 'BookgDt')) || dayIn(at(entry, 'ValDt'))];
	if (cents === null || !/^\d{4}-\d{2}-\d{2}$/.test(bookedOn) || Number.isNaN(Date.parse(bookedOn)) || currency !== 'EUR') return null;
	const sign = text(at(details, 'CdtDbtInd')) || text(at(entry, 'CdtDbtInd'));
	const direction = sign === 'DBIT' ? 'debit' : 'credit';
	const told = {
		direction,
		cents,
		bookedOn,
		name: nameIn(details, direction === 'credit' ? 'Dbtr' : 'Cdtr'),
		purpose: purposeIn(details)
	} as const;
	const purpose = told.purpose || unescaped(text(at(entry, 'AddtlNtryInf'))).slice(0, 1000);
	const reference = text(at(details, 'Refs', 'AcctSvcrRef')) || (isOnly ? text(at(entry, 'AcctSvcrRef')) : '');
	const whole = reference && !/^(NONREF|NOTPROVIDED)$/i.test(reference) ? `r-${reference}` : hashed(JSON.stringify([iban, told, purpose]));
	const key = `${whole}|${direction}|${cents}|${bookedOn}`.slice(0, 200);
	const n = (seen.get(key) ?? 0) + 1;
	seen.set(key, n);
	return { ...told, purpose, key: n > 1 ? `${key}|${n}` : key };
}

function entriesOf(frame: Frame): (BankEntry | null)[] {
	const { entry } = frame;
	const status = text(at(entry, 'Sts', 'Cd')) || text(at(entry, 'Sts'));
	if (status && status !== 'BOOK') return [];
	const details = nodesOf(at(entry, 'NtryDtls')).flatMap((part) => nodesOf(at(part, 'TxDtls')));
	return details.length ? details.map((one) => toEntry(frame, one, details.length === 1)) : [toEntry(frame, undefined, true)];
}

/**
 * Reads a CAMT.053 statement (versions .001.02 to .001.08 and their kin). Throws a refusal with a German sentence for anything else. No entity is ever
 * resolved and no document type accepted, so a file cannot unfold or reach out.
 */
export function readCamt(xml: string): Statement[] {
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw broken('Sie enthält Anweisungen, die in einem Kontoauszug nichts zu suchen haben.');
	if (!/<(\w+:)?Document[\s>]/.test(xml)) throw broken('Darin steht kein Auszug.');
	let root: unknown;
	try {
		root = at(parser.parse(xml), 'Document');
	} catch {
		throw broken('Sie ist beschädigt oder unvollständig: Bitte noch einmal herunterladen.');
	}
	for (const [tag, why] of Object.entries(named)) if (at(root, tag) !== undefined) throw broken(why);
	const statements = nodesOf(at(root, 'BkToCstmrStmt', 'Stmt'));
	if (!statements.length) throw broken('Darin steht kein Auszug.');
	const seen = new Map<string, number>();
	return statements.map((statement) => {
		const told = compactIban(text(at(statement, 'Acct', 'Id', 'IBAN')));
		const iban = isIban(told) ? told : null;
		const entries = nodesOf(at(statement, 'Ntry')).flatMap((entry) => entriesOf({ iban, entry, seen }));
		return { iban, entries: entries.filter((entry) => entry !== null) };
	});
}
