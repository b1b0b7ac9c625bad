import { isDeepStrictEqual } from 'node:util';
import { and, count, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotPublish, type NetworkPage } from '../network.ts';
import { mayEditPage, mayLookInside, mayRunNetwork, maySeeMembers } from '../policy.ts';
import { toNetworkPage, type NetworkWhole } from '../to-network-page.ts';
import { loadWhole } from './load-whole.ts';
import { networkFor } from './internal/network-for.ts';
import { memberships, networkPages, networkSubscriptions } from './tables.ts';

export type NetworkDesk = NetworkWhole & {
	/** What the page would be if it were published now, and what stands against it. */
	preview: NetworkPage;
	missing: string[];
	publishedAt: Date | null;
	/** Something was changed after the last publication. */
	isAhead: boolean;
	may: { edit: boolean; run: boolean; seeMembers: boolean };
	/** Organisations by state, and confirmed addresses. */
	figures: { states: Record<string, number>; subscribers: number };
};

/** A network as those who work in it see it. 404 for everybody else. */
export async function findNetwork(ctx: Ctx, slug: string): Promise<NetworkDesk> {
	const { network, standing } = await networkFor(ctx, slug, mayLookInside);
	const whole = await loadWhole(ctx, network);
	const preview = toNetworkPage(whole);
	const [page] = await ctx.db.select().from(networkPages).where(eq(networkPages.networkId, network.id));
	const states = await ctx.db
		.select({ state: memberships.state, n: count() })
		.from(memberships)
		.where(eq(memberships.networkId, network.id))
		.groupBy(memberships.state);
	const confirmed = and(eq(networkSubscriptions.networkId, network.id), eq(networkSubscriptions.state, 'confirmed'));
	const [subscribers] = await ctx.db.select({ n: count() }).from(networkSubscriptions).where(confirmed);
	return {
		...whole,
		preview,
		missing: whyNotPublish(preview),
		publishedAt: page?.publishedAt ?? null,
		isAhead: !page || !isDeepStrictEqual(page.content, JSON.parse(JSON.stringify(preview))),
		may: {
			edit: mayEditPage(ctx.actor, standing),
			run: mayRunNetwork(ctx.actor, standing),
			seeMembers: maySeeMembers(ctx.actor, standing)
		},
		figures: { states: Object.fromEntries(states.map(({ state, n }) => [state, n])), subscribers: subscribers?.n ?? 0 }
	};
}
