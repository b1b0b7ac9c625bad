import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { consentText, type SubscribeInput } from '../forms.ts';
import { networkPages, networkSubscriptions } from './tables.ts';

const daysToConfirm = 14;
/** Whoever asks again within this time gets no second mail. Minutes. */
const quiet = 10;

async function askToConfirm(ctx: Ctx, { id, email, name }: { id: string; email: string; name: string }): Promise<void> {
	const link = await signLink(ctx, { purpose: 'confirm-subscription', data: { subscription: id }, days: daysToConfirm });
	await addMail(ctx, {
		to: email,
		template: 'letter',
		data: {
			title: `Möchten Sie bei ${name} vorgemerkt sein?`,
			paragraphs: [
				`Jemand hat diese Adresse bei „${name}“ eingetragen. Waren Sie das, bestätigen Sie bitte mit einem Klick: Erst danach schreibt Ihnen das Netzwerk.`,
				'Waren Sie es nicht, müssen Sie nichts tun. Ohne Bestätigung kommt keine weitere Mail, und die Adresse wird gelöscht.'
			],
			button: { text: 'Ja, vormerken', href: `/netzwerke/bestaetigen?schluessel=${link}` },
			why: `Sie bekommen diese Mail, weil diese Adresse auf der Seite von „${name}“ eingetragen wurde.`
		}
	});
}

/**
 * Notes an address until its owner confirms (double opt-in). Whether it is known makes no difference in the answer. A confirmed address stays
 * confirmed whoever asks again; one that signed off has to confirm anew. Throws 429 after too many tries.
 */
export async function subscribeToNetwork(
	ctx: Ctx,
	{ slug, input, address }: { slug: string; input: SubscribeInput; address: string }
): Promise<void> {
	const [page] = await ctx.db.select().from(networkPages).where(eq(networkPages.slug, slug));
	if (!page) throw notFound();
	if (input.website) return;
	const email = input.email.toLowerCase();
	await countTry(ctx, { what: 'subscribe net', who: truncateAddress(address), limit: 20, minutes: 60 });
	await countTry(ctx, { what: 'subscribe mail', who: email, limit: 5, minutes: 60 });
	const { name } = page.content;
	await ctx.db.transaction(async (db) => {
		const state = networkSubscriptions.state;
		const [row] = await db
			.insert(networkSubscriptions)
			.values({
				...{ id: newId(), networkId: page.networkId, email, organisation: input.organisation ?? null },
				...{ state: 'requested', consent: consentText(name), requestedAt: ctx.now }
			})
			.onConflictDoUpdate({
				target: [networkSubscriptions.networkId, networkSubscriptions.email],
				set: {
					state: sql`case when ${state} = 'confirmed' then ${state} else 'requested' end`,
					requestedAt: sql`case when ${state} = 'confirmed' then ${networkSubscriptions.requestedAt} else excluded.requested_at end`,
					consent: sql`case when ${state} = 'confirmed' then ${networkSubscriptions.consent} else excluded.consent end`
				}
			})
			.returning();
		if (!row || row.state === 'confirmed') return;
		if (row.mailedAt && ctx.now.getTime() - row.mailedAt.getTime() < quiet * 60_000) return;
		await db.update(networkSubscriptions).set({ mailedAt: ctx.now }).where(eq(networkSubscriptions.id, row.id));
		await askToConfirm({ ...ctx, db }, { id: row.id, email: row.email, name });
	});
}
