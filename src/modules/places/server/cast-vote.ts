import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { whyNotJudge } from '../application.ts';
import type { VoteInput } from '../forms-award.ts';
import { juryCase } from './internal/jury-case.ts';
import { juryVotes } from './tables.ts';

/** A juror judges, alone and once, or says that they are biased and steps back. What others found is shown only afterwards. */
export async function castVote(ctx: Ctx, { id, verdict, reason }: VoteInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { application, own, isOfGroup } = await juryCase(inside, id);
		const recuses = verdict === 'recuse';
		const asked = { state: application.state, hasJudged: own !== null && !own.isRecusal, isRecused: own?.isRecusal ?? false };
		const not = whyNotJudge({ ...asked, isOfGroup, recuses });
		if (not) throw refused(not.code, not.message);
		const row = { id: newId(), applicationId: id, personId: ctx.actor?.id ?? null, isRecusal: recuses, reason, at: ctx.now };
		const made = await db
			.insert(juryVotes)
			.values({ ...row, verdict: recuses ? null : verdict })
			.onConflictDoNothing()
			.returning({ id: juryVotes.id });
		if (!made.length) throw refused('already-judged', 'Ihr Urteil steht schon. Es lässt sich nicht mehr ändern.');
		await recordEvent(inside, recuses ? 'jury.recused' : 'jury.judged', { subjectId: id });
	});
}
