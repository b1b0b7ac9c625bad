import { eq } from 'drizzle-orm';
import { berlinMoment } from '#lib/text/berlin.ts';
import { dayOf } from '#lib/calendar.ts';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { barFromPublishing } from '#modules/people/server/bar-from-publishing.ts';
import { measures, measureSentence, redressSentences, whyNotDecide, type DecisionInput } from '../decision.ts';
import { complainUntil, noticeDays } from '../matter.ts';
import { effects } from './internal/effects.ts';
import { matterFor, type DecisionRow, type MatterRow } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';
import { tellAffected, tellNotifiers } from './internal/tell.ts';
import { contentDecisions, contentNotices } from './tables.ts';

const day = 86_400_000;
/** The last minute of that day in Germany: nothing comes back before the day is over. */
const endOf = (isoDay: string): Date => berlinMoment(`${isoDay}T23:59`) ?? new Date(`${isoDay}T22:59:00Z`);

async function write(ctx: Ctx, matter: MatterRow, { measure, ground, clause, facts, scope, until }: DecisionInput): Promise<DecisionRow> {
	const { restricts } = measures[measure];
	const end = restricts && measure !== 'warn' && until ? endOf(until) : null;
	const barId =
		measure === 'bar' && matter.authorId && end ? await barFromPublishing(ctx, { personId: matter.authorId, until: end }) : null;
	const [decision] = await ctx.db
		.insert(contentDecisions)
		.values({
			...{ id: newId(), matterId: matter.id, measure, facts: facts ?? '', until: end, barId },
			...{ ground: restricts ? ground : null, clause: restricts ? clause : null, scope: restricts ? (scope ?? null) : null },
			...{ complainUntil: complainUntil(ctx.now), decidedById: ctx.actor?.id ?? null, decidedAt: ctx.now }
		})
		.returning();
	if (!decision) throw refused('changed-meanwhile', 'Die Entscheidung wurde nicht gespeichert. Bitte neu laden.');
	await ctx.db
		.update(contentNotices)
		.set({ forgetAt: new Date(ctx.now.getTime() + noticeDays * day) })
		.where(eq(contentNotices.matterId, matter.id));
	return decision;
}

/**
 * Decides a matter, with facts, ground, scope and duration; the content follows in the same transaction. Whoever is affected gets the statement of reasons
 * (Art. 17 DSA), all who gave notice the decision with what is open to them (Art. 16 para. 5). Neither learns who the other is.
 * Throws 401, 403, 404, 409, 422.
 */
export async function decideMatter(ctx: Ctx, { id, input }: { id: string; input: DecisionInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const matter = await matterFor(inside, id, { lock: true });
		const not = whyNotDecide(input, { today: dayOf(ctx.now), hasAccount: matter.authorId !== null });
		if (not) throw refused(not.code, not.message, not.field);
		await moveMatter(inside, matter, { step: 'decide', set: { decidedAt: ctx.now } });
		if (measures[input.measure].hides) await effects[matter.kind].withhold(inside, matter.contentId);
		const decision = await write(inside, matter, input);
		await tellNotifiers(inside, matter.id, {
			title: `Entschieden: Ihr Hinweis zu „${matter.frozen.title}“`,
			paragraphs: [
				`${measures[decision.measure].told} Entschieden hat ein Mensch, ohne automatische Mittel.`,
				decision.facts,
				'Halten Sie das für falsch, schreiben Sie bitte an die Adresse im Impressum; dann sehen wir noch einmal hin.',
				...redressSentences
			]
		});
		if (!measures[decision.measure].restricts) return;
		await tellAffected(
			inside,
			{ matter, decision },
			{
				title: `Entscheidung über „${matter.frozen.title}“ (${contentKinds[matter.kind]})`,
				paragraphs: [
					measureSentence({ measure: decision.measure, kind: matter.kind, until: decision.until }),
					decision.facts,
					`Worauf wir uns stützen: ${decision.clause}`,
					'Die ganze Begründung, auch als PDF, und wie Sie sich beschweren können, steht unter dem Link.'
				]
			}
		);
	});
}
