import { isDay } from '#lib/calendar.ts';
import { isIban } from './iban.ts';
import { lineCents, taxSentenceOf, totalsOf, type InvoiceContent } from './invoice.ts';
import { taxCategories } from './vocabulary.ts';

/** A rule of EN 16931 or XRechnung that a document breaks, in words for who can mend it. `where`: the settings, the buyer, or the lines. */
export type Finding = { rule: string; where: 'issuer' | 'buyer' | 'document'; message: string };

type Check = [rule: string, where: Finding['where'], holds: (content: InvoiceContent) => boolean, message: string];

const said = (text: string | null | undefined): boolean => Boolean(text?.trim());
const isMail = (text: string) => /^[^@\s.][^@\s]*@[^@\s]+[^@\s.]$/.test(text);
const whole = (n: number) => Number.isSafeInteger(n);
const category = ({ issuer }: InvoiceContent) => taxCategories[issuer.taxMode];

const presence: Check[] = [
	['BR-02', 'document', ({ number }) => said(number), 'Es fehlt die Nummer.'],
	['BR-03', 'document', ({ issuedOn }) => isDay(issuedOn), 'Es fehlt das Datum.'],
	['BR-06', 'issuer', ({ issuer }) => said(issuer.name), 'Es fehlt der Name des Absenders.'],
	['BR-07', 'buyer', ({ buyer }) => said(buyer.name), 'Es fehlt der Name, an den die Rechnung geht.'],
	['BR-DE-3', 'issuer', ({ issuer }) => said(issuer.city), 'Es fehlt der Ort des Absenders.'],
	['BR-DE-4', 'issuer', ({ issuer }) => said(issuer.postalCode), 'Es fehlt die Postleitzahl des Absenders.'],
	['BR-DE-5', 'issuer', ({ issuer }) => said(issuer.contactName), 'Es fehlt, wer Auskunft gibt.'],
	['BR-DE-6', 'issuer', ({ issuer }) => said(issuer.phone), 'Es fehlt die Telefonnummer des Absenders.'],
	[
		'BR-DE-27',
		'issuer',
		({ issuer }) => (issuer.phone.match(/\d/g)?.length ?? 0) >= 3,
		'Die Telefonnummer des Absenders braucht mindestens drei Ziffern.'
	],
	['BR-DE-28', 'issuer', ({ issuer }) => isMail(issuer.email), 'Die Mailadresse des Absenders ist unvollständig.'],
	['BR-DE-8', 'buyer', ({ buyer }) => said(buyer.city), 'Es fehlt der Ort der Rechnungsanschrift.'],
	['BR-DE-9', 'buyer', ({ buyer }) => said(buyer.postalCode), 'Es fehlt die Postleitzahl der Rechnungsanschrift.'],
	['PEPPOL-EN16931-R010', 'buyer', ({ buyer }) => isMail(buyer.email), 'Es fehlt die Mailadresse, an die die Rechnung geht.'],
	['BR-DE-19', 'issuer', ({ issuer }) => isIban(issuer.iban), 'Die IBAN des Absenders stimmt nicht: Bitte die Ziffern vergleichen.'],
	['BR-CO-25', 'document', ({ totals, dueOn }) => totals.grossCents <= 0 || isDay(dueOn), 'Es fehlt, bis wann zu zahlen ist.'],
	[
		'BR-55',
		'document',
		({ kind, cancels }) => kind === 'invoice' || said(cancels?.number),
		'Eine Stornorechnung nennt die Rechnung, die sie zurücknimmt.'
	]
];

const tax: Check[] = [
	[
		'BR-DE-16',
		'issuer',
		(content) => category(content) === 'O' || said(content.issuer.taxNumber) || said(content.issuer.vatId),
		'Es fehlt die Steuernummer oder die Umsatzsteuer-Identifikationsnummer des Absenders.'
	],
	[
		'BR-CO-09',
		'issuer',
		({ issuer }) => !issuer.vatId || /^DE\d{9}$/.test(issuer.vatId),
		'Die Umsatzsteuer-Identifikationsnummer hat die Form DE123456789.'
	],
	[
		'BR-S-05',
		'issuer',
		(content) => category(content) !== 'S' || content.issuer.taxRate > 0,
		'Mit Umsatzsteuer braucht es einen Satz über null.'
	],
	[
		'BR-E-10',
		'issuer',
		(content) => category(content) === 'S' || said(taxSentenceOf(content.issuer)),
		'Ohne Umsatzsteuer muss der Grund auf der Rechnung stehen.'
	]
];

const arithmetic: Check[] = [
	['BR-16', 'document', ({ lines }) => lines.length > 0, 'Es fehlt, wofür die Rechnung ist.'],
	['BR-25', 'document', ({ lines }) => lines.every(({ text }) => said(text)), 'Jede Zeile braucht einen Text.'],
	['BR-22', 'document', ({ lines }) => lines.every(({ quantity }) => whole(quantity) && quantity !== 0), 'Jede Zeile braucht eine Menge.'],
	['BR-27', 'document', ({ lines }) => lines.every(({ unitCents }) => whole(unitCents) && unitCents >= 0), 'Ein Preis ist nie negativ.'],
	[
		'BR-CO-10',
		'document',
		({ lines, totals }) => totals.netCents === lines.reduce((sum, line) => sum + lineCents(line), 0),
		'Die Summe der Zeilen stimmt nicht.'
	],
	[
		'BR-CO-15',
		'document',
		({ totals }) => totals.grossCents === totals.netCents + totals.taxCents,
		'Netto und Steuer ergeben nicht den Betrag.'
	],
	[
		'BR-CO-17',
		'document',
		({ lines, issuer, totals }) => totalsOf(lines, issuer).taxCents === totals.taxCents,
		'Die Steuer stimmt nicht mit dem Satz überein.'
	],
	[
		'positive',
		'document',
		({ kind, totals }) => (kind === 'invoice' ? totals.grossCents > 0 : totals.grossCents < 0),
		'Der Betrag muss über null liegen.'
	]
];

/**
 * Everything in a document that EN 16931 (BR, BR-CO, BR-S/E/O) or XRechnung 3.0 (BR-DE) would refuse, as far as our documents can break it: one currency,
 * one rate, credit transfer, no allowances. Empty when it may be issued.
 */
export const findingsIn = (content: InvoiceContent): Finding[] =>
	[...presence, ...tax, ...arithmetic].flatMap(([rule, where, holds, message]) => (holds(content) ? [] : [{ rule, where, message }]));
