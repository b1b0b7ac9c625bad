import { isAdmin, type Actor } from '#modules/people/actor.ts';

/** Whoever runs the installation answers for what stands on it, and decides. */
export const mayDecideMatters = (actor: Actor | null): boolean => isAdmin(actor);

/** Over a complaint decides somebody else than whoever decided first, where there is somebody else. */
export const mayDecideComplaint = (
	actor: Actor | null,
	{ decidedById, hasOthers }: { decidedById: string | null; hasOthers: boolean }
): boolean => isAdmin(actor) && (!hasOthers || actor?.id !== decidedById);
