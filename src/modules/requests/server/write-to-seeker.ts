import { askForContact } from '#modules/conversations/server/ask-for-contact.ts';
import type { KeptFile } from '#modules/conversations/server/keep-files.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findSeeker } from './find-seeker.ts';

type ToSeeker = { key: string; text: string; files?: readonly KeptFile[]; once?: string };

/** Writes to whoever published a request that one may see. Until they answer, the writer knows them by the name of the group alone. Throws 401, 403, 404, 409, 422, 429. */
export async function writeToSeeker(ctx: Ctx, { key, ...words }: ToSeeker): Promise<{ conversationId: string }> {
	const { personId, name, title, href } = await findSeeker(ctx, key);
	return askForContact(ctx, { ...words, personId, alias: name, title, address: href });
}
