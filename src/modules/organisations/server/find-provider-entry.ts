import { and, eq, sql } from 'drizzle-orm';
import type { Env } from '#lib/server/env.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { domainOf } from '../claim.ts';
import { installationSlug } from '../provider.ts';
import { identityProviders, providerDomains } from './provider-tables.ts';
import { organisations } from './tables.ts';

/** What everybody may know of a provider: whose it is, and at which host it asks. */
export type ProviderEntry = { slug: string; name: string; host: string };

const entryOf = ({ slug, name, issuer }: { slug: string; name: string; issuer: string }): ProviderEntry => ({
	slug,
	name,
	host: new URL(issuer).hostname
});
const columns = { slug: organisations.slug, name: organisations.name, issuer: identityProviders.issuer };

/** The installation's own provider (`OIDC_*`), or null. */
export const installationEntry = ({ OIDC_ISSUER: issuer, OIDC_NAME: name }: Env): ProviderEntry | null =>
	issuer ? entryOf({ slug: installationSlug, name, issuer }) : null;

/** The provider behind `/anmelden/dienst/{slug}`, or null. */
export async function findProviderEntry(ctx: Pick<Ctx, 'db'>, { slug, env }: { slug: string; env: Env }): Promise<ProviderEntry | null> {
	if (slug === installationSlug) return installationEntry(env);
	const [row] = await ctx.db
		.select(columns)
		.from(identityProviders)
		.innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
		.where(eq(organisations.slug, slug));
	return row ? entryOf(row) : null;
}

/** The provider that addresses like this one lead to, or null. It depends on the domain alone, so it says nothing about who has an account. */
export async function findProviderOf(ctx: Pick<Ctx, 'db'>, { email, env }: { email: string; env: Env }): Promise<ProviderEntry | null> {
	const domain = domainOf(email);
	if (env.OIDC_ISSUER && env.OIDC_DOMAINS.includes(domain)) return installationEntry(env);
	const [row] = await ctx.db
		.select(columns)
		.from(providerDomains)
		.innerJoin(identityProviders, eq(identityProviders.id, providerDomains.providerId))
		.innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
		.where(and(eq(providerDomains.domain, domain), sql`${domain} = any(${organisations.mailDomains})`));
	return row ? entryOf(row) : null;
}
