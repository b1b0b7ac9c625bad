import { eq } from 'drizzle-orm';
import { answerStillTrue } from '#modules/freshness/server/answer-still-true.ts';
import { decideGone } from '#modules/freshness/server/decide-gone.ts';
import { freshnessAsks } from '#modules/freshness/server/tables.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { plantAged, plantMailed } from '../freshness.ts';
import { everyone, type Commands } from './access.ts';

export const commands: Commands = {
	'answer-still-true': {
		allowed: everyone,
		arrange: async ({ db }) => {
			const { ask, link } = await plantMailed(db);
			return (ctx) => answerStillTrue(ctx, { link, askId: ask.id, answer: 'still' });
		}
	},
	'decide-gone': {
		allowed: ['editor', 'admin'],
		arrange: async ({ db, as }) => {
			const { id } = await plantAged(db, 200);
			await tendFreshness(as(null));
			const [ask] = await db.update(freshnessAsks).set({ answer: 'gone' }).where(eq(freshnessAsks.entryId, id)).returning();
			return (ctx) => decideGone(ctx, { askId: ask?.id ?? '', decision: 'archived' });
		}
	},
	'tend-freshness': { allowed: 'system', why: 'a daily job' }
};
