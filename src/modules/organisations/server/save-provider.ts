import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Env } from '#lib/server/env.ts';
import { whyNotAsk } from '#lib/server/guarded-fetch.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { endProviderSessions } from '#modules/people/server/end-provider-sessions.ts';
import { lockAway } from '#modules/people/server/vault.ts';
import type { ProviderInput } from '../forms.ts';
import { mayTrustProvider } from '../policy.ts';
import { whyNotRoute } from '../provider.ts';
import { findProvider, type ProviderSettings } from './find-provider.ts';
import { managingFreshly } from './internal/managing-freshly.ts';
import { aboutProvider } from './internal/providers.ts';
import { tell } from './internal/tell.ts';
import { saveMailDomains } from './save-mail-domains.ts';
import { identityProviders, providerDomains, providerGroups } from './provider-tables.ts';
import { organisations } from './tables.ts';

type Wish = ProviderInput & { id: string; env: Env };

/**
 * Enters or changes the identity provider of an organisation. A secret is never sent to an address it was not typed for, and the trust in a second factor is the
 * administration's alone: both fall away with another issuer, as do the sessions that began at the old one.
 */
export async function saveProvider(ctx: Ctx, { id, env, ...wish }: Wish): Promise<void> {
	const actor = managingFreshly(ctx, id);
	const against = whyNotAsk(wish.issuer, { allowPrivate: env.OIDC_ALLOW_PRIVATE });
	if (against) throw refused('issuer', against, 'issuer');
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update');
		const { organisation, provider: known } = await findProvider(inside, id);
		await routeDomains(inside, { organisation, known, domains: wish.domains, env });
		const moved = known !== null && (known.issuer !== wish.issuer || known.clientId !== wish.clientId);
		if ((!known || moved) && !wish.clientSecret)
			throw refused(
				'secret',
				'Bitte das Client-Secret eingeben; es gilt nur für die Adresse, für die es eingetragen wurde.',
				'clientSecret'
			);
		const kept = known && !moved ? known : { trustsMfa: false, mfaAcr: null };
		const trust = mayTrustProvider(actor)
			? { trustsMfa: wish.trustsMfa, mfaAcr: wish.mfaAcr ?? null }
			: { trustsMfa: kept.trustsMfa, mfaAcr: kept.mfaAcr };
		const { issuer, clientId, groupsClaim, createsPeople } = wish;
		const providerId = known?.id ?? newId();
		await write(inside, { providerId, organisationId: id, wish, row: { issuer, clientId, groupsClaim, createsPeople, ...trust } });
		if (moved) await endProviderSessions(inside, { via: providerId, all: true });
		await tellChanges(inside, {
			id,
			known,
			after: { issuer, clientId, groupsClaim, createsPeople, ...trust, domains: wish.domains, groups: wish.groups }
		});
	});
}

type Row = Pick<typeof identityProviders.$inferInsert, 'issuer' | 'clientId' | 'groupsClaim' | 'createsPeople' | 'trustsMfa' | 'mfaAcr'>;

async function write(
	ctx: Ctx,
	{ providerId, organisationId, wish, row }: { providerId: string; organisationId: string; wish: ProviderInput; row: Row }
): Promise<void> {
	const sealed = wish.clientSecret && (await lockAway(ctx, { text: wish.clientSecret, about: aboutProvider(organisationId) }));
	const next = { ...row, updatedAt: ctx.now, ...(sealed && { clientSecret: sealed }) };
	const { rowCount } = await ctx.db.update(identityProviders).set(next).where(eq(identityProviders.id, providerId));
	if (!rowCount) await ctx.db.insert(identityProviders).values({ id: providerId, organisationId, clientSecret: '', ...next });
	await ctx.db.delete(providerDomains).where(eq(providerDomains.providerId, providerId));
	await ctx.db.delete(providerGroups).where(eq(providerGroups.providerId, providerId));
	if (wish.domains.length) await ctx.db.insert(providerDomains).values(wish.domains.map((domain) => ({ domain, providerId })));
	if (wish.groups.length) await ctx.db.insert(providerGroups).values(wish.groups.map((group) => ({ ...group, providerId })));
}

type Routing = { organisation: ProviderSettings['organisation']; known: ProviderSettings['provider']; domains: string[]; env: Env };

/** Asks the rule, and lets the office add a domain to the ones that it has checked. */
async function routeDomains(ctx: Ctx, { organisation, known, domains, env }: Routing): Promise<void> {
	const own = known ? ne(providerDomains.providerId, known.id) : undefined;
	const others = domains.length
		? await ctx.db
				.select({ domain: providerDomains.domain })
				.from(providerDomains)
				.where(and(inArray(providerDomains.domain, domains), own))
		: [];
	const taken = [...others.map(({ domain }) => domain), ...(env.OIDC_ISSUER ? env.OIDC_DOMAINS : [])];
	const why = whyNotRoute({ isOffice: isOffice(ctx.actor), domains, known: organisation.mailDomains, taken });
	if (why) throw refused(why.code, why.message, 'domains');
	const more = domains.filter((domain) => !organisation.mailDomains.includes(domain));
	if (more.length) await saveMailDomains(ctx, { id: organisation.id, domains: [...organisation.mailDomains, ...more] });
}

type Said = Record<string, unknown> & { groups: ProviderInput['groups'] };
const inWords = ({ groups, ...rest }: Said): Record<string, unknown> => ({
	...rest,
	groups: groups.map(({ group, rights }) => `${group}: ${rights}`)
});

async function tellChanges(
	ctx: Ctx,
	{ id, known, after }: { id: string; known: ProviderSettings['provider']; after: Said }
): Promise<void> {
	const [was, is]: Record<string, unknown>[] = [known ? inWords(known) : {}, inWords(after)];
	const changed = Object.keys(is ?? {}).filter((key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]));
	const only = (side: Record<string, unknown> = {}) =>
		Object.fromEntries(changed.filter((key) => key in side).map((key) => [key, side[key]]));
	await tell(ctx, id, { kind: 'provider.saved', before: only(was), after: only(is) });
}
