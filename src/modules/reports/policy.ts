import { holdsSeat } from '#modules/organisations/policy.ts';
import { isAdmin, isEditorOf, isOffice, type Actor } from '#modules/people/actor.ts';
import type { ReportState, Side } from './report.ts';

/** As far as the policies need to know a report: where it is, and to whom it was led where the municipality names nobody. */
export type Led = { ags: string; step: string; networkId: string | null; countyId: string | null; state: ReportState };

/**
 * The sides for which somebody may check a report: its municipality; its county, a network's office or the office of this installation, where it was led
 * there because nobody in the municipality can be reached. `officeOf`: the networks whose office the person is today.
 */
export function sidesOf(actor: Actor | null, { ags, step, networkId, countyId }: Led, officeOf: readonly string[]): Side[] {
	const sides: Side[] = [];
	if (isEditorOf(actor, ags)) sides.push(`ags:${ags}`);
	if (step === 'county' && countyId && holdsSeat(actor, countyId, 'edit')) sides.push(`county:${countyId}`);
	if (step === 'network' && networkId && officeOf.includes(networkId)) sides.push(`network:${networkId}`);
	if (['county', 'network', 'office'].includes(step) && isOffice(actor)) sides.push('office');
	return sides;
}

/** Nobody sees a draft, and nobody a report that is none of their business. */
export const maySee = (actor: Actor | null, led: Led, officeOf: readonly string[]): boolean =>
	led.state !== 'draft' && (isAdmin(actor) || sidesOf(actor, led, officeOf).length > 0);

/** The register is the municipality's: only it takes a house in or joins a report to one. */
export const mayRegister = (actor: Actor | null, { ags }: Pick<Led, 'ags'>): boolean => isEditorOf(actor, ags);
