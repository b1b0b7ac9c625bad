import { isAdmin, isEditorOf, isOffice, isStaff, type Actor } from '#modules/people/actor.ts';
import type { ContactVisibility } from './contact.ts';

/** Contact and goals of a municipality: its editors, and the network office for those without one. */
export const mayEditMunicipality = (actor: Actor | null, ags: string): boolean => isEditorOf(actor, ags) || isOffice(actor);

/** An organisation as far as the policies need to know it; a municipality may not have a row of its own yet. */
export type Owner = { id: string | null; ags: string | null };

/** The contact points of an organisation: its own editors; the network office for those that cannot. */
export const mayEditContacts = (actor: Actor | null, { id, ags }: Owner): boolean =>
	(ags !== null && mayEditMunicipality(actor, ags)) || (id !== null && mayEditOrganisation(actor, id));

export const maySeeContact = (actor: Actor | null, visibility: ContactVisibility, owner: Owner): boolean =>
	visibility === 'public' || mayEditContacts(actor, owner) || (visibility === 'network' && isStaff(actor));

/** The network office keeps every municipality, so it chooses one first. */
export const isKeptByOffice = (actor: Actor | null): boolean => isOffice(actor);

const rank = { read: 1, edit: 2, manage: 3 } as const;

/** Whether a seat that is valid now gives at least these rights in the organisation. */
export const holdsSeat = (actor: Actor | null, organisationId: string, rights: keyof typeof rank): boolean =>
	actor?.seats?.some((seat) => seat.organisationId === organisationId && rank[seat.rights] >= rank[rights]) ?? false;

/** Its own people, whatever their rights, and the network office look inside: members, history, what is not published yet. */
export const mayLookInside = (actor: Actor | null, organisationId: string): boolean =>
	holdsSeat(actor, organisationId, 'read') || isOffice(actor);

/** Its own editors; the network office acts for those that cannot, which the history shows. */
export const mayEditOrganisation = (actor: Actor | null, organisationId: string): boolean =>
	holdsSeat(actor, organisationId, 'edit') || isOffice(actor);

/** Who invites, gives seats and ends them. */
export const mayManageOrganisation = (actor: Actor | null, organisationId: string): boolean =>
	holdsSeat(actor, organisationId, 'manage') || isOffice(actor);

/** Without an invitation, only the network office seats somebody. */
export const mayGiveSeats = (actor: Actor | null): boolean => isOffice(actor);

/** Claims are settled by the network office, and seen by it and by whoever made them. */
export const mayDecideClaims = (actor: Actor | null): boolean => isOffice(actor);
export const maySeeClaim = (actor: Actor | null, claim: { personId: string }): boolean =>
	isOffice(actor) || (actor !== null && actor.id === claim.personId);

/** Another's second factor opens office and administration, so only the administration may trust one. */
export const mayTrustProvider = (actor: Actor | null): boolean => isAdmin(actor);
