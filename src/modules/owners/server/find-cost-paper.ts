import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import { refused } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine } from '#modules/properties/address.ts';
import type { Costs } from '../holding-costs.ts';
import { costBlocks } from '../letter.ts';
import { costsOf } from './internal/costs-of.ts';
import { accent } from './internal/letters.ts';
import { enterHouse } from './internal/town.ts';

/** What doing nothing costs for one house in a year, as a sheet for a talk or a letter. Throws 404, and 409 where nothing can be reckoned. */
export async function findCostPaper(ctx: Ctx, { id, typed }: { id: string; typed: Costs }): Promise<Paper> {
	const house = await enterHouse(ctx, id);
	const today = dayOf(ctx.now);
	const costs = costsOf(house, { today, typed });
	if (!costs.sheet.lines.length)
		throw refused('nothing-known', 'Ohne Fläche und ohne Beträge lässt sich nichts rechnen. Bitte die Fläche im Register ergänzen.');
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, house.ags));
	const name = town?.name ?? '';
	return {
		title: 'Was das leere Haus im Jahr kostet',
		date: today,
		sender: { name },
		accent,
		lead: [house.title, addressLine(house)].filter(Boolean).join(', '),
		blocks: costBlocks(costs),
		footer: [[name], [house.reference]]
	};
}
