import type { BankEntry } from './camt.ts';
import { euros } from './invoice.ts';
import { openCents, surplusCents, type Standing } from './state.ts';

export type Candidate = Standing & { id: string; number: string; buyer: string };

export const matchWords = {
	exact: 'passt genau',
	several: 'mehrere Rechnungen in einer Zahlung',
	short: 'zu wenig',
	over: 'zu viel',
	twice: 'schon bezahlt',
	cancelled: 'für eine stornierte Rechnung',
	refund: 'Rückzahlung',
	guess: 'Vermutung',
	unknown: 'unbekannt'
} as const;
export type MatchKind = keyof typeof matchWords;

/** What an entry probably is. `parts`: which invoices it would be booked on; empty where nobody can say. `sure`: number and amount agree. */
export type Proposal = { kind: MatchKind; sure: boolean; parts: { invoiceId: string; cents: number }[]; text: string };

const squeezed = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Banks break lines and drop signs: "HO-2026- 0012" and "HO 2026/0012" are the number, "HO-2026-00121" is another. */
export function numbersIn(purpose: string, candidates: readonly Candidate[]): Candidate[] {
	const text = squeezed(purpose);
	return candidates.filter(({ number }) => {
		const wanted = squeezed(number);
		for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
			const after = text[from + wanted.length] ?? '';
			if (!/\d/.test(after)) return true;
		}
		return false;
	});
}

const everyday = new Set([
	'STADT',
	'GEMEINDE',
	'MARKT',
	'KREIS',
	'LANDKREIS',
	'VERBANDSGEMEINDE',
	'STADTKASSE',
	'GEMEINDEKASSE',
	'KASSE',
	'AMT',
	'BAD',
	'DER',
	'DIE',
	'UND',
	'VON',
	'FUER',
	'ZU'
]);
const wordsOf = (name: string) =>
	new Set(
		name
			.toUpperCase()
			.replace(/Ä/g, 'AE')
			.replace(/Ö/g, 'OE')
			.replace(/Ü/g, 'UE')
			.replace(/ß|ẞ/g, 'SS')
			.split(/[^A-Z0-9]+/)
			.filter((word) => word.length > 2 && !everyday.has(word))
	);
const resembles = (one: string, other: string): boolean => {
	const words = wordsOf(other);
	return [...wordsOf(one)].some((word) => words.has(word));
};

function ofOne(invoice: Candidate, cents: number): Proposal {
	const open = openCents(invoice);
	const parts = [{ invoiceId: invoice.id, cents }];
	if (invoice.isCancelled)
		return {
			kind: 'cancelled',
			sure: false,
			parts,
			text: `${invoice.number} ist storniert. Gebucht stehen ${euros(cents)} zur Rückzahlung bereit.`
		};
	if (open === cents) return { kind: 'exact', sure: true, parts, text: `Bezahlt ${invoice.number} von ${invoice.buyer} genau.` };
	if (open === 0)
		return {
			kind: 'twice',
			sure: false,
			parts,
			text: `${invoice.number} ist schon bezahlt. Gebucht sind ${euros(surplusCents(invoice) + cents)} zurückzuzahlen.`
		};
	if (cents < open) return { kind: 'short', sure: false, parts, text: `Für ${invoice.number} fehlen danach noch ${euros(open - cents)}.` };
	return { kind: 'over', sure: false, parts, text: `Für ${invoice.number} sind das ${euros(cents - open)} zu viel.` };
}

function ofMany(found: Candidate[], cents: number): Proposal {
	const open = found.filter((invoice) => openCents(invoice) > 0);
	const sum = open.reduce((total, invoice) => total + openCents(invoice), 0);
	const numbers = found.map(({ number }) => number).join(', ');
	if (open.length > 0 && sum === cents)
		return {
			kind: 'several',
			sure: true,
			parts: open.map((invoice) => ({ invoiceId: invoice.id, cents: openCents(invoice) })),
			text: `Bezahlt ${open.map(({ number }) => number).join(' und ')} zusammen genau.`
		};
	return {
		kind: 'unknown',
		sure: false,
		parts: [],
		text: `Genannt sind ${numbers}; zusammen offen sind ${euros(sum)}. Bitte einer Rechnung zuordnen.`
	};
}

/** What an entry is most likely for. A number in the purpose decides; without one, amount and name only suggest. */
export function proposalFor(
	entry: Pick<BankEntry, 'direction' | 'cents' | 'name' | 'purpose'>,
	candidates: readonly Candidate[]
): Proposal {
	const found = numbersIn(entry.purpose, candidates);
	if (entry.direction === 'debit') {
		const back = found.find((invoice) => surplusCents(invoice) >= entry.cents && surplusCents(invoice) > 0);
		return back
			? {
					kind: 'refund',
					sure: true,
					parts: [{ invoiceId: back.id, cents: entry.cents }],
					text: `Zahlt ${euros(entry.cents)} zu ${back.number} zurück.`
				}
			: { kind: 'unknown', sure: false, parts: [], text: 'Ein Ausgang, der zu keiner Rückzahlung gehört.' };
	}
	const [first, ...more] = found;
	if (first) return more.length ? ofMany(found, entry.cents) : ofOne(first, entry.cents);
	const guesses = candidates.filter(
		(invoice) => openCents(invoice) === entry.cents && entry.name !== null && resembles(entry.name, invoice.buyer)
	);
	const [guess] = guesses;
	if (guess && guesses.length === 1)
		return {
			kind: 'guess',
			sure: false,
			parts: [{ invoiceId: guess.id, cents: entry.cents }],
			text: `Betrag und Name passen zu ${guess.number} von ${guess.buyer}, die Nummer steht nicht im Verwendungszweck.`
		};
	return { kind: 'unknown', sure: false, parts: [], text: 'Keine Rechnungsnummer im Verwendungszweck. Bitte zuordnen oder beiseitelegen.' };
}
