import { isAdmin, isEditorOf, type Actor } from '#modules/people/actor.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import type { Standing } from '#modules/networks/policy.ts';

type Town = { id: string; ags: string | null };

/** Whoever acts for a town is on the town's side, also when they work for the network otherwise. */
export const isOfTown = (actor: Actor | null, { id, ags }: Town): boolean =>
	holdsSeat(actor, id, 'read') || (ags !== null && !isAdmin(actor) && isEditorOf(actor, ags));

/** Writing, sending and withdrawing an application. */
export const mayWrite = (actor: Actor | null, { id, ags }: Town): boolean =>
	holdsSeat(actor, id, 'edit') || (ags !== null && !isAdmin(actor) && isEditorOf(actor, ags));

const works = (actor: Actor | null, { roles }: Standing, ...wanted: Standing['roles'][number][]): boolean =>
	actor !== null && (isAdmin(actor) || roles.some((role) => wanted.includes(role)));

/** The list, and the dossiers with what is internal: office and founders. */
export const maySeeDossiers = (actor: Actor | null, standing: Standing): boolean => works(actor, standing, 'office', 'founder');

/** Steps, appointments, notes, payments. */
export const mayRunAdmission = (actor: Actor | null, standing: Standing): boolean => works(actor, standing, 'office');
