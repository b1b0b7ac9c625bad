import { eq } from 'drizzle-orm';
import { answerStillTrue } from '#modules/freshness/server/answer-still-true.ts';
import { decideGone } from '#modules/freshness/server/decide-gone.ts';
import { stopAsking } from '#modules/freshness/server/stop-asking.ts';
import { freshnessAsks } from '#modules/freshness/server/tables.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { linkOf, plantAged, plantMailed, plantWitness } from '../freshness.ts';
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
	'stop-asking': {
		allowed: everyone,
		arrange: async ({ db, as }) => {
			const { id } = await plantAged(db, 200);
			await plantWitness(db, id);
			await tendFreshness(as(null));
			const [ask] = await db.select().from(freshnessAsks).where(eq(freshnessAsks.askedAs, 'reporter'));
			if (!ask) throw new Error('nobody was asked');
			const link = await linkOf(db, ask);
			return (ctx) => stopAsking(ctx, link);
		}
	},
	'tell-fallen': { allowed: 'system', why: 'follows from the daily job' },
	'tend-freshness': { allowed: 'system', why: 'a daily job' }
};
