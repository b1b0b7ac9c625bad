import { holdsSeat } from '#modules/organisations/policy.ts';
import { isAdmin, isEditorOf, isOffice, type Actor } from '#modules/people/actor.ts';
import type { MembershipStep } from './membership.ts';
import { membershipSteps } from './membership.ts';
import type { NetworkRole } from './vocabulary.ts';

/** What somebody is in ONE network today: the roles whose term runs, and nothing of other networks. */
export type Standing = { roles: readonly NetworkRole[] };

const holds = (actor: Actor | null, { roles }: Standing, ...wanted: NetworkRole[]): boolean =>
	actor !== null && (isAdmin(actor) || roles.some((role) => wanted.includes(role)));

/** The office of the installation begins networks; whoever begins one is its office. */
export const mayCreateNetwork = (actor: Actor | null): boolean => isOffice(actor);

/** Looking behind the page: who works for the network. */
export const mayLookInside = (actor: Actor | null, standing: Standing): boolean => holds(actor, standing, 'office', 'founder', 'editor');

/** Words, voices, funders, news. */
export const mayEditPage = (actor: Actor | null, standing: Standing): boolean => holds(actor, standing, 'office', 'editor');

/** Face, phase, fee, values, people, and what everybody sees. */
export const mayRunNetwork = (actor: Actor | null, standing: Standing): boolean => holds(actor, standing, 'office');

/** The list of those who belong, with what is not public. */
export const maySeeMembers = (actor: Actor | null, standing: Standing): boolean => holds(actor, standing, 'office', 'founder');

/** Steps of the network are its office's; an organisation's own steps are also those of its editors. What an admission takes is nobody's by hand. */
export const mayStep = (actor: Actor | null, standing: Standing, asked: { step: MembershipStep; editsOrganisation: boolean }): boolean =>
	mayRunNetwork(actor, standing) || (asked.editsOrganisation && membershipSteps[asked.step].by === 'both');

/** What an organisation says of itself in a network, and its confirmation of the values. */
export const maySpeakFor = (actor: Actor | null, standing: Standing, editsOrganisation: boolean): boolean =>
	mayRunNetwork(actor, standing) || editsOrganisation;

/** Somebody who does not speak for the organisation themselves does what is its own to do: an office in its place, which the trail shows. */
export const actsFor = (actor: Actor | null, organisationId: string, ags: string | null): boolean =>
	actor !== null && !holdsSeat(actor, organisationId, 'edit') && !(ags !== null && !isAdmin(actor) && isEditorOf(actor, ags));
