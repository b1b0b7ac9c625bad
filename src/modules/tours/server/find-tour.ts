import type { Ctx } from '#modules/people/actor.ts';
import { measure, shortestOrder, type Measured } from '../route.ts';
import type { DeskStop } from '../tour.ts';
import { deskStop } from './internal/shown-stops.ts';
import { findChoices, type Choice } from './internal/stop-choices.ts';
import { stopsOf } from './internal/stops-of.ts';
import { tourAtDesk, type DeskTour } from './internal/tour-for.ts';

export type FoundTour = DeskTour & {
	stops: DeskStop[];
	way: Measured;
	staying: number;
	/** A shorter order, where there is one, as the ids of the stops. */
	shorter: { order: string[]; titles: string[]; metres: number } | null;
	choices: Choice[] | null;
};

/** A tour as its office plans it; `words`: houses to add, by name or street. 404 for everybody else. */
export async function findTour(ctx: Ctx, viewingId: string, { words = '' } = {}): Promise<FoundTour> {
	const found = await tourAtDesk(ctx, viewingId);
	const stops = (await stopsOf(ctx, viewingId)).map((stop, i) => deskStop(stop, i + 1));
	const way = measure(stops);
	const order = shortestOrder(stops).flatMap((n) => stops[n] ?? []);
	const isOther = order.some(({ n }, i) => n !== i + 1);
	return {
		...{ ...found, stops, way, staying: stops.reduce((sum, stop) => sum + stop.minutes, 0) },
		shorter: isOther ? { order: order.map(({ id }) => id), titles: order.map(({ title }) => title), metres: measure(order).metres } : null,
		choices: words.trim() ? await findChoices(ctx, { ags: found.organisation.ags ?? '', words }) : null
	};
}
