import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { actsAs } from '../panel.ts';
import { conceptFor, inState, locked } from '../policy.ts';
import { changingPanel } from './internal/load-panel.ts';
import { changedMeanwhile } from './save-checks.ts';
import { deliberations } from './tables.ts';

type Noting = { id: string; number: number; input: { version: number; note: string } };

/** Whoever leads, checks or keeps the minutes writes down what was said about a concept. Throws 401, 404, 409. */
export async function noteDeliberation(ctx: Ctx, { id, number, input: { version, note } }: Noting): Promise<void> {
	await changingPanel(ctx, id, async (inside, panel) => {
		if (!actsAs(panel, 'manager', 'pre_checker')) throw notFound();
		inState(panel, 'deliberation');
		if (panel.lockedAt) throw refused('locked', locked);
		const concept = conceptFor(panel, number, 'deliberation');
		const [before] = await inside.db.select().from(deliberations).where(eq(deliberations.conceptId, concept.id));
		if ((before?.version ?? 0) !== version) throw refused('changed-meanwhile', changedMeanwhile);
		const values = { note, version: version + 1, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		await inside.db
			.insert(deliberations)
			.values({ conceptId: concept.id, procedureId: id, ...values })
			.onConflictDoUpdate({ target: deliberations.conceptId, set: values });
		await appendEntry(inside, { recordId: id, kind: 'deliberation.noted', facts: { concept: number }, sealed: { note } });
	});
}
