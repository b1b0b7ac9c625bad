import { eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { lockTour, stopRows, tourAtDesk } from './internal/tour-for.ts';
import { tourInterests, tourStops } from './tables.ts';

async function renumber(ctx: Ctx, ids: string[]): Promise<void> {
	await ctx.db.execute(sql`
		update tour_stops s set position = o.n - 1 from unnest(${sql.param(ids)}::uuid[]) with ordinality as o (id, n) where s.id = o.id`);
}

/** Moves a stop up or down by one, or takes it out. Throws 404, 409 where somebody is interested in its house already. */
export async function moveStop(
	ctx: Ctx,
	{ viewingId, stopId, move }: { viewingId: string; stopId: string; move: 'up' | 'down' | 'remove' }
): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await lockTour(inside, viewingId);
		const ids = (await stopRows(inside, viewingId)).map(({ id }) => id);
		const at = ids.indexOf(stopId);
		if (at < 0) throw refused('no-stop', 'Diesen Halt gibt es nicht mehr.');
		if (move === 'remove') {
			if (await db.$count(tourInterests, eq(tourInterests.stopId, stopId)))
				throw refused('interest', 'Hier hat schon jemand Interesse gezeigt. Der Halt bleibt, damit das nicht verloren geht.');
			await db.delete(tourStops).where(eq(tourStops.id, stopId));
			return;
		}
		const to = Math.min(ids.length - 1, Math.max(0, at + (move === 'up' ? -1 : 1)));
		ids.splice(at, 1);
		ids.splice(to, 0, stopId);
		await renumber(inside, ids);
	});
}

/** Puts all stops into this order. Throws 404, 409 where it is not the same stops any more. */
export async function sortStops(ctx: Ctx, { viewingId, order }: { viewingId: string; order: string[] }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await lockTour(inside, viewingId);
		const there = new Set((await stopRows(inside, viewingId)).map(({ id }) => id));
		if (there.size !== order.length || new Set(order).size !== order.length || order.some((id) => !there.has(id)))
			throw refused('changed', 'Inzwischen haben sich die Halte geändert. Bitte die Reihenfolge noch einmal ansehen.');
		await renumber(inside, order);
	});
}
