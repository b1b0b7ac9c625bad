import { editedMunicipalities, isAdmin, isEditorOf, type Actor } from '#modules/people/actor.ts';

type Owned = { ags: string; ownerPersonId: string | null };

/** The municipality records for itself; anybody signed in may record the building that is their own. */
export const mayRecord = (actor: Actor | null, { ags, ownerPersonId }: Owned): boolean =>
	isEditorOf(actor, ags) || (actor !== null && ownerPersonId === actor.id);

/** Seeing and changing the whole of a property: its municipality, its owner, the administrator. */
export const mayEdit = (actor: Actor | null, property: Owned): boolean => mayRecord(actor, property);

/** Publishing, consents, states: the municipality; owners decide about their own building's visibility. */
export const mayPublish = (actor: Actor | null, property: Owned): boolean => mayRecord(actor, property);

/** The states of the way and what the register holds as a whole are the municipality's business. */
export const maySteer = (actor: Actor | null, { ags }: Pick<Owned, 'ags'>): boolean => isEditorOf(actor, ags);

type Reported = Owned & { lifecycleState: string; publicationState: string };

/** Handing a house over to the municipality in which it stands: who looks after both, or the owner while only they and the office know of it. */
export const mayMoveTo = (actor: Actor | null, property: Reported, ags: string): boolean =>
	(maySteer(actor, property) && isEditorOf(actor, ags)) ||
	(actor !== null &&
		property.ownerPersonId === actor.id &&
		property.lifecycleState === 'reported' &&
		property.publicationState === 'internal');

/** Which rows of the register somebody sees: all of them, some municipalities' and their own, or none. */
export function scopeOf(actor: Actor | null): 'all' | { ags: string[]; ownerPersonId: string } | null {
	if (!actor) return null;
	return isAdmin(actor) ? 'all' : { ags: editedMunicipalities(actor), ownerPersonId: actor.id };
}
