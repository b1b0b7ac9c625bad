import { and, eq, lt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { networkPages, networkSubscriptions } from './tables.ts';

/** What is told instead of the opening itself. */
export type News = { title: string; paragraphs: string[]; button: { text: string; href: string } };

/** The reaction to a network that opens, or to `news` of it: one mail to every confirmed address. Returns how many. */
export async function tellSubscribers(ctx: Pick<Ctx, 'db' | 'now'>, networkId: string, news?: News): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const [page] = await db.select().from(networkPages).where(eq(networkPages.networkId, networkId));
		if (!page) return 0;
		const waiting = await db
			.select()
			.from(networkSubscriptions)
			.where(and(eq(networkSubscriptions.networkId, networkId), eq(networkSubscriptions.state, 'confirmed')));
		const { name, slug, tagline } = page.content;
		const told = news ?? {
			title: `${name} ist offen`,
			paragraphs: [`Sie wollten wissen, wann es losgeht: „${name}“ ist jetzt offen. ${tagline}`],
			button: { text: 'Zum Netzwerk', href: `/netzwerke/${slug}` }
		};
		for (const { id, email } of waiting) {
			const leave = await signLink({ ...ctx, db }, { purpose: 'end-subscription', data: { subscription: id }, days: 3650 });
			await addMail(
				{ ...ctx, db },
				{
					to: email,
					template: 'letter',
					data: {
						...told,
						why: `Sie bekommen diese Mail, weil Sie sich bei „${name}“ vorgemerkt haben.`,
						leave: `/netzwerke/abmelden?schluessel=${leave}`
					}
				}
			);
		}
		return waiting.length;
	});
}

const daysUnconfirmed = 30;

/** The nightly round: addresses that nobody confirmed in a month are forgotten. Returns how many. */
export async function forgetUnconfirmed(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const before = new Date(ctx.now.getTime() - daysUnconfirmed * 86_400_000);
	const gone = await ctx.db
		.delete(networkSubscriptions)
		.where(and(eq(networkSubscriptions.state, 'requested'), lt(networkSubscriptions.requestedAt, before)))
		.returning({ id: networkSubscriptions.id });
	return gone.length;
}
