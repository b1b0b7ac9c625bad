import { eq, sql, type SQL } from 'drizzle-orm';
import type { Env } from '#lib/server/env.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { takeOut } from '#modules/people/server/vault.ts';
import { installationSlug, installationVia, type GroupRule, type Provider } from '../../provider.ts';
import { ensureMunicipalityOrganisation } from '../ensure-municipality-organisation.ts';
import { identityProviders, providerDomains, providerGroups } from '../provider-tables.ts';
import { organisations } from '../tables.ts';

export const aboutProvider = (organisationId: string): string => `client secret of ${organisationId}`;

type Row = { provider: typeof identityProviders.$inferSelect; slug: string; name: string; mailDomains: string[] };

async function readProvider(ctx: Pick<Ctx, 'db'>, env: Env, row: Row): Promise<Provider> {
	const { provider, slug, name, mailDomains } = row;
	const { id, organisationId, issuer, clientId, groupsClaim, createsPeople, trustsMfa, mfaAcr } = provider;
	const domains = await ctx.db.select({ domain: providerDomains.domain }).from(providerDomains).where(eq(providerDomains.providerId, id));
	const groups = await ctx.db.select().from(providerGroups).where(eq(providerGroups.providerId, id)).orderBy(providerGroups.group);
	return {
		...{ via: id, slug, name, groupsClaim, createsPeople, trustsMfa, mfaAcr, roles: [] },
		client: {
			issuer,
			clientId,
			clientSecret: await takeOut(ctx, { sealed: provider.clientSecret, about: aboutProvider(organisationId) }),
			allowPrivate: env.OIDC_ALLOW_PRIVATE
		},
		domains: domains.map(({ domain }) => domain).filter((domain) => mailDomains.includes(domain)),
		rules: groups.map(({ group, rights, ...rule }) => ({ organisationId, group, function: rule.function, rights }))
	};
}

async function providerThat(ctx: Pick<Ctx, 'db'>, env: Env, where: SQL): Promise<Provider | null> {
	const [row] = await ctx.db
		.select({ provider: identityProviders, slug: organisations.slug, name: organisations.name, mailDomains: organisations.mailDomains })
		.from(identityProviders)
		.innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
		.where(where);
	return row ? readProvider(ctx, env, row) : null;
}

/** What the operator's environment says (`OIDC_*`), in the same shape; null when it says nothing. */
async function installationProvider(ctx: Pick<Ctx, 'db' | 'now'>, env: Env): Promise<Provider | null> {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ALLOW_PRIVATE: allowPrivate } = env;
	if (!issuer || !clientId || !clientSecret) return null;
	const rules: GroupRule[] = [];
	for (const { group, ags, rights } of env.OIDC_SEATS)
		rules.push({ organisationId: await ensureMunicipalityOrganisation(ctx, ags), group, function: 'administration', rights });
	const roles = [
		{ role: 'office', group: env.OIDC_OFFICE_GROUP },
		{ role: 'admin', group: env.OIDC_ADMIN_GROUP }
	] as const;
	return {
		...{ via: installationVia, slug: installationSlug, name: env.OIDC_NAME, groupsClaim: env.OIDC_GROUPS_CLAIM, rules },
		client: { issuer, clientId, clientSecret, allowPrivate },
		domains: env.OIDC_DOMAINS,
		roles: roles.flatMap(({ role, group }) => (group ? [{ role, group }] : [])),
		...{ createsPeople: env.OIDC_CREATES_PEOPLE, trustsMfa: env.OIDC_TRUSTS_MFA, mfaAcr: env.OIDC_MFA_ACR ?? null }
	};
}

export const providerBySlug = (ctx: Pick<Ctx, 'db' | 'now'>, { slug, env }: { slug: string; env: Env }): Promise<Provider | null> =>
	slug === installationSlug ? installationProvider(ctx, env) : providerThat(ctx, env, eq(organisations.slug, slug));

export const providerByVia = (ctx: Pick<Ctx, 'db' | 'now'>, { via, env }: { via: string; env: Env }): Promise<Provider | null> =>
	via === installationVia ? installationProvider(ctx, env) : providerThat(ctx, env, sql`${identityProviders.id}::text = ${via}`);
