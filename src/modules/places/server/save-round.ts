import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { RoundInput } from '../forms-award.ts';
import { mayRunPlaces } from '../policy.ts';
import { programmeFor } from './internal/programme-for.ts';
import { juryRounds } from './tables.ts';

/** Plans a round of the jury, or changes its days while it is not closed. Returns its id. */
export async function saveRound(ctx: Ctx, { slug, id: known, input }: { slug: string; id?: string; input: RoundInput }): Promise<string> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	const { title, opensOn = '', closesOn = '', decideBy = '' } = input;
	return ctx.db.transaction(async (db) => {
		const row = { title, opensOn, closesOn, decideBy };
		const id = known ?? newId();
		if (known) {
			const mine = and(eq(juryRounds.id, known), eq(juryRounds.networkId, network.id));
			const [before] = await db.select({ state: juryRounds.state }).from(juryRounds).where(mine).for('update');
			if (!before) throw notFound();
			if (before.state === 'closed') throw refused('closed', 'Diese Runde ist abgeschlossen und bleibt, wie sie war.');
			await db.update(juryRounds).set(row).where(mine);
		} else await db.insert(juryRounds).values({ id, networkId: network.id, ...row, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now });
		await recordEvent({ ...ctx, db }, 'jury.round_saved', { subjectId: id, data: row });
		return id;
	});
}
