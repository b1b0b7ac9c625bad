import type { Ctx } from '#modules/people/actor.ts';
import { findSecret } from '#modules/people/server/find-secret.ts';
import { makeCode } from '../../reply-code.ts';

/** Makes the codes of letters: the same for the same letter, in every process of this installation. */
export async function codeMaker(ctx: Pick<Ctx, 'db'>): Promise<(recipientId: string) => string> {
	const key = await findSecret(ctx, 'links');
	return (recipientId) => makeCode(key, recipientId);
}
