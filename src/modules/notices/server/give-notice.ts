import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { truncateAddress } from '#modules/people/session.ts';
import type { NoticeInput } from '../forms.ts';
import { contentAt } from '../content-at.ts';
import { categories, categoryTexts, matterDays, mustInform } from '../matter.ts';
import { findContent } from './internal/contents.ts';
import { matterOf } from './internal/matter-of.ts';
import { receiptOf, tellDesk, tellNotifier } from './internal/tell.ts';
import { contentNotices } from './tables.ts';

/** One net and one mailbox say as much as people do who look around, and no more. Throws 429. */
async function countNotice(ctx: Ctx, { email, address }: { email?: string; address: string }): Promise<void> {
	await countTry(ctx, { what: 'notice net', who: truncateAddress(address), limit: 20, minutes: 60 });
	if (email) await countTry(ctx, { what: 'notice sender', who: email, limit: 5, minutes: 24 * 60 });
}

/**
 * Somebody says that content is unlawful or against the rules (Art. 16 DSA). Works without an account; several notices on one piece of content are one matter.
 * Returns the key of the page that shows how it stands; null for machines. Throws 422 for an address that names nothing, and 429.
 */
export async function giveNotice(ctx: Ctx, { input, address }: { input: NoticeInput; address: string }): Promise<string | null> {
	if (input.website) return null;
	const at = contentAt(input.address);
	const found = at && (await findContent(ctx, at));
	if (!found)
		throw refused(
			'content-missing',
			'Unter dieser Adresse steht nichts (mehr), was jemand veröffentlicht hat. Bitte die ganze Adresse der Seite angeben, zum Beispiel /raeume/alte-schule.',
			'address'
		);
	await countNotice(ctx, { email: input.email, address });
	const id = newId();
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { matter, isNew } = await matterOf(inside, found, input.category);
		const isAnonymous = categories[input.category].anonymous && !input.name && !input.email;
		await db.insert(contentNotices).values({
			...{ id, matterId: matter.id, category: input.category, spot: input.spot, why: input.why, createdAt: ctx.now },
			...{ name: input.name ?? null, email: input.email ?? null, personId: isAnonymous ? null : (ctx.actor?.id ?? null) }
		});
		await tellNotifier(inside, { id, email: input.email ?? null }, receiptOf(found));
		if (isNew || mustInform(input.category))
			await tellDesk(inside, matter.id, {
				title: `Hinweis: ${categoryTexts[input.category]}`,
				paragraphs: [
					`Zu „${found.frozen.title}“ (${contentKinds[found.kind]}) ist ein Hinweis eingegangen. Bis wann zu entscheiden ist, steht bei der Sache.`
				]
			});
	});
	return signLink(ctx, { purpose: 'content-notice', data: { notice: id }, days: matterDays });
}
