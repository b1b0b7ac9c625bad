import { editedMunicipalities, isAdmin, isStaff, type Actor } from '#modules/people/actor.ts';

/** The desk is for those who look after entries: municipalities see theirs, the network office sees figures. */
export const maySeeDesk = (actor: Actor | null): actor is Actor => isStaff(actor);

/** Whose houses somebody sees on the desk: all, those of some municipalities, or none. */
export const deskScope = (actor: Actor | null): 'all' | string[] => (isAdmin(actor) ? 'all' : editedMunicipalities(actor));
