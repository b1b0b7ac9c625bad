/** A direct match: the group to which the house is to go, and why nobody else is asked. */

export type Partner = {
	/** As everybody reads it. */
	name: string;
	/** Who speaks for it, and where letters go: never public. */
	contact: string;
	email: string;
	/** Why without a competition, as everybody reads it. */
	reasons: string;
	/** It knows, and agrees to be named. */
	hasAgreed: boolean;
};
export type NamedPartner = Pick<Partner, 'name' | 'reasons'>;

/** What is missing before a draft is finished, as sentences. */
export function missingOfPartner(partner: Partner | null): string[] {
	if (!partner?.name) return ['Es steht noch nicht da, welche Gruppe das Haus bekommen soll.'];
	return [
		...(partner.reasons ? [] : ['Es steht noch nicht da, warum es keinen Wettbewerb gibt.']),
		...(partner.hasAgreed ? [] : ['Die Gruppe hat noch nicht zugestimmt, öffentlich genannt zu werden.'])
	];
}

/** Exactly what everybody may know of it. */
export const namedPartner = ({ name, reasons }: NamedPartner): NamedPartner => ({ name, reasons });
