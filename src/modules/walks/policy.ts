import { isEditorOf, type Actor } from '#modules/people/actor.ts';

/** A walk is the municipality's own round: its people make it, and they see what came of it. */
export const mayWalk = (actor: Actor | null, ags: string): boolean => isEditorOf(actor, ags);
