import { dayOf } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import { parseGermanNumber } from '#lib/forms.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { reportable } from '../figures.ts';
import { mayEditPlace } from '../policy.ts';
import { findIndicators } from './find-figures.ts';
import { placeFor } from './internal/place-for.ts';
import { placeFigures } from './tables.ts';

type Year = { id: string; year: number; source?: string; values: Record<string, string> };

function read(typed: string, { key, kind, label }: { key: string; kind: string; label: string }): number {
	const value = parseGermanNumber(typed);
	if (value === null) throw refused('no-number', `${label}: „${typed}“ ist keine Zahl. Bitte zum Beispiel 12 oder 12,5.`, `value_${key}`);
	if (value < 0 || value > 1e9 || (kind === 'share' && value > 100))
		throw refused('out-of-range', `${label}: Bitte einen Wert von 0 bis ${kind === 'share' ? '100' : '1.000.000.000'}.`, `value_${key}`);
	return value;
}

/** Keeps what a place reports for one year; a field that was emptied is taken back, so that silence stays silence. */
export async function saveFigures(ctx: Ctx, { id, year, source, values }: Year): Promise<void> {
	const { place } = await placeFor(ctx, id, mayEditPlace);
	if (!reportable(ctx.now).includes(year)) throw refused('no-year', 'Für dieses Jahr lassen sich keine Zahlen melden.', 'year');
	const indicators = await findIndicators(ctx, place.networkId);
	const told = indicators.map((indicator) => {
		const typed = (values[indicator.key] ?? '').trim();
		return { key: indicator.key, value: typed ? read(typed, indicator) : null };
	});
	await ctx.db.transaction(async (db) => {
		for (const { key, value } of told) {
			const that = and(eq(placeFigures.placeId, id), eq(placeFigures.key, key), eq(placeFigures.year, year));
			if (value === null) {
				await db.delete(placeFigures).where(that);
				continue;
			}
			const row = { value, source: source ?? null, reportedOn: dayOf(ctx.now), createdBy: ctx.actor?.id ?? null };
			await db
				.insert(placeFigures)
				.values({ id: newId(), placeId: id, key, year, ...row })
				.onConflictDoUpdate({ target: [placeFigures.placeId, placeFigures.key, placeFigures.year], set: row });
		}
	});
}
