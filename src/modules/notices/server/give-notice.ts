import { and, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { truncateAddress } from '#modules/people/session.ts';
import type { NoticeInput } from '../forms.ts';
import { categories, categoryTexts, contentAt, dueAt, joiningStates, matterDays, mustInform } from '../matter.ts';
import { findContent, type FoundContent } from './internal/contents.ts';
import type { MatterRow } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';
import { tellDesk, tellNotifier } from './internal/tell.ts';
import { contentMatters, contentNotices } from './tables.ts';

/** One net and one mailbox say as much as people do who look around, and no more. Throws 429. */
async function countNotice(ctx: Ctx, { email, address }: { email?: string; address: string }): Promise<void> {
	await countTry(ctx, { what: 'notice net', who: truncateAddress(address), limit: 20, minutes: 60 });
	if (email) await countTry(ctx, { what: 'notice sender', who: email, limit: 5, minutes: 24 * 60 });
}

async function openMatter(ctx: Ctx, { kind, id }: FoundContent): Promise<MatterRow | null> {
	const same = and(eq(contentMatters.kind, kind), eq(contentMatters.contentId, id), inArray(contentMatters.state, [...joiningStates]));
	const [row] = await ctx.db.select().from(contentMatters).where(same).for('update');
	return row ?? null;
}

/** The matter of this content: the open one, or a new one with the content frozen as it stands. Of two at one moment the second finds the first. */
async function matterOf(ctx: Ctx, found: FoundContent, category: NoticeInput['category']): Promise<{ matter: MatterRow; isNew: boolean }> {
	const { kind, id: contentId, ...content } = found;
	const due = dueAt(category, ctx.now);
	const [made] = await ctx.db
		.insert(contentMatters)
		.values({ id: newId(), kind, contentId, ...content, category, state: 'open', dueAt: due, createdAt: ctx.now })
		.onConflictDoNothing()
		.returning();
	if (made) return { matter: made, isNew: true };
	const matter = await openMatter(ctx, found);
	if (!matter) throw refused('changed-meanwhile', 'Über diesen Inhalt wurde eben entschieden. Bitte noch einmal abschicken.');
	await moveMatter(ctx, matter, { step: 'join', byPerson: false, set: due < matter.dueAt ? { category, dueAt: due } : {} });
	return { matter, isNew: false };
}

const receipt = (found: FoundContent) => ({
	title: 'Ihr Hinweis ist angekommen',
	paragraphs: [
		`Sie haben uns auf „${found.frozen.title}“ (${contentKinds[found.kind]}) hingewiesen. Ein Mensch prüft das und entscheidet; die Entscheidung schicken wir an diese Adresse.`,
		'Wer den Inhalt veröffentlicht hat, erfährt nicht, von wem der Hinweis kam.'
	]
});

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
		await tellNotifier(inside, { id, email: input.email ?? null }, receipt(found));
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
