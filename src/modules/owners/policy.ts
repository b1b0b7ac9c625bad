import { editedMunicipalities, isAdmin, isEditorOf, type Actor } from '#modules/people/actor.ts';

/**
 * Who reads and writes what is kept about owners: the editors of the municipality in which the house stands. The administrator may act in their place,
 * which the municipality's history shows. Nobody else: not the network office, not the house's own owner, no key for programs.
 */
export const mayKeepOwners = (actor: Actor | null, ags: string): boolean => actor?.scopes === undefined && isEditorOf(actor, ags);

/** The administrator in the place of a municipality. */
export const actsForTown = (actor: Actor | null, ags: string): boolean => isAdmin(actor) && !editedMunicipalities(actor).includes(ags);
