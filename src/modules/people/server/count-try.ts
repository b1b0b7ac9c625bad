import type { Ctx } from '../actor.ts';
import { countAttempt } from './internal/count-attempt.ts';

/** Counts a try of something that anybody can do, over all processes; `who` is kept as a hash of the day. Throws 429 beyond the limit. */
export const countTry = (
	ctx: Pick<Ctx, 'db' | 'now'>,
	tried: { what: string; who: string; limit: number; minutes: number }
): Promise<void> => countAttempt(ctx, tried);
