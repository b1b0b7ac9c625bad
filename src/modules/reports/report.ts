/** A report by somebody who saw an empty house: its way from the phone to the register, as a table. */

export const reportStates = {
	draft: 'angefangen',
	received: 'eingegangen',
	in_review: 'in Prüfung',
	asked: 'Rückfrage offen',
	accepted: 'ins Register übernommen',
	joined: 'zu einem bekannten Haus gelegt',
	declined: 'nicht übernommen',
	spam: 'Missbrauch',
	withdrawn: 'zurückgezogen'
} as const;
export type ReportState = keyof typeof reportStates;

/** States in which something is still to be done. */
export const openStates = ['received', 'in_review', 'asked'] as const satisfies readonly ReportState[];
export const isOpenState = (state: ReportState): boolean => (openStates as readonly ReportState[]).includes(state);

type Rule = {
	from: readonly ReportState[];
	to: ReportState | 'same';
	by: 'reporter' | 'office';
	/** Asked for and kept with the step; whoever reported reads it where `isTold`. */
	ask?: string;
	isTold?: boolean;
};

export const reportSteps = {
	submit: { from: ['draft'], to: 'received', by: 'reporter' },
	take: { from: ['received'], to: 'in_review', by: 'office' },
	release: { from: ['in_review'], to: 'received', by: 'office' },
	ask: { from: ['in_review'], to: 'asked', by: 'office', ask: 'Bitte schreiben, was Sie wissen möchten.', isTold: true },
	reply: { from: ['asked'], to: 'in_review', by: 'reporter', ask: 'Bitte schreiben, was Sie dazu wissen.' },
	add: { from: ['received', 'in_review'], to: 'same', by: 'reporter', ask: 'Bitte schreiben, was noch wichtig ist.' },
	accept: { from: ['in_review'], to: 'accepted', by: 'office' },
	join: { from: ['in_review'], to: 'joined', by: 'office' },
	decline: {
		from: ['in_review', 'asked'],
		to: 'declined',
		by: 'office',
		ask: 'Bitte in einfachen Worten sagen, warum. Wer gemeldet hat, liest es.',
		isTold: true
	},
	spam: { from: ['received', 'in_review', 'asked'], to: 'spam', by: 'office' },
	hand_over: { from: ['received', 'in_review'], to: 'received', by: 'office', ask: 'Bitte sagen, warum die Meldung dorthin gehört.' },
	withdraw: { from: ['received', 'in_review', 'asked'], to: 'withdrawn', by: 'reporter' }
} as const satisfies Record<string, Rule>;
export type ReportStep = keyof typeof reportSteps;
const rules: Record<ReportStep, Rule> = reportSteps;

export const stepNames: Record<ReportStep, string> = {
	submit: 'gemeldet',
	take: 'zur Prüfung genommen',
	release: 'zurückgelegt',
	ask: 'nachgefragt',
	reply: 'geantwortet',
	add: 'ergänzt',
	accept: 'ins Register übernommen',
	join: 'zu einem bekannten Haus gelegt',
	decline: 'nicht übernommen',
	spam: 'als Missbrauch abgelegt',
	hand_over: 'weitergegeben',
	withdraw: 'zurückgezogen'
};

export type Reason = { code: string; message: string };

/** What stands against a step, or null. */
export function whyNotStep(state: ReportState, step: ReportStep, reason?: string): Reason | null {
	const rule = rules[step];
	if (!rule.from.includes(state))
		return {
			code: `report-${step}`,
			message:
				step === 'take' && state === 'in_review'
					? 'Diese Meldung prüft schon jemand.'
					: step !== 'submit' && state === 'draft'
						? 'Diese Meldung ist noch nicht abgeschickt.'
						: `Das geht hier nicht mehr: Die Meldung ist „${reportStates[state]}“.`
		};
	return rule.ask && !reason?.trim() ? { code: 'reason-missing', message: rule.ask } : null;
}

/** Where a step leads. */
export const stateAfter = (state: ReportState, step: ReportStep): ReportState => {
	const { to } = rules[step];
	return to === 'same' ? state : to;
};

