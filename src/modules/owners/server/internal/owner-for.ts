import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { owners, ownerships } from '../tables.ts';
import { enterTown } from './town.ts';

export type OwnerRow = typeof owners.$inferSelect;
export type OwnershipRow = typeof ownerships.$inferSelect;

/** An owner for whoever keeps them. Throws 404 for everybody else, whether they are there or not. */
export async function ownerFor(ctx: Ctx, id: string, how: { reads?: string } = {}): Promise<OwnerRow> {
	if (!isUuid(id)) throw notFound();
	const [owner] = await ctx.db.select().from(owners).where(eq(owners.id, id));
	if (!owner) throw notFound();
	await enterTown(ctx, owner.ags, how);
	return owner;
}

/** What an owner holds of a house, for whoever keeps them. Throws 404. */
export async function ownershipFor(ctx: Ctx, id: string): Promise<{ ownership: OwnershipRow; owner: OwnerRow }> {
	if (!isUuid(id)) throw notFound();
	const [ownership] = await ctx.db.select().from(ownerships).where(eq(ownerships.id, id));
	if (!ownership) throw notFound();
	return { ownership, owner: await ownerFor(ctx, ownership.ownerId) };
}
