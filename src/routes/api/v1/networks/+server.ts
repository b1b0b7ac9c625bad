import { answer, api, page } from '#lib/server/api.ts';
import { networkAnswer } from '#modules/networks/api-network.ts';
import { listPublicNetworks } from '#modules/networks/server/list-public-networks.ts';

/** Every published network with who belongs to it; they are few, so there is one page. */
export const GET = api(async (event) => {
	const networks = await listPublicNetworks(event.locals.ctx);
	const items = networks.map((network) => networkAnswer(network, event.locals.house.env.baseUrl));
	return answer(event, page(items, { next: null, total: items.length }));
});
