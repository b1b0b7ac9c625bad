import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Owner } from '../../policy.ts';
import { municipalities, organisations } from '../tables.ts';

export type ContactOwner = Owner & { name: string; isShown: boolean };

/** Whose contact points are meant: a municipality by its key, which may have no row of its own yet, or an organisation by its id. Throws notFound. */
export async function contactOwner(ctx: Pick<Ctx, 'db'>, key: string): Promise<ContactOwner> {
	const isAgs = /^\d{8}$/.test(key);
	const [own] = await ctx.db
		.select({ id: organisations.id, ags: organisations.ags, name: organisations.name, publishedAt: organisations.publishedAt })
		.from(organisations)
		.where(isAgs ? eq(organisations.ags, key) : eq(organisations.id, key));
	if (own) return { id: own.id, ags: own.ags, name: own.name, isShown: own.ags !== null || own.publishedAt !== null };
	const [place] = isAgs
		? await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, key))
		: [];
	if (!place) throw notFound(isAgs ? 'Diese Gemeinde gibt es im Register nicht.' : undefined);
	return { id: null, ags: key, name: place.name, isShown: true };
}
