import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { whyNotPublish } from '../network.ts';
import { mayRunNetwork } from '../policy.ts';
import { toNetworkPage } from '../to-network-page.ts';
import { loadWhole } from './load-whole.ts';
import { networkFor } from './internal/network-for.ts';
import { networkPages } from './tables.ts';

/** Makes the state of the office what everybody sees. 409 with everything that is missing. When a closed network opens, those who asked to be told are told. */
export async function publishNetwork(ctx: Ctx, slug: string): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	await checkMayShow(ctx, { kind: 'network', id: network.id });
	await ctx.db.transaction(async (db) => {
		const content = toNetworkPage(await loadWhole({ db }, network));
		const missing = whyNotPublish(content);
		if (missing.length) throw refused('not-ready', missing.join(' '));
		const [before] = await db.select({ content: networkPages.content }).from(networkPages).where(eq(networkPages.networkId, network.id));
		const row = { slug: network.slug, content, publishedBy: ctx.actor?.id ?? null, publishedAt: ctx.now };
		await db
			.insert(networkPages)
			.values({ networkId: network.id, ...row })
			.onConflictDoUpdate({ target: networkPages.networkId, set: row });
		await recordEvent({ ...ctx, db }, 'network.published', { subjectId: network.id });
		if (content.phase === 'open' && before?.content.phase === 'closed')
			await recordEvent({ ...ctx, db }, 'network.opened', { subjectId: network.id });
	});
}

/** Takes the page back; everything stays in the office. */
export async function withdrawNetwork(ctx: Ctx, { slug, reason }: { slug: string; reason?: string }): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	await ctx.db.transaction(async (db) => {
		await db.delete(networkPages).where(eq(networkPages.networkId, network.id));
		await recordEvent({ ...ctx, db }, 'network.withdrawn', { subjectId: network.id, reason });
	});
}
