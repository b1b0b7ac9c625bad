import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { endMeasure } from './internal/end-measure.ts';
import { decisionOf, matterFor } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';
import { tellAffected } from './internal/tell.ts';

/** Ends a measure without a complaint, because what was wrong is right now. Throws 401, 403, 404, 409, 422. */
export async function liftMeasure(ctx: Ctx, { id, words }: { id: string; words?: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const matter = await matterFor(inside, id, { lock: true });
		const decision = await decisionOf(inside, id);
		if (!decision) throw notFound('Hier ist noch nichts entschieden.');
		await moveMatter(inside, matter, { step: 'lift', words });
		await endMeasure(inside, { matter, decision }, words ?? '');
		await tellAffected(
			inside,
			{ matter, decision },
			{
				title: `Beendet: Maßnahme zu „${matter.frozen.title}“`,
				paragraphs: ['Die Maßnahme ist beendet. Was ausgeblendet war, ist wieder da wie zuvor.', words ?? '']
			}
		);
	});
}
