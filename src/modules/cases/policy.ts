import type { RouteStep } from '#modules/organisations/contact-route.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { isEditorOf, isOffice, type Actor } from '#modules/people/actor.ts';

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
