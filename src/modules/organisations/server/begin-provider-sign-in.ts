import type { Env } from '#lib/server/env.ts';
import { bindingOf, failureOf, signInUrl } from '#lib/server/oidc.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { providerPath, stateMinutes } from '../provider.ts';
import { providerBySlug } from './internal/providers.ts';
import { failed, orFailure } from './internal/failed.ts';
import { signInStates } from './provider-tables.ts';

type Wish = { slug: string; returnTo: string; address: string; env: Env };

/**
 * Begins a sign-in at an identity provider: returns where the browser goes, and the secret for its cookie. Of the secret only a hash of what follows from it
 * is kept, so neither the database nor the address alone can finish what began. Throws a refusal whose code is one of `failures`.
 */
export async function beginProviderSignIn(ctx: Ctx, { slug, returnTo, address, env }: Wish): Promise<{ url: string; secret: string }> {
	await orFailure('too-many', countTry(ctx, { what: 'provider net', who: truncateAddress(address), limit: 60, minutes: 15 }));
	const provider = await providerBySlug(ctx, { slug, env });
	if (!provider) throw failed('gone');
	const secret = newToken();
	const binding = bindingOf(secret);
	const redirectUri = `${env.baseUrl}${providerPath(slug)}/zurueck`;
	const acr = provider.trustsMfa ? provider.mfaAcr : null;
	const url = await signInUrl(provider.client, { redirectUri, binding, acr }).catch((error: unknown) => {
		throw failed(failureOf(error));
	});
	const expiresAt = new Date(ctx.now.getTime() + stateMinutes * 60_000);
	await ctx.db.insert(signInStates).values({ hash: hashToken(binding.state), via: provider.via, returnTo, expiresAt });
	return { url, secret };
}
