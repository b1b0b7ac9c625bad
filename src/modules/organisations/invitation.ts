import type { Reason } from './seat.ts';

/** An invitation by mail waits this long. */
export const invitationDays = 14;
export const invitationsPerDay = 20;

export const invitationStates = {
	open: 'wartet auf Antwort',
	accepted: 'angenommen',
	expired: 'abgelaufen',
	withdrawn: 'zurückgenommen'
} as const;
export type InvitationState = keyof typeof invitationStates;

type Moments = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

export function invitationState({ acceptedAt, withdrawnAt, expiresAt }: Moments, now: Date): InvitationState {
	if (acceptedAt) return 'accepted';
	if (withdrawnAt) return 'withdrawn';
	return expiresAt <= now ? 'expired' : 'open';
}

/** "b…@angermuende.de": enough for its owner to know which address was meant. The history keeps no more, so that whoever leaves leaves no address behind. */
export const hintOf = (email: string): string => email.replace(/^(.)[^@]*/, '$1…');

/** What stands against accepting, or null. The link went to one mailbox, so only whoever signs in with that address takes the seat. */
export function whyNotAccept(state: InvitationState, { email, own }: { email: string; own: string }): Reason | null {
	if (state === 'accepted')
		return { code: 'invitation-used', message: 'Diese Einladung ist schon angenommen. Jeder Link gilt nur einmal.' };
	if (state === 'withdrawn')
		return { code: 'invitation-withdrawn', message: 'Diese Einladung wurde zurückgenommen. Bitte dort nachfragen.' };
	if (state === 'expired')
		return { code: 'invitation-expired', message: `Einladungen gelten ${invitationDays} Tage. Bitte um eine neue bitten.` };
	if (email.toLowerCase() !== own.toLowerCase())
		return {
			code: 'other-address',
			message: `Diese Einladung ging an ${hintOf(email)}. Bitte mit dieser Adresse anmelden; wer eine andere benutzt, lässt sich dorthin einladen.`
		};
	return null;
}
