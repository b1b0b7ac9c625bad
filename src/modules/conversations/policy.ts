import { isAdmin, type Actor } from '#modules/people/actor.ts';

/** Words that a member reported are decided upon by the administration, and by nobody else. Membership in a conversation is asked of the database. */
export const mayJudgeMessages = (actor: Actor | null): boolean => isAdmin(actor);
