import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import type { StopInput } from '../forms.ts';
import { mostStops } from '../route.ts';
import { mayChoose } from './internal/stop-choices.ts';
import { lockTour, stopRows, tourAtDesk } from './internal/tour-for.ts';
import { tourStops } from './tables.ts';

const usual = { house: 15, free: 5 };

async function houseOf(ctx: Ctx, ags: string, propertyId: string): Promise<{ isMunicipal: boolean }> {
	const [house] = await ctx.db
		.select({ isMunicipal: properties.isMunicipal })
		.from(properties)
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(and(eq(properties.id, propertyId), mayChoose(ctx, ags)));
	if (!house) throw refused('no-house', 'Dieses Haus steht nicht im Register dieser Kommune.', 'haus');
	return house;
}

/** Adds a stop at the end: a house of the town, or a place with a name. A town need not ask anybody for its own house. Throws 404, 409, 422. */
export async function addStop(ctx: Ctx, { viewingId, input }: { viewingId: string; input: StopInput }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { organisation } = await lockTour(inside, viewingId);
		const there = await stopRows(inside, viewingId);
		if (there.length >= mostStops)
			throw refused('many-stops', `Mehr als ${mostStops} Halte nimmt niemand auf. Bitte zuerst einen herausnehmen.`);
		const at = { id: newId(), viewingId, position: (there.at(-1)?.position ?? -1) + 1 };
		if (!('propertyId' in input)) {
			const { title, lat = null, lon = null, minutes = usual.free } = input;
			await db.insert(tourStops).values({ ...at, title, lat, lon, minutes: Math.round(minutes), consent: 'not_needed' });
			return;
		}
		const { propertyId } = input;
		if (there.some((stop) => stop.propertyId === propertyId)) throw refused('twice', 'Dieses Haus ist schon ein Halt.');
		const { isMunicipal } = await houseOf(inside, organisation.ags ?? '', propertyId);
		await db.insert(tourStops).values({ ...at, propertyId, minutes: usual.house, consent: isMunicipal ? 'not_needed' : 'open' });
	});
}
