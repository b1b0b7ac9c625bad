import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { sideOf, type Side } from '../policy.ts';

export type PairKey = { spaceId: string; requestId: string };
export type Pair = PairKey & {
	side: Side;
	seekerId: string;
	ags: string;
	ownerId: string | null;
	spaceTitle: string;
	requestTitle: string;
	directContact: boolean;
	isOpen: boolean;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One pair as seen by one of its two sides; 404 for everybody else. A private request is a pair for its own people only. */
export async function findPair(ctx: Ctx, { spaceId, requestId }: PairKey): Promise<Pair> {
	if (!uuid.test(spaceId) || !uuid.test(requestId)) throw notFound();
	const [property] = await ctx.db.select().from(properties).where(eq(properties.id, spaceId));
	const [seek] = await ctx.db
		.select({ request: spaceRequests, seekerId: actorProfiles.personId })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(eq(spaceRequests.id, requestId));
	if (!property || !seek) throw notFound();
	const { ags, ownerPersonId, directContact } = property;
	const side = sideOf(ctx.actor, { seekerId: seek.seekerId, ags, ownerPersonId });
	if (!side || (side === 'provider' && seek.request.visibility === 'private')) throw notFound();
	const isPublic = property.publicationState === 'public' || property.publicationState === 'public_blurred';
	if (side === 'seeker' && !isPublic && !property.publishedAt) throw notFound();
	const isOpen = isPublic && seek.request.requestState === 'published';
	return {
		spaceId,
		requestId,
		side,
		seekerId: seek.seekerId,
		ags,
		ownerId: ownerPersonId,
		spaceTitle: property.title,
		requestTitle: seek.request.title,
		directContact,
		isOpen
	};
}
