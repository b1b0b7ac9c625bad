import type { Actor, Grant, HeldSeat } from '#modules/people/actor.ts';

/** Seats: who may do what in an organisation, from when to when. */

export const seatFunctions = {
	mayor: 'Bürgermeister:in',
	deputy_mayor: 'Stellvertretung der Bürgermeister:in',
	administration: 'Verwaltung',
	board: 'Vorstand',
	management: 'Geschäftsführung',
	project: 'Projektleitung',
	volunteer: 'Mitarbeit im Ehrenamt',
	adviser: 'externe Begleitung'
} as const;
export type SeatFunction = keyof typeof seatFunctions;

/** Each one holds what stands after it: who manages may also edit, who edits may also read. */
export const rightsWords = {
	manage: 'verwalten: einladen, Plätze vergeben und beenden, alles bearbeiten',
	edit: 'bearbeiten: Profil, Kontakte, bei Kommunen auch Häuser und Listen',
	read: 'lesen: Mitglieder und Verlauf sehen'
} as const;
export type Rights = keyof typeof rightsWords;
export const rightsShort: Record<Rights, string> = { manage: 'verwaltet', edit: 'bearbeitet', read: 'liest' };

export const claimMethods = {
	mail: 'dienstliche E-Mail-Adresse',
	letter: 'Brief ans Rathaus',
	office: 'Prüfung durch das Netzwerkbüro'
} as const;
export type ClaimMethod = keyof typeof claimMethods;

/** A seat is valid from the moment it starts up to, not including, the moment it ends. */
export type Term = { startsAt: Date; endsAt: Date | null };
export const seatStates = { coming: 'beginnt noch', valid: 'gilt', ended: 'beendet' } as const;
export type SeatState = keyof typeof seatStates;

export function seatState({ startsAt, endsAt }: Term, now: Date): SeatState {
	if (endsAt && endsAt <= now) return 'ended';
	return startsAt > now ? 'coming' : 'valid';
}

/** What a valid seat lets somebody do outside its organisation: who may edit for a municipality keeps its houses too. */
export const grantsOfSeats = (seats: readonly HeldSeat[]): Grant[] =>
	seats.flatMap(({ ags, rights }) => (ags && rights !== 'read' ? [{ role: 'editor', ags } as const] : []));

/** The person as they stand right now. Computed on every request from the seats that are valid then, and never kept. */
export function seated(actor: Actor, seats: readonly HeldSeat[]): Actor {
	const own = grantsOfSeats(seats).filter((seat) => !actor.grants.some((g) => 'ags' in g && 'ags' in seat && g.ags === seat.ags));
	return { ...actor, seats, grants: [...actor.grants, ...own] };
}

/** What a new seat is made of; it starts now unless it says otherwise. */
export type NewSeat = {
	function: SeatFunction;
	rights: Rights;
	title?: string | null;
	startsAt?: Date;
	endsAt?: Date | null;
	deputyOf?: string | null;
	successorOf?: string | null;
	/** The identity provider whose group gives it. */
	via?: string;
	reason?: string;
};

export type Reason = { code: string; message: string };

type Ending = { state: SeatState; manages: boolean; otherManagers: number; isNow: boolean; byOffice: boolean };

/** What stands against ending a seat, or null. An end that is still to come leaves time to find somebody, so only an immediate one may leave nobody in charge. */
export function whyNotEndSeat({ state, manages, otherManagers, isNow, byOffice }: Ending): Reason | null {
	if (state === 'ended') return { code: 'seat-ended', message: 'Dieser Platz ist schon beendet.' };
	if (manages && state === 'valid' && isNow && !otherManagers && !byOffice)
		return {
			code: 'last-manager',
			message:
				'Das ist der letzte Platz, der verwalten darf. Bitte zuerst jemand anderem dieses Recht geben, ein Ende in der Zukunft wählen oder das Netzwerkbüro bitten.'
		};
	return null;
}

/** What stands against changing what a seat may do, or null. */
export function whyNotChangeRights({
	state,
	isLastManager,
	byOffice
}: {
	state: SeatState;
	isLastManager: boolean;
	byOffice: boolean;
}): Reason | null {
	if (state === 'ended') return { code: 'seat-ended', message: 'Dieser Platz ist schon beendet.' };
	if (isLastManager && !byOffice)
		return { code: 'last-manager', message: 'Jemand muss verwalten. Bitte zuerst einer anderen Person dieses Recht geben.' };
	return null;
}

/** The moment after a last day, in Germany: "2026-12-31" ends on 1 January, 00:00 in Berlin. */
export function momentAfter(lastDay: string): Date {
	const midnight = new Date(Date.parse(`${lastDay}T00:00:00Z`) + 86_400_000);
	const ahead = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' }).format(midnight));
	return new Date(midnight.getTime() - ahead * 3_600_000);
}
