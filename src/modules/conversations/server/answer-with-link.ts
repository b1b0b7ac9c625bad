import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { addMessage } from './internal/add-message.ts';
import { conversationByLink } from './internal/by-link.ts';
import { settleUnread } from './internal/settle-unread.ts';

const perDay = 30;

/** Answers by the link of a mail, without signing in; whoever answers has read. `once`: the same form sent twice counts once. Throws 409, 410, 422, 429. */
export async function answerWithLink(
	ctx: Ctx,
	{ link, text, once }: { link: string; text: string; once?: string }
): Promise<{ id: string }> {
	const { row, me } = await conversationByLink(ctx, link);
	await countTry(ctx, { what: 'talk by link', who: `${row.id} ${me.personId}`, limit: perDay, minutes: 24 * 60 });
	return ctx.db.transaction(async (db) => {
		const said = await addMessage({ db, now: ctx.now }, { conversationId: row.id, personId: me.personId, text, once });
		await settleUnread({ db, now: ctx.now }, me);
		return said;
	});
}
