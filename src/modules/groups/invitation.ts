import { hintOf } from '#modules/organisations/invitation.ts';
import type { Refused } from './group.ts';

/** Who is asked to join: one mailbox, or whoever holds a link, so many of them. */
export const invitationKinds = { mail: 'per Mail', link: 'als Link' } as const;
export type InvitationKind = keyof typeof invitationKinds;

export const invitationDays = 14;
export const invitationsPerDay = 20;
export const mostByLink = 20;

export const invitationStates = {
	open: 'wartet auf Antwort',
	used: 'angenommen',
	expired: 'abgelaufen',
	withdrawn: 'zurückgenommen'
} as const;
export type InvitationState = keyof typeof invitationStates;

type Moments = { used: number; places: number; withdrawnAt: Date | null; expiresAt: Date };

/** `places`: how many may come by it; a link is used up when all of them came. */
export function invitationState({ used, places, withdrawnAt, expiresAt }: Moments, now: Date): InvitationState {
	if (used >= places) return 'used';
	if (withdrawnAt) return 'withdrawn';
	return expiresAt <= now ? 'expired' : 'open';
}

type Asked = { kind: InvitationKind; email: string | null; state: InvitationState };

/** What stands against accepting, or null. A mail went to one mailbox, so only whoever signs in with that address joins by it. */
export function whyNotAccept({ kind, email, state }: Asked, own: string | null): Refused | null {
	if (state === 'used')
		return {
			code: 'invitation-used',
			message:
				kind === 'mail'
					? 'Diese Einladung ist schon angenommen. Jeder Link gilt nur einmal.'
					: 'Über diesen Link sind schon alle gekommen, für die er war. Bittet um einen neuen.'
		};
	if (state === 'withdrawn')
		return { code: 'invitation-withdrawn', message: 'Diese Einladung wurde zurückgenommen. Fragt in der Gruppe nach.' };
	if (state === 'expired')
		return { code: 'invitation-expired', message: `Einladungen gelten ${invitationDays} Tage. Bittet in der Gruppe um eine neue.` };
	if (email !== null && own !== null && email.toLowerCase() !== own.toLowerCase())
		return {
			code: 'other-address',
			message: `Diese Einladung ging an ${hintOf(email)}. Meldet Euch mit dieser Adresse an; wer eine andere benutzt, lässt sich dorthin einladen.`
		};
	return null;
}
