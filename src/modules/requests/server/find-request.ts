import { and, eq, or, type SQL } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { isAdmin, type Ctx } from '#modules/people/actor.ts';
import { maySeeRequest } from '../policy.ts';
import { toPublicRequest, type ActorProfile, type PublicRequest, type SpaceRequest } from '../to-public-request.ts';
import { actorProfiles, spaceRequests } from './tables.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function load(ctx: Ctx, where: SQL | undefined): Promise<{ request: SpaceRequest; actor: ActorProfile } | null> {
	const [row] = await ctx.db
		.select({ request: spaceRequests, actor: actorProfiles })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(where);
	return row ?? null;
}

/** One request as others read it, by slug or id. 404 when whoever asks may not see it. */
export async function findRequest(ctx: Ctx, key: string): Promise<PublicRequest & { isOwn: boolean }> {
	const row = await load(ctx, uuid.test(key) ? or(eq(spaceRequests.id, key), eq(spaceRequests.slug, key)) : eq(spaceRequests.slug, key));
	if (!row || !maySeeRequest(ctx.actor, { ...row.request, personId: row.actor.personId }))
		throw notFound('Dieses Gesuch gibt es nicht, oder es ist nicht öffentlich.');
	return { ...toPublicRequest(row.request, row.actor), isOwn: row.actor.personId === ctx.actor?.id };
}

/** The whole request for those who wrote it and the administrator. 404 for everybody else. */
export async function findOwnRequest(ctx: Ctx, id: string): Promise<SpaceRequest & { personId: string }> {
	if (!ctx.actor || !uuid.test(id)) throw notFound();
	const scope = isAdmin(ctx.actor) ? undefined : eq(actorProfiles.personId, ctx.actor.id);
	const row = await load(ctx, and(eq(spaceRequests.id, id), scope));
	if (!row) throw notFound();
	return { ...row.request, personId: row.actor.personId };
}
