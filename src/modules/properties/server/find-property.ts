import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { scopeOf } from '../policy.ts';
import type { Property } from '../to-space.ts';
import { properties } from './tables.ts';

/** The part of the register that whoever asks may see: their municipalities' and their own. `false` sees nothing. */
export function visibleProperties(ctx: Ctx): SQL | undefined | false {
	const scope = scopeOf(ctx.actor);
	if (scope === 'all') return undefined;
	if (!scope) return false;
	const own = eq(properties.ownerPersonId, scope.ownerPersonId);
	return scope.ags.length ? or(inArray(properties.ags, scope.ags), own) : own;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The whole property for those who look after it. Throws 404 for everybody else, whether it is there or not. */
export async function findProperty(ctx: Ctx, id: string): Promise<Property> {
	const scope = visibleProperties(ctx);
	if (scope === false || !uuid.test(id)) throw notFound();
	const [row] = await ctx.db
		.select()
		.from(properties)
		.where(and(eq(properties.id, id), scope));
	if (!row) throw notFound();
	return row;
}
