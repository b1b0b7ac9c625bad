import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { SupplementInput } from '../forms.ts';
import { asChecker, conceptFor, inState } from '../policy.ts';
import { setCandidate } from './internal/candidate-row.ts';
import { changingPanel } from './internal/load-panel.ts';
import { tellWriters } from './internal/tell.ts';
import { supplements } from './tables.ts';

/** Asks a group for what is missing, with a date; everybody who writes the concept hears at once. Throws 401, 404, 409, 422. */
export async function requestSupplement(
	ctx: Ctx,
	{ id, number, input }: { id: string; number: number; input: SupplementInput }
): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		asChecker(panel);
		inState(panel, 'precheck');
		const concept = conceptFor(panel, number, 'precheck');
		if (concept.state === 'excluded') throw refused('excluded', 'Dieses Konzept ist ausgeschlossen. Bitte es zuerst wieder aufnehmen.');
		const { conditionId = null, asks, until } = input;
		if (conditionId && !panel.frozen.eligibility.some((one) => one.id === conditionId)) throw notFound();
		if (until.getTime() < ctx.now.getTime() + 24 * 3_600_000)
			throw refused('too-short', 'Bitte mindestens einen vollen Tag Zeit geben.', 'until');
		const supplementId = newId();
		await inside.db.insert(supplements).values({
			...{ id: supplementId, procedureId: id, conceptId: concept.id, conditionId, asks, until },
			askedBy: ctx.actor?.id ?? null,
			askedAt: ctx.now
		});
		await setCandidate(inside, { procedureId: id, conceptId: concept.id }, { state: 'supplement' });
		const text = `Zu Eurem Konzept für „${panel.title}“ fehlt noch etwas. Ihr könnt es bis ${momentText(until)} nachreichen.`;
		const data = { title: 'Bitte noch etwas nachreichen', text, href: `/konto/konzepte/${concept.id}/nachreichen` };
		await tellWriters(inside, `supplement.${supplementId}`, [{ conceptId: concept.id, data }]);
		await appendEntry(inside, {
			...{ recordId: id, kind: 'supplement.requested', facts: { concept: number, until: until.toISOString() } },
			sealed: { request: { conditionId, asks } }
		});
	});
}
