import { dayAfter } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import { euros } from './invoice.ts';
import type { InvoiceState } from './vocabulary.ts';

/** What stands of an invoice's money. `paidCents`: all that came, less what went back. */
export type Standing = { grossCents: number; paidCents: number; isCancelled: boolean };

export function stateOf({ grossCents, paidCents, isCancelled }: Standing): InvoiceState {
	if (isCancelled) return 'cancelled';
	if (paidCents >= grossCents) return paidCents > grossCents ? 'overpaid' : 'paid';
	return paidCents > 0 ? 'partly_paid' : 'issued';
}

/** What is still to come. */
export const openCents = ({ grossCents, paidCents, isCancelled }: Standing): number =>
	isCancelled ? 0 : Math.max(0, grossCents - paidCents);

/** What belongs to the payer: too much, twice, or paid for what was cancelled. */
export const surplusCents = ({ grossCents, paidCents, isCancelled }: Standing): number =>
	Math.max(0, paidCents - (isCancelled ? 0 : grossCents));

export type Refused = { code: string; message: string; field?: string };
export type InvoiceStep = 'pay' | 'refund' | 'remind' | 'cancel';
export type Question = {
	step: InvoiceStep;
	state: InvoiceState;
	standing: Standing;
	/** ISO days. */
	today: string;
	dueOn: string | null;
	remindedOn: string | null;
	cents?: number;
	reason?: string;
};

type Guard = (question: Question) => Refused | null;
type Rule = { from: readonly InvoiceState[]; guards: readonly Guard[]; text: string; not: string };

/** Days between two reminders, and after the due day before the first. */
export const patience = 7;

const amount: Guard = ({ cents }) =>
	cents && cents > 0 ? null : { code: 'no-amount', message: 'Bitte einen Betrag über null eintragen.', field: 'amount' };
const surplus: Guard = ({ cents = 0, standing }) =>
	cents <= surplusCents(standing)
		? null
		: { code: 'too-much', message: `Zurückzuzahlen sind höchstens ${euros(surplusCents(standing))}.`, field: 'amount' };
const reason: Guard = ({ reason: text }) =>
	text?.trim()
		? null
		: { code: 'reason-missing', message: 'Bitte in einem Satz sagen, warum: Er steht auf der Stornorechnung.', field: 'reason' };
const overdue: Guard = ({ today, dueOn }) =>
	dueOn && today > dueOn
		? null
		: { code: 'not-due', message: `Die Rechnung ist erst am ${dueOn ? germanDay(dueOn) : '…'} fällig. Danach kann erinnert werden.` };
const patient: Guard = ({ today, remindedOn }) =>
	!remindedOn || today >= dayAfter(remindedOn, patience)
		? null
		: { code: 'just-reminded', message: `Zuletzt wurde am ${germanDay(remindedOn)} erinnert. Bitte eine Woche Zeit lassen.` };

/** Every step of an invoice after it was issued. What is not here is forbidden. */
export const invoiceSteps: Record<InvoiceStep, Rule> = {
	pay: {
		from: ['issued', 'partly_paid', 'paid', 'overpaid', 'cancelled'],
		guards: [amount],
		text: 'Zahlung eintragen',
		not: ''
	},
	refund: {
		from: ['overpaid', 'cancelled'],
		guards: [amount, surplus],
		text: 'Rückzahlung eintragen',
		not: 'Hier ist nichts zurückzuzahlen.'
	},
	remind: {
		from: ['issued', 'partly_paid'],
		guards: [overdue, patient],
		text: 'Erinnern',
		not: 'Hier ist nichts mehr offen, also auch nichts anzumahnen.'
	},
	cancel: {
		from: ['issued', 'partly_paid', 'paid', 'overpaid'],
		guards: [reason],
		text: 'Stornieren',
		not: 'Diese Rechnung ist schon storniert.'
	}
};

/** Why a step cannot be taken, or null. */
export function whyNotStep(question: Question): Refused | null {
	const rule = invoiceSteps[question.step];
	if (!rule.from.includes(question.state)) return { code: 'not-from-here', message: rule.not };
	for (const guard of rule.guards) {
		const refused = guard(question);
		if (refused) return refused;
	}
	return null;
}

/** What is to be said of an invoice beyond its state. */
export function remarkOf(standing: Standing, { dueOn, today }: { dueOn: string | null; today: string }): string | null {
	const [open, back] = [openCents(standing), surplusCents(standing)];
	if (standing.isCancelled) return back ? `${euros(back)} sind zurückzuzahlen.` : null;
	if (back)
		return standing.paidCents >= 2 * standing.grossCents
			? `Doppelt bezahlt: ${euros(back)} sind zurückzuzahlen.`
			: `${euros(back)} zu viel bezahlt, sie sind zurückzuzahlen.`;
	if (open && standing.paidCents) return `Es fehlen noch ${euros(open)}.`;
	return open && dueOn && today > dueOn ? `Überfällig seit ${germanDay(dueOn)}.` : null;
}
