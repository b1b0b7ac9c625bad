import type { PlaceState } from './vocabulary.ts';

export const tandemStates = {
	proposed: 'vorgeschlagen',
	agreed: 'verabredet',
	ended: 'beendet',
	declined: 'abgelehnt',
	withdrawn: 'zurückgezogen'
} as const;
export type TandemState = keyof typeof tandemStates;

/** Every step of a tandem. What is not here is forbidden. `by`: who proposed, who was asked, or either. */
export type TandemStep = 'agree' | 'decline' | 'withdraw' | 'end';
export const tandemSteps: Record<TandemStep, { from: TandemState; to: TandemState; by: 'proposer' | 'asked' | 'either'; text: string }> = {
	agree: { from: 'proposed', to: 'agreed', by: 'asked', text: 'Zusagen' },
	decline: { from: 'proposed', to: 'declined', by: 'asked', text: 'Absagen' },
	withdraw: { from: 'proposed', to: 'withdrawn', by: 'proposer', text: 'Vorschlag zurückziehen' },
	end: { from: 'agreed', to: 'ended', by: 'either', text: 'Tandem beenden' }
};

export type Refused = { code: string; message: string; field?: string };
type Side = 'proposer' | 'asked';

/** Why this side cannot take the step, or null. A place has one tandem at a time. */
export function whyNotTandem(asked: { state: TandemState; step: TandemStep; side: Side; otherAgreed: boolean }): Refused | null {
	const rule = tandemSteps[asked.step];
	if (rule.from !== asked.state)
		return { code: 'not-from-here', message: `Das Tandem ist ${tandemStates[asked.state]}. „${rule.text}“ geht von dort aus nicht.` };
	if (rule.by !== 'either' && rule.by !== asked.side)
		return { code: 'not-your-step', message: `„${rule.text}“ ist Sache der anderen Gruppe.` };
	if (asked.step === 'agree' && asked.otherAgreed)
		return { code: 'already-in-tandem', message: 'Einer der beiden Orte hat schon ein Tandem. Ein Ort hat eines zur Zeit.' };
	return null;
}

type Partner = { id: string; networkId: string | null; organisationId: string; state: PlaceState };

/** Why two places cannot be proposed to each other, or null. */
export function whyNotPropose(own: Partner, other: Partner, found: { openBetween: boolean; ownAgreed: boolean }): Refused | null {
	if (own.id === other.id || own.organisationId === other.organisationId)
		return { code: 'same-group', message: 'Ein Tandem sind zwei Gruppen. Bitte einen anderen Ort wählen.', field: 'otherId' };
	if (!own.networkId || own.networkId !== other.networkId)
		return { code: 'other-network', message: 'Ein Tandem verbindet zwei Orte desselben Netzwerks.', field: 'otherId' };
	if (found.ownAgreed) return { code: 'already-in-tandem', message: 'Euer Ort hat schon ein Tandem. Ein Ort hat eines zur Zeit.' };
	if (found.openBetween) return { code: 'already-proposed', message: 'Zwischen diesen beiden gibt es schon einen Vorschlag.' };
	return null;
}

/** Why a place cannot join a learning group, or null. */
export function whyNotJoin(place: Pick<Partner, 'state'>, group: { isOpen: boolean; isMember: boolean }): Refused | null {
	if (group.isMember) return { code: 'already-in', message: 'Euer Ort ist schon in dieser Lerngruppe.' };
	if (!group.isOpen) return { code: 'group-closed', message: 'Diese Lerngruppe nimmt gerade niemanden auf.' };
	if (place.state !== 'emerging') return { code: 'not-emerging', message: 'Lerngruppen sind für Orte im Aufbau.' };
	return null;
}
