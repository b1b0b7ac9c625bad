import { sql } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { CheckInput } from '../forms.ts';
import { asChecker, conceptFor, inState } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { setCandidate } from './internal/candidate-row.ts';
import { settleState } from './internal/settle-state.ts';
import { checks } from './tables.ts';

export const changedMeanwhile =
	'Jemand hat das inzwischen geändert. Ihr Text ist noch nicht gespeichert und nicht verloren: Bitte die Seite in einem zweiten Fenster öffnen, vergleichen und noch einmal speichern.';

/** Writes down which conditions are met. Throws 401, 404, 409, 422. */
export async function saveChecks(ctx: Ctx, { id, number, input }: { id: string; number: number; input: CheckInput }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asChecker(panel);
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		if (concept.state === 'excluded') throw refused('excluded', 'Dieses Konzept ist ausgeschlossen. Bitte es zuerst wieder aufnehmen.');
		if (input.version !== concept.version) throw refused('changed-meanwhile', changedMeanwhile);
		const known = new Map(panel.frozen.eligibility.map((one) => [one.id, one]));
		if (input.checks.some(({ conditionId }) => !known.has(conditionId))) throw notFound();
		const by = { byPersonId: ctx.actor?.id ?? null, at: ctx.now };
		const rows = input.checks.map((one) => ({ conceptId: concept.id, ...one, ...by }));
		const newest = { isMet: sql`excluded.is_met`, note: sql`excluded.note`, byPersonId: sql`excluded.by_person_id`, at: sql`excluded.at` };
		if (rows.length)
			await inside.db
				.insert(checks)
				.values(rows)
				.onConflictDoUpdate({ target: [checks.conceptId, checks.conditionId], set: newest });
		await setCandidate(inside, { procedureId: id, conceptId: concept.id }, { checkedBy: ctx.actor?.id ?? null, checkedAt: ctx.now });
		await settleState(inside, panel, concept.id);
		await appendEntry(inside, { recordId: id, kind: 'candidate.checked', facts: { concept: number }, sealed: { checks: input.checks } });
	});
}
