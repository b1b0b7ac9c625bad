import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { euros, type InvoiceContent } from '../../invoice.ts';

/** The link of an invoice works for a year, without an account: it goes to a cash office. */
const sign = (id: string) => ({ purpose: 'invoice', data: { invoice: id }, days: 365 });
const why = ({ network }: InvoiceContent) =>
	`Sie bekommen diese Mail, weil diese Adresse für Rechnungen von ${network.name} eingetragen ist.`;
const button = (id: string) => ({ text: 'Ansehen und herunterladen', href: '/rechnung', sign: sign(id) });

/** Tells the buyer of a document. Paper and data are behind the link, so that a mail carries no amounts of others. */
export async function mailInvoice(ctx: Pick<Ctx, 'db' | 'now'>, { id, content }: { id: string; content: InvoiceContent }): Promise<void> {
	const { number, totals, dueOn, cancels, network, buyer } = content;
	const title = cancels ? `Stornorechnung ${number} von ${network.name}` : `Rechnung ${number} von ${network.name}`;
	const paragraphs = cancels
		? [`Guten Tag, die Rechnung ${cancels.number} ist zurückgenommen: ${cancels.reason}`]
		: [
				`Guten Tag, für ${buyer.name} liegt eine Rechnung über ${euros(totals.grossCents)} bereit${dueOn ? `, zu zahlen bis zum ${germanDay(dueOn)}` : ''}.`,
				'Es gibt sie als PDF zum Lesen und als XRechnung für Ihr Rechnungsprogramm.'
			];
	await addMail(ctx, { to: buyer.email, template: 'letter', data: { title, paragraphs, button: button(id), why: why(content) } });
}

export async function mailReminder(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ id, content, openCents, dueOn }: { id: string; content: InvoiceContent; openCents: number; dueOn: string }
): Promise<void> {
	const { number, issuedOn, buyer } = content;
	const title = `Zahlungserinnerung zur Rechnung ${number}`;
	const paragraphs = [
		`Guten Tag, unsere Rechnung ${number} vom ${germanDay(issuedOn)} ist noch offen. Bitte überweisen Sie ${euros(openCents)} bis zum ${germanDay(dueOn)}.`,
		'Hat sich das mit Ihrer Zahlung überschnitten, ist alles erledigt.'
	];
	await addMail(ctx, { to: buyer.email, template: 'letter', data: { title, paragraphs, button: button(id), why: why(content) } });
}
