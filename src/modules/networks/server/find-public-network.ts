import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { runsOn, type NetworkPage } from '../network.ts';
import type { ShownMember } from '../shown-member.ts';
import { listShownMembers } from './internal/list-shown-members.ts';
import { networkPages } from './tables.ts';

export type PublicNetwork = { page: NetworkPage; members: ShownMember[]; publishedAt: Date; today: string };

/** A published network by its slug, with who belongs to it and whose term runs today. Throws notFound. */
export async function findPublicNetwork(ctx: Pick<Ctx, 'db' | 'now'>, slug: string): Promise<PublicNetwork> {
	const [row] = await ctx.db.select().from(networkPages).where(eq(networkPages.slug, slug));
	if (!row) throw notFound('Dieses Netzwerk gibt es hier nicht, oder es zeigt sich noch nicht.');
	const today = dayOf(ctx.now);
	const page = { ...row.content, faces: row.content.faces.filter((face) => runsOn(face, today)) };
	return { page, members: await listShownMembers(ctx, [row.networkId]), publishedAt: row.publishedAt, today };
}
