import type { Ctx } from '../actor.ts';
import { startSession, type FromProvider } from './internal/start-session.ts';

type Opening = FromProvider & { personId: string; device: string; shown: boolean };

/** Opens a session for somebody whom an identity provider has vouched for. `shown`: it vouched for the second factor too. Returns the token for the cookie. */
export const openProviderSession = (ctx: Ctx, { personId, device, shown, ...from }: Opening): Promise<string> =>
	startSession(ctx, { personId, device, way: 'provider', shown, from });
