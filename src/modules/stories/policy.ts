import { actsFor } from '#modules/cases/policy.ts';
import type { Actor } from '#modules/people/actor.ts';

/** When its case is no more, a story is changed by whoever acts for the organisation that told it. While there is one, by whoever works on it. */
export const mayTell = (actor: Actor | null, owner: { organisationId: string; ags: string | null }): boolean => actsFor(actor, owner);
