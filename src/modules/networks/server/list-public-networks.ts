import { asc } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { NetworkPage } from '../network.ts';
import type { ShownMember } from '../shown-member.ts';
import { listShownMembers } from './internal/list-shown-members.ts';
import { networkPages } from './tables.ts';

export type NetworkCard = Pick<
	NetworkPage,
	'id' | 'slug' | 'name' | 'tagline' | 'summary' | 'openness' | 'phase' | 'accent' | 'stateCode' | 'feeCents' | 'isDemo' | 'logo' | 'host'
> & { actionFields: string[]; valuesVersion: number | null; members: ShownMember[]; publishedAt: Date };

/** Every published network as a card, by name, with who belongs to it. */
export async function listPublicNetworks(ctx: Pick<Ctx, 'db' | 'now'>): Promise<NetworkCard[]> {
	const rows = await ctx.db.select().from(networkPages).orderBy(asc(networkPages.slug));
	const members = await listShownMembers(
		ctx,
		rows.map(({ networkId }) => networkId)
	);
	return rows.map(({ networkId, publishedAt, content }) => {
		const { id, slug, name, tagline, summary, openness, phase, accent, stateCode, feeCents, isDemo, logo = null, host = null } = content;
		return {
			...{ id, slug, name, tagline, summary, openness, phase, accent, stateCode, feeCents, isDemo, logo, host, publishedAt },
			actionFields: content.fields.map(({ title }) => title),
			valuesVersion: content.values?.version ?? null,
			members: members.filter((member) => member.networkId === networkId)
		};
	});
}
