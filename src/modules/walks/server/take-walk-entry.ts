import { eq, sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { forbidden, notFound, Refusal } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { propertyForm } from '#modules/properties/forms.ts';
import { addMedia, type Upload } from '#modules/properties/server/add-media.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { findNearby } from '#modules/properties/server/find-nearby.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { propertyTypes } from '#modules/properties/vocabulary.ts';
import type { WalkInput } from '../forms.ts';
import { mayWalk } from '../policy.ts';
import { sizeClasses, type WalkAnswer } from '../walk.ts';
import { walkEntries } from './tables.ts';

type Sent = WalkInput & { store: Store; uploads: Upload[] };

/**
 * Takes one entry of a walk, once: the same id again gives the same answer. Asks back where the house changed after the phone had left, or where the new one
 * may be there already, unless `anyway`. What cannot be taken is answered as `refused` with a sentence; 403 for who may not walk here.
 */
export async function takeWalkEntry(ctx: Ctx, entry: Sent): Promise<WalkAnswer> {
	if (!mayWalk(ctx.actor, entry.ags)) throw forbidden();
	try {
		return await ctx.db.transaction(async (db) => {
			const within = { ...ctx, db };
			// A page that was left in mid-sending and opened again sends the same entry while the first is still being taken.
			await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${entry.id}, 0))`);
			return (await answeredBefore(within, entry.id)) ?? (entry.kind === 'new' ? takeNew(within, entry) : takeSeen(within, entry));
		});
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const message = error.status === 404 ? 'Dieses Haus steht nicht mehr in Ihrem Register.' : error.message;
		return { outcome: 'refused', message };
	}
}

async function answeredBefore(ctx: Ctx, id: string): Promise<WalkAnswer | null> {
	const [known] = await ctx.db
		.select({ propertyId: walkEntries.propertyId, title: properties.title })
		.from(walkEntries)
		.innerJoin(properties, eq(properties.id, walkEntries.propertyId))
		.where(eq(walkEntries.id, id));
	return known ? { outcome: 'taken', ...known } : null;
}

/** A phone's clock may be wrong: nothing was seen in the future. */
const seenAt = ({ now }: Pick<Ctx, 'now'>, madeAt: Date): Date => (madeAt > now ? now : madeAt);

async function keep(ctx: Ctx, { id, ags, kind, note, madeAt }: WalkInput, propertyId: string): Promise<void> {
	const by = { byPersonId: ctx.actor?.id ?? null, takenAt: ctx.now, madeAt: seenAt(ctx, madeAt) };
	await ctx.db.insert(walkEntries).values({ id, ags, kind, note: note ?? null, propertyId, ...by });
	await recordEvent(ctx, 'walk.taken', { subjectId: propertyId, data: { entry: id, kind } });
}

async function takeSeen(ctx: Ctx, entry: Sent): Promise<WalkAnswer> {
	const house = await findProperty(ctx, entry.propertyId ?? '');
	if (house.ags !== entry.ags) throw notFound();
	if (entry.version !== undefined && house.version !== entry.version && !entry.anyway)
		return { outcome: 'conflict', title: house.title, changedAt: house.updatedAt.toISOString() };
	const at = seenAt(ctx, entry.madeAt);
	if (entry.kind === 'holds' && (house.lastConfirmedAt === null || house.lastConfirmedAt < at))
		await confirmProperties({ ...ctx, now: at }, [house.id]);
	await keep(ctx, entry, house.id);
	if (entry.uploads.length) await addMedia(ctx, { id: house.id, store: entry.store, uploads: entry.uploads });
	return { outcome: 'taken', propertyId: house.id, title: house.title };
}

async function takeNew(ctx: Ctx, entry: Sent): Promise<WalkAnswer> {
	const { ags, lat, lon, street, houseNumber, propertyType, sizeClass, note } = entry;
	const [town] = await ctx.db
		.select({ name: municipalities.nameShort, postalCode: municipalities.postalCode })
		.from(municipalities)
		.where(eq(municipalities.ags, ags));
	const place = { street, houseNumber, city: town?.name, postalCode: town?.postalCode ?? undefined };
	const point = lat === undefined ? {} : { lat, lon, locationSource: 'pin' };
	if (!entry.anyway) {
		const twins = await findNearby(ctx, { ...place, ...point, ags });
		if (twins.length) return { outcome: 'duplicate', twins: twins.map(({ id, title, metres }) => ({ id, title, metres })) };
	}
	const where = [street, houseNumber].filter(Boolean).join(' ');
	const title = [propertyTypes[propertyType === 'unknown' ? 'other' : propertyType], where || town?.name].filter(Boolean).join(' ');
	const area = sizeClass ? { usableAreaM2: sizeClasses[sizeClass].areaM2, areaBasis: 'estimated' } : {};
	const input = propertyForm.parse({ title: title.slice(0, 120), propertyType, ...place, ...point, ...area, summary: note?.slice(0, 600) });
	const { id } = await createProperty(ctx, { ags, input });
	await keep(ctx, entry, id);
	if (entry.uploads.length) await addMedia(ctx, { id, store: entry.store, uploads: entry.uploads });
	return { outcome: 'taken', propertyId: id, title };
}
