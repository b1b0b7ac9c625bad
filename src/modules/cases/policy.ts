import type { RouteStep } from '#modules/organisations/contact-route.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { isEditorOf, isOffice, type Actor } from '#modules/people/actor.ts';
import type { Holder } from './case.ts';

type Asked = { organisationId: string; ags: string | null; step: RouteStep; networkId: string | null };

/**
 * Who reads and answers a message: who acts for the organisation it was meant for; where nobody there could be reached, also the office it was led to.
 * `officeOf`: the networks whose office the person is today.
 */
export function mayAnswer(actor: Actor | null, { organisationId, ags, step, networkId }: Asked, officeOf: readonly string[]): boolean {
	if (holdsSeat(actor, organisationId, 'edit') || (ags !== null && isEditorOf(actor, ags))) return true;
	if (step === 'network') return networkId !== null && officeOf.includes(networkId);
	return step === 'office' && isOffice(actor);
}

/** What decides who works on a case. `ags`: of the organisation, where it is a municipality. */
export type Led = {
	organisationId: string;
	ags: string | null;
	holder: Holder;
	networkId: string | null;
	escalatedTo: 'deputy' | 'network' | 'office' | null;
};

/** Who acts for the organisation whose matter it is. */
export const actsFor = (actor: Actor | null, { organisationId, ags }: Pick<Led, 'organisationId' | 'ags'>): boolean =>
	holdsSeat(actor, organisationId, 'edit') || (ags !== null && isEditorOf(actor, ags));

/** Who works on a case and reads what is internal: whoever leads it, and the office that was asked for help when the promised days had passed. */
export function mayWorkOn(actor: Actor | null, led: Led, officeOf: readonly string[]): boolean {
	const { holder, networkId, escalatedTo } = led;
	if (holder === 'organisation' && actsFor(actor, led)) return true;
	if ((holder === 'network' || escalatedTo === 'network') && networkId !== null && officeOf.includes(networkId)) return true;
	return (holder === 'office' || escalatedTo === 'office') && isOffice(actor);
}

/** Who opens a case for an organisation, and who leads it then; null may not. An office does it for a town that cannot. */
export function holderFor(
	actor: Actor | null,
	owner: Pick<Led, 'organisationId' | 'ags'>,
	officeOf: readonly string[]
): { holder: Holder; networkId: string | null } | null {
	if (actsFor(actor, owner)) return { holder: 'organisation', networkId: null };
	const [networkId] = officeOf;
	if (networkId) return { holder: 'network', networkId };
	return isOffice(actor) ? { holder: 'office', networkId: null } : null;
}
