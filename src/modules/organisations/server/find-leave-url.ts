import type { Env } from '#lib/server/env.ts';
import { leaveUrl } from '#lib/server/oidc.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findProviderSession } from '#modules/people/server/find-provider-session.ts';
import { providerByVia } from './internal/providers.ts';

/** Where the provider at which the asking session began ends its own session as well; null for other ways in, or when it is away. Ask before the session ends. */
export async function findLeaveUrl(ctx: Ctx, env: Env): Promise<{ url: string; name: string } | null> {
	const session = await findProviderSession(ctx);
	const provider = session && (await providerByVia(ctx, { via: session.via, env }));
	if (!provider) return null;
	const returnTo = `${env.baseUrl}/anmelden?abgemeldet=ja`;
	const url = await leaveUrl(provider.client, { idToken: session.idToken, returnTo }).catch(() => null);
	return url ? { url, name: provider.name } : null;
}
