import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { OwnerInput, OwnershipInput } from '../forms.ts';
import { whyNotPurgeOn } from '../owner.ts';
import { checkOwnership } from './internal/own-house.ts';
import { ownerFor } from './internal/owner-for.ts';
import { enterHouse, tell } from './internal/town.ts';
import { owners, ownerships } from './tables.ts';

type NewOwner = { propertyId: string; owner: OwnerInput | { id: string }; ownership: OwnershipInput };

/** Writes down who owns a house: somebody new, or somebody who is known already (`owner.id`). Returns the id of the owner. Throws 404, 409 and 422. */
export async function addOwner(ctx: Ctx, { propertyId, owner, ownership }: NewOwner): Promise<string> {
	const house = await enterHouse(ctx, propertyId);
	const known = 'id' in owner ? await ownerFor(ctx, owner.id) : null;
	if (known && known.ags !== house.ags) throw notFound();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select 1 from properties where id = ${propertyId} for update`);
		await checkOwnership(inside, ownership, { propertyId, ownerId: known?.id });
		const id = 'id' in owner ? owner.id : await insertOwner(inside, house.ags, owner);
		await db.insert(ownerships).values({ id: newId(), propertyId, ownerId: id, ...ownership, createdAt: ctx.now, updatedAt: ctx.now });
		await tell(inside, house.ags, { kind: 'owner.added', about: { house: house.reference } });
		return id;
	});
}

async function insertOwner(ctx: Ctx, ags: string, input: OwnerInput): Promise<string> {
	const today = dayOf(ctx.now);
	const why = whyNotPurgeOn(input.purgeOn, today);
	if (why) throw refused(why.code, why.message, why.field);
	const id = newId();
	await ctx.db.insert(owners).values({ id, ags, ...input, knownSince: today, createdAt: ctx.now, updatedAt: ctx.now });
	return id;
}
