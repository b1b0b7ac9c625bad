import type { Ctx } from '#modules/people/actor.ts';
import { askForContact } from './ask-for-contact.ts';
import type { Words } from './internal/add-message.ts';
import { findColleague } from './find-colleague.ts';

/** Writes to somebody who holds a seat in an organisation of one's own. Throws 401, 404, 409, 422, 429. */
export async function writeToColleague(
	ctx: Ctx,
	{ personId, ...words }: Words & { personId: string }
): Promise<{ conversationId: string }> {
	const { organisation } = await findColleague(ctx, personId);
	return askForContact(ctx, { ...words, personId, alias: null, title: organisation, address: '' });
}
