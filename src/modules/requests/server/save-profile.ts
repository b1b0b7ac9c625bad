import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ProfileInput } from '../forms.ts';
import type { ActorProfile } from '../to-public-request.ts';
import { slugFor } from './internal/give-slug.ts';
import { actorProfiles } from './tables.ts';

const columnsOf = (ctx: Ctx, input: ProfileInput) => ({
	name: input.name,
	tagline: input.tagline ?? null,
	actorKind: input.actorKind,
	legalForm: input.legalForm ?? null,
	size: input.size ?? null,
	offers: input.offers,
	contactEmail: input.contactEmail ?? null,
	contactPhone: input.contactPhone ?? null,
	updatedAt: ctx.now
});

/** Who we are, as others read it; the first save makes the profile. `profileId`: another of one's own, as of a group one speaks for. Returns its id. Throws 401, 404. */
export async function saveProfile(ctx: Ctx, input: ProfileInput, profileId?: string): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	const before = profileId ? { id: profileId } : await findOwnProfile(ctx);
	if (!before) return addProfile(ctx, input);
	const own = and(eq(actorProfiles.id, before.id), eq(actorProfiles.personId, ctx.actor.id));
	const { rowCount } = await ctx.db.update(actorProfiles).set(columnsOf(ctx, input)).where(own);
	if (!rowCount) throw notFound();
	return before.id;
}

/** A further profile: somebody who speaks for a group seeks in its name beside their own. Returns its id. */
export async function addProfile(ctx: Ctx, input: ProfileInput): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	const id = newId();
	const stamp = { slug: slugFor(input.name, id), createdAt: ctx.now };
	await ctx.db.insert(actorProfiles).values({ ...columnsOf(ctx, input), ...stamp, id, personId: ctx.actor.id });
	return id;
}

export async function findOwnProfile(ctx: Ctx): Promise<ActorProfile | null> {
	if (!ctx.actor) return null;
	const [row] = await ctx.db
		.select()
		.from(actorProfiles)
		.where(eq(actorProfiles.personId, ctx.actor.id))
		.orderBy(actorProfiles.createdAt)
		.limit(1);
	return row ?? null;
}

/** The profile that a request needs: one's own, or a first one in one's own name. */
export async function ensureProfile(ctx: Ctx): Promise<string> {
	const own = await findOwnProfile(ctx);
	if (own) return own.id;
	if (!ctx.actor) throw unauthenticated();
	return saveProfile(ctx, { name: ctx.actor.name, actorKind: 'group_in_formation', offers: [] });
}
