import { and, eq, ne } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { OwnershipInput } from '../../forms.ts';
import { whyNotOwn } from '../../owner.ts';
import { ownerships } from '../tables.ts';

/** Throws what stands against an ownership beside the others of its house. `id`: the one that is changed. */
export async function checkOwnership(
	ctx: Ctx,
	own: OwnershipInput,
	{ propertyId, ownerId, id }: { propertyId: string; ownerId?: string; id?: string }
): Promise<void> {
	const others = await ctx.db
		.select()
		.from(ownerships)
		.where(and(eq(ownerships.propertyId, propertyId), id ? ne(ownerships.id, id) : undefined));
	if (!own.until && others.some((other) => other.ownerId === ownerId && other.right === own.right && other.until === null))
		throw refused('twice', 'Diese Person steht mit diesem Recht schon bei diesem Haus.');
	const why = whyNotOwn(own, others);
	if (why) throw refused(why.code, why.message, why.field);
}
