import { asc, eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayLookInside, mayManageOrganisation } from '../policy.ts';
import type { GroupRule } from '../provider.ts';
import { identityProviders, providerDomains, providerGroups } from './provider-tables.ts';
import { organisations } from './tables.ts';

export type ProviderSettings = {
	organisation: { id: string; slug: string; name: string; mailDomains: string[] };
	/** Null when none is entered yet. The secret is kept sealed and never shown again. */
	provider:
		| (Omit<typeof identityProviders.$inferSelect, 'clientSecret'> & { domains: string[]; groups: Omit<GroupRule, 'organisationId'>[] })
		| null;
};

/** How an organisation's identity provider is set, for those who manage it. Throws notFound for strangers, 403 for its other people. */
export async function findProvider(ctx: Ctx, organisationId: string): Promise<ProviderSettings> {
	if (!mayLookInside(ctx.actor, organisationId)) throw notFound();
	if (!mayManageOrganisation(ctx.actor, organisationId)) throw forbidden('Den Anmeldedienst trägt ein, wer die Organisation verwaltet.');
	const [organisation] = await ctx.db
		.select({ id: organisations.id, slug: organisations.slug, name: organisations.name, mailDomains: organisations.mailDomains })
		.from(organisations)
		.where(eq(organisations.id, organisationId));
	if (!organisation) throw notFound();
	const [row] = await ctx.db.select().from(identityProviders).where(eq(identityProviders.organisationId, organisationId));
	if (!row) return { organisation, provider: null };
	const { clientSecret: _, ...provider } = row;
	const domains = await ctx.db
		.select({ domain: providerDomains.domain })
		.from(providerDomains)
		.where(eq(providerDomains.providerId, row.id))
		.orderBy(asc(providerDomains.domain));
	const groups = await ctx.db
		.select({ group: providerGroups.group, function: providerGroups.function, rights: providerGroups.rights })
		.from(providerGroups)
		.where(eq(providerGroups.providerId, row.id))
		.orderBy(asc(providerGroups.group));
	return { organisation, provider: { ...provider, domains: domains.map(({ domain }) => domain), groups } };
}
