import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { stepsOf, stepsOfAll, whyNotDeclare } from '../conflict.ts';
import type { DeclareInput } from '../forms.ts';
import type { ConflictStep } from '../judging.ts';
import type { Panel } from '../panel.ts';
import { stepNow } from '../steps.ts';
import { changingPanel } from './internal/load-panel.ts';
import { conflictDeclarations } from './tables.ts';

type Row = typeof conflictDeclarations.$inferInsert;

/** For which steps one word counts: the present one, and with `forAll` every later one too. A conflict always counts for all. */
function stepsFor(panel: Panel, { forAll, kind }: { forAll: boolean; kind: string }): ConflictStep[] {
	const mine = stepsOfAll(panel.mine);
	const now = stepNow(panel.state, mine);
	if (!now) throw refused('too-early', 'Erklärt wird ab der Öffnung, sobald feststeht, wer sich beworben hat.');
	return forAll || kind !== 'none' ? mine.slice(mine.indexOf(now)) : [now];
}

/** Says for each concept whether there is a conflict: one row for each of my places and each step. Nothing is ever changed, the last one counts. Throws 401, 404, 409, 422. */
export async function declareConflicts(ctx: Ctx, { id, input: { entries, forAll } }: { id: string; input: DeclareInput }): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		if (!entries.length)
			throw refused('nothing', 'Bitte bei mindestens einem Konzept sagen, ob Sie befangen sind. „keine“ ist auch eine Erklärung.');
		const rows: Row[] = [];
		for (const { conceptId, kind, note } of entries) {
			if (!panel.concepts.some((one) => one.id === conceptId)) throw notFound();
			for (const step of stepsFor(panel, { forAll, kind }))
				for (const seat of panel.mine.filter((one) => stepsOf(one).includes(step))) {
					const not = whyNotDeclare(panel.declared.of(seat.memberId, conceptId, step), kind);
					if (not) throw refused('set-by-other', not, `kind-${conceptId}`);
					rows.push({
						...{ id: newId(), procedureId: id, conceptId, memberId: seat.memberId, step, kind, note },
						byPersonId: ctx.actor?.id ?? null,
						at: ctx.now
					});
				}
		}
		if (!rows.length) throw notFound();
		await inside.db.insert(conflictDeclarations).values(rows);
		const declarations = rows.map(({ memberId, conceptId, step, kind, note }) => ({ memberId, conceptId, step, kind, note }));
		await appendEntry(inside, { recordId: id, kind: 'conflict.declared', facts: { concepts: entries.length }, sealed: { declarations } });
	});
}
