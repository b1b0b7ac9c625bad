import { createHmac } from 'node:crypto';
import type { Ctx } from '#modules/people/actor.ts';
import { findSecret } from '#modules/people/server/find-secret.ts';

/** What is kept of a letter's code. A code is short enough to be typed, so it is keyed with a secret that no table dump of claims holds. */
export const hashCode = async (ctx: Pick<Ctx, 'db'>, { id, code }: { id: string; code: string }): Promise<string> =>
	createHmac('sha256', await findSecret(ctx, 'links'))
		.update(`claim ${id} ${code}`)
		.digest('hex');
