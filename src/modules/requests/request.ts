import type { RequestState } from './vocabulary.ts';

export type RequestStep = 'publish' | 'pause' | 'resume' | 'renew' | 'fulfil' | 'withdraw' | 'expire';

/** Every step that a request can take (domain-spaces 3.3). What is not here is forbidden. */
export const requestSteps: Record<RequestStep, { from: readonly RequestState[]; to: RequestState; text: string }> = {
	publish: { from: ['draft'], to: 'published', text: 'Veröffentlichen' },
	pause: { from: ['published'], to: 'paused', text: 'Pausieren' },
	resume: { from: ['paused'], to: 'published', text: 'Wieder zeigen' },
	renew: { from: ['published', 'paused', 'expired'], to: 'published', text: 'Verlängern' },
	fulfil: { from: ['published', 'paused', 'expired'], to: 'fulfilled', text: 'Wir haben einen Ort gefunden' },
	withdraw: { from: ['draft', 'published', 'paused', 'expired'], to: 'withdrawn', text: 'Zurückziehen' },
	expire: { from: ['published', 'paused'], to: 'expired', text: 'Ablaufen' }
};

const refusals: Record<RequestState, string> = {
	draft: 'Dieses Gesuch ist noch ein Entwurf. Bitte zuerst veröffentlichen.',
	published: 'Dieses Gesuch ist schon veröffentlicht.',
	paused: 'Dieses Gesuch ist pausiert. Es lässt sich wieder zeigen, verlängern oder zurückziehen.',
	fulfilled: 'Dieses Gesuch ist erfüllt und abgeschlossen. Für etwas Neues bitte ein neues Gesuch anlegen.',
	withdrawn: 'Dieses Gesuch ist zurückgezogen. Bitte ein neues Gesuch anlegen.',
	expired: 'Dieses Gesuch ist abgelaufen. Es lässt sich mit einem Klick verlängern.'
};

/** Why the step cannot be taken from here, or `null` when it can. */
export const whyNotStep = (state: RequestState, step: RequestStep): string | null =>
	requestSteps[step].from.includes(state) ? null : refusals[state];

type Content = { title: string; summary: string | null; uses: readonly string[]; requestKind: string };

/** Why a draft cannot be shown to anybody yet, and which field is missing. */
export function whyNotPublish({ title, summary, uses, requestKind }: Content): { field: string; message: string } | null {
	if (!title.trim()) return { field: 'title', message: 'Bitte gebt dem Gesuch einen Titel.' };
	if (!summary?.trim()) return { field: 'summary', message: 'Bitte erzählt in zwei Sätzen, was Ihr vorhabt: Das lesen Kommunen zuerst.' };
	if (!uses.length && requestKind === 'find_space')
		return { field: 'uses', message: 'Bitte wählt mindestens eine Nutzung: Danach wird gesucht.' };
	return null;
}

export const monthsValid = 6;
export const reminderDays = [14, 3] as const;

/** Six months on, at the same day of the month where there is one. */
export function expiryFrom(now: Date): Date {
	const next = new Date(now);
	next.setUTCMonth(next.getUTCMonth() + monthsValid);
	return next;
}

/** Whether a reminder is due: once from 14 days before the end, once more from 3 days before. */
export function reminderDue({ expiresAt, remindedAt }: { expiresAt: Date; remindedAt: Date | null }, now: Date): number | null {
	const days = (expiresAt.getTime() - now.getTime()) / 86_400_000;
	if (days <= 0) return null;
	const stage = reminderDays.findLast((limit) => days <= limit);
	if (stage === undefined) return null;
	const alreadyAt = remindedAt ? (expiresAt.getTime() - remindedAt.getTime()) / 86_400_000 : Infinity;
	return alreadyAt > stage ? stage : null;
}
