import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { slugOf } from '../../place.ts';
import { places } from '../tables.ts';

/** An address that no place has yet; call it inside the transaction that takes it. */
export async function freeSlug(ctx: Pick<Ctx, 'db'>, name: string): Promise<string> {
	const base = slugOf(name);
	await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('places.slug'))`);
	for (const slug of [base, ...Array.from({ length: 30 }, (_, n) => `${base}-${n + 2}`)]) {
		const [taken] = await ctx.db.select({ id: places.id }).from(places).where(eq(places.slug, slug));
		if (!taken) return slug;
	}
	return `${base}-${newId().slice(-12)}`;
}
