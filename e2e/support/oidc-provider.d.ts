/** As much of the library as the journeys use. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> };
	type Context = { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } };

	export default class Provider {
		constructor(issuer: string, configuration: Record<string, unknown>);
		Grant: new (of: { clientId: string; accountId: string }) => Grant;
		callback(): (request: IncomingMessage, response: ServerResponse) => void;
		interactionFinished(request: IncomingMessage, response: ServerResponse, result: Record<string, unknown>): Promise<void>;
	}
	export type { Context };
}
