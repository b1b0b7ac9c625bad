import type { Ctx } from '#modules/people/actor.ts';
import { heldByTown, type Held } from './internal/procedure-for.ts';

/** For modules above: a procedure held for what only the municipality does. Throws 401, 403, 404. */
export const loadHeld = (ctx: Ctx, id: string): Promise<Held> => heldByTown(ctx, id);
