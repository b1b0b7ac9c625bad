import { and, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { changeOption } from './internal/desk-for.ts';
import { tellHolders } from './internal/tell-holder.ts';
import { optionRemedies } from './tables.ts';

type Closing = { id: string; remedyId: string; outcome: 'met' | 'failed' };

/** Says whether it was put right. That it was not, is said only once the period is over. Throws 401, 404, 409. */
export function closeRemedy(ctx: Ctx, { id, remedyId, outcome }: Closing): Promise<void> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		const which = and(eq(optionRemedies.id, remedyId), eq(optionRemedies.optionId, option.id));
		const [row] = await inside.db.select().from(optionRemedies).where(which).for('update');
		if (!row) throw notFound('Diese Nachfrist gibt es nicht mehr.');
		if (row.state !== 'open') throw refused('closed', 'Diese Nachfrist ist schon zu Ende.');
		if (outcome === 'failed' && row.until >= dayOf(ctx.now))
			throw refused('remedy-runs', `Die Nachfrist läuft bis zum ${germanDay(row.until)}. Bis dahin kann die Gruppe es noch schaffen.`);
		await inside.db
			.update(optionRemedies)
			.set({ state: outcome, closedBy: ctx.actor?.id ?? null, closedAt: ctx.now })
			.where(which);
		await appendEntry(inside, { recordId: id, kind: 'option.remedy_closed', facts: { turn: option.turn, outcome } });
		const title = outcome === 'met' ? `${desk.house.title}: geschafft` : `${desk.house.title}: Die Nachfrist ist verstrichen`;
		const text = outcome === 'met' ? `Das Büro bestätigt: ${row.what}` : 'Das Büro entscheidet jetzt, wie es weitergeht. Sprecht mit ihm.';
		await tellHolders(inside, [{ option, kind: 'option-remedy-closed', about: row.id, title, text }]);
	});
}
