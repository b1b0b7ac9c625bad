import type { Ctx } from '#modules/people/actor.ts';
import { mayLookInside } from '../policy.ts';
import type { ShownMember } from '../shown-member.ts';
import { listShownMembers } from './internal/list-shown-members.ts';
import { networkFor } from './internal/network-for.ts';

/** Who would stand on the page, for the preview of those who work in the network. */
export async function previewMembers(ctx: Ctx, slug: string): Promise<ShownMember[]> {
	const { network } = await networkFor(ctx, slug, mayLookInside);
	return listShownMembers(ctx, [network.id]);
}
