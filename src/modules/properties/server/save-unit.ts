import { and, eq, max, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { UnitInput } from '../forms.ts';
import { mayEdit } from '../policy.ts';
import { findProperty } from './find-property.ts';
import { properties, units } from './tables.ts';
import { afterChange } from './update-property.ts';

const orNull = (input: UnitInput) => ({
	...input,
	areaMinM2: input.areaMinM2 ?? null,
	areaMaxM2: input.areaMaxM2 ?? null,
	divisibleFromM2: input.divisibleFromM2 ?? null,
	ceilingHeightM: input.ceilingHeightM ?? null,
	maxPersons: input.maxPersons ?? null,
	availableFrom: input.availableFrom ?? null,
	availableUntil: input.availableUntil ?? null,
	priceAmount: input.priceAmount ?? null,
	priceUnit: input.priceUnit ?? null
});

/** Notes who touched the property last; its parts are part of it. */
const touch = (ctx: Ctx, id: string) =>
	ctx.db
		.update(properties)
		.set({ version: sql`${properties.version} + 1`, updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null })
		.where(eq(properties.id, id));

/** Adds a part to a property, or changes one. Returns its id. */
export async function saveUnit(ctx: Ctx, { id, unitId, input }: { id: string; unitId?: string; input: UnitInput }): Promise<string> {
	const property = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, property)) throw forbidden();
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const mine = eq(units.propertyId, id);
		const values = orNull(input);
		if (unitId) {
			const changed = await db
				.update(units)
				.set(values)
				.where(and(mine, eq(units.id, unitId)))
				.returning({ id: units.id });
			if (!changed.length) throw notFound('Diesen Teil gibt es nicht mehr.');
		}
		const saved = unitId ?? newId();
		if (!unitId) {
			const [last] = await db
				.select({ position: max(units.position) })
				.from(units)
				.where(mine);
			await db.insert(units).values({ ...values, id: saved, propertyId: id, position: (last?.position ?? 0) + 1 });
		}
		await touch(within, id);
		await afterChange(within, property);
		return saved;
	});
}

export async function removeUnit(ctx: Ctx, { id, unitId }: { id: string; unitId: string }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, property)) throw forbidden();
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const gone = await db
			.delete(units)
			.where(and(eq(units.propertyId, id), eq(units.id, unitId)))
			.returning({ id: units.id });
		if (!gone.length) throw notFound('Diesen Teil gibt es nicht mehr.');
		await touch(within, id);
		await afterChange(within, property);
	});
}
