import { holdsSeat } from '#modules/organisations/policy.ts';
import { isAdmin, type Actor } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import type { Standing } from '#modules/networks/policy.ts';
import type { NetworkRole } from '#modules/networks/vocabulary.ts';

/** A place belongs to its group, an organisation; its network accompanies it. Nobody else has a part in it. */
export type PlaceOwner = { organisationId: string };

const inNetwork = (actor: Actor | null, { roles }: Standing, ...wanted: NetworkRole[]): boolean =>
	actor !== null && (isAdmin(actor) || roles.some((role) => wanted.includes(role)));

/** Its group with the right to edit. */
export const isGroupOf = (actor: Actor | null, { organisationId }: PlaceOwner): boolean => holdsSeat(actor, organisationId, 'edit');

/** Looking behind the page: whoever holds a seat in the group, and who works for its network. */
export const maySeePlace = (actor: Actor | null, place: PlaceOwner, standing: Standing): boolean =>
	holdsSeat(actor, place.organisationId, 'read') || mayOpenListed(actor, standing);

/** Words, pictures, figures, publishing: the group, and the office of the network on its behalf. */
export const mayEditPlace = (actor: Actor | null, place: PlaceOwner, standing: Standing): boolean =>
	isGroupOf(actor, place) || inNetwork(actor, standing, 'office');

/** A place is begun by its group. */
export const mayBeginPlace = (actor: Actor | null, organisationId: string): boolean =>
	isSignedInPerson(actor) && (isAdmin(actor) || holdsSeat(actor, organisationId, 'edit'));

/** Awards, criteria, rounds, learning groups, and what the network says of a place: its office. */
export const mayRunPlaces = (actor: Actor | null, standing: Standing): boolean => inNetwork(actor, standing, 'office');

/** The list of all places of the network, with what is not public. */
export const mayListPlaces = (actor: Actor | null, standing: Standing): boolean =>
	inNetwork(actor, standing, 'office', 'editor', 'founder');

/** Opening one of them from that list. */
export const mayOpenListed = (actor: Actor | null, standing: Standing): boolean => inNetwork(actor, standing, 'office', 'editor');

/** Applications with their evidence: whoever holds a seat in the group, and the office. An editor of the network has no part in them. */
export const maySeeApplication = (actor: Actor | null, place: PlaceOwner, standing: Standing): boolean =>
	holdsSeat(actor, place.organisationId, 'read') || mayRunPlaces(actor, standing);

/** A juror judges; neither the office nor an administration does that for them, and no program with a key. */
export const mayJudge = (actor: Actor | null, { roles }: Standing): boolean => isSignedInPerson(actor) && roles.includes('juror');
