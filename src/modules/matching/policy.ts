import { isEditorOf, type Actor } from '#modules/people/actor.ts';

/** Who speaks for a pair: those who wrote the request, and those who look after the space (its municipality, its owner). */
export type Sides = { seekerId: string; ags: string; ownerPersonId: string | null };
export type Side = 'seeker' | 'provider';

export function sideOf(actor: Actor | null, { seekerId, ags, ownerPersonId }: Sides): Side | null {
	if (!actor) return null;
	if (actor.id === seekerId) return 'seeker';
	return maySeeWhoFits(actor, { ags, ownerPersonId }) ? 'provider' : null;
}

/** "Wer passt?" is for those who look after the space. */
export const maySeeWhoFits = (actor: Actor | null, { ags, ownerPersonId }: Omit<Sides, 'seekerId'>): boolean =>
	actor !== null && (isEditorOf(actor, ags) || actor.id === ownerPersonId);
