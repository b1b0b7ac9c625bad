import type { Block, Letter } from '#lib/server/pdf/blocks.ts';
import { letterPdf } from '#lib/server/pdf/draw.ts';
import { qrOf } from '#lib/server/qr.ts';
import { germanDay } from '#lib/text/german.ts';
import { compactIban, writtenIban } from '../../iban.ts';
import { euros, lineCents, taxSentenceOf, type InvoiceContent, type Issuer } from '../../invoice.ts';

const present = (parts: (string | null | undefined)[]): string[] => parts.filter((part): part is string => Boolean(part?.trim()));

/** What banking apps read (EPC069-12): receiver, account, amount, purpose. */
const giroCode = ({ issuer, number }: InvoiceContent, cents: number): string =>
	[
		'BCD',
		'002',
		'1',
		'SCT',
		issuer.bic ?? '',
		issuer.name.slice(0, 70),
		compactIban(issuer.iban),
		`EUR${(cents / 100).toFixed(2)}`,
		'',
		'',
		number
	].join('\n');

const footerOf = (issuer: Issuer): string[][] => [
	present([issuer.name, issuer.street, `${issuer.postalCode} ${issuer.city}`]),
	present([issuer.contactName, issuer.phone, issuer.email]),
	present([`IBAN ${writtenIban(issuer.iban).replaceAll(' ', '\u00a0')}`, issuer.bic && `BIC ${issuer.bic}`, issuer.bank]),
	present([issuer.taxNumber && `Steuernummer ${issuer.taxNumber}`, issuer.vatId && `USt-IdNr. ${issuer.vatId}`, issuer.registration])
];

function frame({ issuer, buyer, network }: InvoiceContent): Pick<Letter, 'sender' | 'accent' | 'returnLine' | 'recipient' | 'footer'> {
	return {
		sender: { name: network.name, tagline: network.tagline || undefined },
		accent: network.accent,
		returnLine: `${issuer.name} · ${issuer.street} · ${issuer.postalCode} ${issuer.city}`,
		recipient: present([buyer.name, buyer.department, buyer.street, `${buyer.postalCode} ${buyer.city}`]),
		footer: footerOf(issuer)
	};
}

const payment = (content: InvoiceContent, cents: number, dueOn: string): Block => ({
	kind: 'payment',
	title: 'So bezahlen Sie',
	items: [
		['Betrag', euros(cents)],
		['Empfänger', content.issuer.name],
		['IBAN', writtenIban(content.issuer.iban)],
		['Verwendungszweck', content.number],
		['bis', germanDay(dueOn)]
	],
	qr: qrOf(giroCode(content, cents)),
	alt: `Code für Banking-Apps: Überweisung von ${euros(cents)} an ${content.issuer.name}, Verwendungszweck ${content.number}`
});

function table({ lines, issuer, totals }: InvoiceContent): Block {
	const withTax = issuer.taxMode === 'standard';
	return {
		kind: 'table',
		columns: [
			{ title: 'Leistung', share: 1 },
			{ title: 'Menge', align: 'right' },
			{ title: withTax ? 'Einzelpreis netto' : 'Einzelpreis', align: 'right' },
			{ title: 'Betrag', align: 'right' }
		],
		rows: lines.map((line) => [
			present([line.text, line.detail]).join('\n'),
			String(line.quantity),
			euros(line.unitCents),
			euros(lineCents(line))
		]),
		sums: [
			...(withTax
				? [
						['Summe netto', euros(totals.netCents)] satisfies [string, string],
						[`Umsatzsteuer ${issuer.taxRate} %`, euros(totals.taxCents)] satisfies [string, string]
					]
				: []),
			[totals.grossCents < 0 ? 'Gutgeschrieben' : 'Zu zahlen', euros(totals.grossCents)]
		]
	};
}

const info = ({ buyer, issuer, suppliedOn }: InvoiceContent, first: [string, string][]): [string, string][] => [
	...first,
	['Leistung am', germanDay(suppliedOn)],
	...(buyer.reference ? [['Leitweg-ID', buyer.reference] satisfies [string, string]] : []),
	...(buyer.orderNumber ? [['Ihr Zeichen', buyer.orderNumber] satisfies [string, string]] : []),
	['Auskunft', present([issuer.contactName, issuer.phone]).join('\n')]
];

const regards = ({ issuer, network }: InvoiceContent): Block[] => [
	{ kind: 'text', text: 'Mit freundlichen Grüßen' },
	{ kind: 'signature', name: issuer.contactName, role: network.name }
];
const reason = ({ issuer }: InvoiceContent): Block[] => {
	const text = taxSentenceOf(issuer);
	return text ? [{ kind: 'text', text }] : [];
};

/** The invoice, or what takes it back, as a letter. The same document gives the same bytes. */
export function invoicePdf(content: InvoiceContent): Uint8Array {
	const { number, issuedOn, dueOn, cancels } = content;
	const title = cancels ? `Stornorechnung ${number}` : `Rechnung ${number}`;
	const first: [string, string][] = [
		[cancels ? 'Storno' : 'Rechnung', number],
		['Datum', germanDay(issuedOn)],
		...(dueOn ? [['Fällig bis', germanDay(dueOn)] satisfies [string, string]] : [])
	];
	const begin = cancels
		? `Guten Tag,\n\nhiermit nehmen wir die Rechnung ${cancels.number} vom ${germanDay(cancels.issuedOn)} zurück. ${cancels.reason}`
		: 'Guten Tag,\n\nvielen Dank, dass Sie dabei sind. Wir berechnen:';
	const blocks: Block[] = [
		{ kind: 'text', text: begin },
		table(content),
		...reason(content),
		...(cancels || !dueOn
			? [{ kind: 'text', text: 'Was Sie schon bezahlt haben, zahlen wir zurück oder verrechnen es, wie Sie es wünschen.' } satisfies Block]
			: [payment(content, content.totals.grossCents, dueOn)]),
		...regards(content)
	];
	return letterPdf({ ...frame(content), title, date: issuedOn, subject: title, info: info(content, first), blocks });
}

/** A friendly reminder of what is open. ISO days. */
export function reminderPdf(
	content: InvoiceContent,
	{ sentOn, dueOn, openCents, level }: { sentOn: string; dueOn: string; openCents: number; level: number }
): Uint8Array {
	const { number, issuedOn } = content;
	const title = `Zahlungserinnerung zur Rechnung ${number}`;
	const first: [string, string][] = [
		['Rechnung', number],
		['vom', germanDay(issuedOn)],
		['Datum', germanDay(sentOn)],
		...(level > 1 ? [['Erinnerung', `${level}.`] satisfies [string, string]] : [])
	];
	const paid = content.totals.grossCents - openCents;
	const text =
		`Guten Tag,\n\nunsere Rechnung ${number} vom ${germanDay(issuedOn)} über ${euros(content.totals.grossCents)} ist noch offen` +
		`${paid > 0 ? `; angekommen sind bisher ${euros(paid)}` : ''}. Sicher ist sie nur untergegangen. Bitte überweisen Sie ${euros(openCents)} bis zum ${germanDay(dueOn)}. ` +
		'Wenn sich das mit Ihrer Zahlung überschnitten hat, ist alles erledigt.';
	const blocks: Block[] = [{ kind: 'text', text }, payment(content, openCents, dueOn), ...regards(content)];
	return letterPdf({ ...frame(content), title, date: sentOn, subject: title, info: info(content, first), blocks });
}
