import type { Env } from '#lib/server/env.ts';
import { readLogoutToken } from '#lib/server/oidc.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { endProviderSessions } from '#modules/people/server/end-provider-sessions.ts';
import { failed } from './internal/failed.ts';
import { providerBySlug } from './internal/providers.ts';

/** A provider says that somebody has signed out there (OpenID Connect Back-Channel Logout): their sessions here end too. Only a token that it signed counts. Returns how many. */
export async function endSessionsOfProvider(
	ctx: Ctx,
	{ slug, token, address, env }: { slug: string; token: string; address: string; env: Env }
): Promise<number> {
	await countTry(ctx, { what: 'provider logout net', who: truncateAddress(address), limit: 300, minutes: 15 });
	const provider = await providerBySlug(ctx, { slug, env });
	if (!provider) throw failed('gone');
	const notice = await readLogoutToken(provider.client, { token, now: ctx.now }).catch(() => null);
	if (!notice) throw refused('logout-token', 'Dieses Logout-Token ist nicht von diesem Anmeldedienst, oder es ist zu alt.');
	return endProviderSessions(ctx, { via: provider.via, ...notice });
}