/** Whether whoever reported reads the words of this step. */
export const isTold = (step: ReportStep): boolean => rules[step].by === 'reporter' || rules[step].isTold === true;

/** The side that took a report: "ags:12073008", "county:<id>", "network:<id>", "office". Two sides never check one report. */
export type Side = string;

export type Taken = { side: Side; by: string | null; at: Date | null };

/** One clear sentence for the second of two offices. */
export function whyNotOurs(taken: Taken | null, ours: readonly Side[], names: { side: string; day: string }): Reason | null {
	if (!taken || ours.includes(taken.side)) return null;
	const who = [taken.by, names.side].filter(Boolean).join(', ');
	return { code: 'taken-elsewhere', message: `Diese Meldung prüft seit ${names.day} ${who}. Bitte sprechen Sie sich dort ab.` };
}

/** What is looked at before a report becomes an entry of the register. */
export const checks = {
	place: 'Der Ort stimmt: Karte, Foto oder eigener Augenschein',
	vacant: 'Der Leerstand ist nachvollziehbar',
	people: 'Auf dem Foto ist niemand zu erkennen, oder es gibt keins',
	twin: 'Das Haus steht noch nicht im Register'
} as const;
export type Check = keyof typeof checks;

/** What the checklist says against taking the house into the register. */
export function whyNotAccept(checked: readonly Check[]): Reason | null {
	const missing = (Object.keys(checks) as Check[]).filter((check) => !checked.includes(check));
	if (!missing.length) return null;
	return { code: 'evidence-missing', message: `Noch nicht geprüft: ${missing.map((check) => checks[check]).join('; ')}.` };
}

/** How it stands, for whoever reported. */
export const standing: Record<ReportState, string> = {
	draft: 'Diese Meldung ist noch nicht abgeschickt.',
	received: 'Ihre Meldung ist angekommen und wartet auf die Prüfung. Öffentlich ist davon nichts.',
	in_review: 'Jemand prüft Ihre Meldung. Öffentlich ist davon nichts.',
	asked: 'Zu Ihrer Meldung gibt es eine Frage. Bitte antworten Sie unten.',
	accepted:
		'Die Kommune hat das Haus in ihr Register aufgenommen. Ob und wie es gezeigt wird, klärt sie zuerst mit den Eigentümer:innen. Danke fürs Hinsehen.',
	joined: 'Die Kommune kennt dieses Haus schon und hat Ihre Meldung dazugelegt. Danke fürs Hinsehen.',
	declined: 'Die Meldung wird nicht übernommen. Warum, steht unten.',
	spam: 'Diese Meldung wurde nicht weiter geprüft.',
	withdrawn: 'Sie haben die Meldung zurückgezogen. Text, Foto und Mailadresse sind gelöscht.'
};

const day = 86_400_000;
/** Days until a report goes: drafts soon, abuse after a month, the rest a year after it was closed. Open ones stay. */
const kept: Partial<Record<ReportState, number>> = { draft: 1, spam: 30, withdrawn: 30, accepted: 365, joined: 365, declined: 365 };

export function forgetAt(state: ReportState, now: Date): Date | null {
	const days = kept[state];
	return days === undefined ? null : new Date(now.getTime() + days * day);
}

/** How somebody knows that a house is empty. */
export const signs = {
	windows: 'Fenster blind, verhängt oder vernagelt',
	mail: 'Briefkasten voll oder ohne Namen',
	garden: 'Garten oder Hof verwildert',
	told: 'Nachbarn oder Eigentümer:innen haben es erzählt',
	closed: 'Laden oder Gasthof geschlossen',
	other: 'anderes'
} as const;
export type Sign = keyof typeof signs;

export const sinceWords = {
	months: 'seit ein paar Monaten',
	year: 'seit etwa einem Jahr',
	years: 'seit mehreren Jahren',
	decade: 'seit mehr als zehn Jahren',
	unknown: 'weiß ich nicht'
} as const;
export type Since = keyof typeof sinceWords;

/** Metres within which two reports may mean one house. */
export const twinMetres = 30;
