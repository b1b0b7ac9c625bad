import { eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayDecideClaims } from '../policy.ts';
import { tell } from './internal/tell.ts';
import { organisations } from './tables.ts';

/** The official mail domains of an organisation, checked by the office by hand: whoever reads mail there may claim it. */
export async function saveMailDomains(ctx: Ctx, { id, domains }: { id: string; domains: string[] }): Promise<void> {
	if (!mayDecideClaims(ctx.actor)) throw forbidden();
	await ctx.db.transaction(async (db) => {
		const [known] = await db
			.select({ before: organisations.mailDomains })
			.from(organisations)
			.where(eq(organisations.id, id))
			.for('update');
		if (!known) throw notFound();
		const mailDomains = [...new Set(domains)];
		await db.update(organisations).set({ mailDomains, updatedAt: ctx.now }).where(eq(organisations.id, id));
		await tell({ ...ctx, db }, id, { kind: 'organisation.domains_saved', before: { mailDomains: known.before }, after: { mailDomains } });
	});
}
