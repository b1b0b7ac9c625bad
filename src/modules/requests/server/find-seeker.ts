import { eq } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findRequest } from './find-request.ts';
import { actorProfiles, spaceRequests } from './tables.ts';

/** Who stands behind a request that whoever asks may see, as far as writing to them needs it; by its slug or id. */
export type Seeker = { personId: string; name: string; title: string; href: string };

/** Throws 401, 403 for one's own, 404. */
export async function findSeeker(ctx: Ctx, key: string): Promise<Seeker> {
	if (!ctx.actor) throw unauthenticated();
	const request = await findRequest(ctx, key);
	if (request.isOwn) throw forbidden('Das ist Euer eigenes Gesuch.');
	const [row] = await ctx.db
		.select({ personId: actorProfiles.personId })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(eq(spaceRequests.id, request.id));
	return { personId: row?.personId ?? '', name: request.actor.name, title: request.title, href: `/gesuche/${request.slug}` };
}
