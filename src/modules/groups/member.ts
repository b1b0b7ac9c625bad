import type { Refused } from './group.ts';

/** Who belongs to a group, and what they may do in it. */
export type Membership = { id: string; personId: string; isSpeaker: boolean };

const lastSpeaker: Refused = {
	code: 'last-speaker',
	message: 'Jemand muss für die Gruppe sprechen. Bitte gebt die Aufgabe zuerst an eine andere Person weiter.',
	field: 'heirId'
};

/** Why somebody cannot stop speaking for a group, or null. */
export const whyNotStepDown = (members: readonly Membership[], memberId: string): Refused | null =>
	members.some(({ id, isSpeaker }) => isSpeaker && id !== memberId) ? null : lastSpeaker;

export type Leaving = { ends: 'membership' | 'group'; heirId: string | null };

/**
 * What follows when somebody leaves: the last one dissolves the group; the last speaker names an heir among the others, or is refused.
 */
export function leaving(members: readonly Membership[], me: Membership, heirId: string | null): Leaving | Refused {
	const others = members.filter(({ id }) => id !== me.id);
	if (!others.length) return { ends: 'group', heirId: null };
	if (!me.isSpeaker || others.some(({ isSpeaker }) => isSpeaker)) return { ends: 'membership', heirId: null };
	if (!heirId) return lastSpeaker;
	if (!others.some(({ id }) => id === heirId))
		return { code: 'no-such-heir', message: 'Diese Person gehört nicht mehr zur Gruppe. Bitte wählt eine andere.', field: 'heirId' };
	return { ends: 'membership', heirId };
}

/** Why a member cannot be asked to go, or null. */
export function whyNotRemove(me: Membership, other: Membership): Refused | null {
	if (me.id === other.id) return { code: 'self', message: 'Für Euch selbst gibt es „Gruppe verlassen“.' };
	return other.isSpeaker
		? {
				code: 'speaker',
				message: 'Wer für die Gruppe spricht, gibt diese Aufgabe zuerst ab; danach kann die Gruppe die Mitgliedschaft beenden.'
			}
		: null;
}
