import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ProfileInput } from '../forms.ts';
import type { ActorProfile } from '../to-public-request.ts';
import { slugFor } from './internal/give-slug.ts';
import { actorProfiles } from './tables.ts';

/** Who we are, as others read it; the first save makes the profile. Returns its id. */
export async function saveProfile(ctx: Ctx, input: ProfileInput): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	const before = await findOwnProfile(ctx);
	const values = {
		name: input.name,
		tagline: input.tagline ?? null,
		actorKind: input.actorKind,
		legalForm: input.legalForm ?? null,
		size: input.size ?? null,
		offers: input.offers,
		contactEmail: input.contactEmail ?? null,
		contactPhone: input.contactPhone ?? null,
		updatedAt: ctx.now
	};
	if (before) {
		await ctx.db.update(actorProfiles).set(values).where(eq(actorProfiles.id, before.id));
		return before.id;
	}
	const id = newId();
	await ctx.db.insert(actorProfiles).values({ ...values, id, personId: ctx.actor.id, slug: slugFor(input.name, id), createdAt: ctx.now });
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
