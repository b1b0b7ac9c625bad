import { refused } from '#lib/refusal.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leadReport } from './internal/lead-report.ts';
import { reportToMove } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReceivers } from './internal/tell-receivers.ts';

/** A report that belongs to another municipality goes there, with the reason, and waits for whoever is responsible there. Throws 409 and 422. */
export async function handOverReport(ctx: Ctx, { id, to, reason }: { id: string; to: string; reason?: string }): Promise<void> {
	const { report, town } = await reportToMove(ctx, id);
	const place = await findPlace(ctx, to);
	if (!place)
		throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl nennen, zum Beispiel 16278 Angermünde.', 'to');
	if (place.ags === report.ags) throw refused('same-place', `Die Meldung liegt schon bei ${town.name}.`, 'to');
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const lead = await leadReport(inside, place.ags);
		const { step, why, networkId, countyId } = lead;
		const isTold = await tellReceivers(inside, { id, ags: place.ags, lead });
		const free = { takenBySide: null, takenById: null, takenAt: null, toldAt: isTold ? ctx.now : null };
		await moveReport(inside, report, { step: 'hand_over', reason, set: { ags: place.ags, step, why, networkId, countyId, ...free } });
	});
}
