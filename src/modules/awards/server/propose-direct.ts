import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { placePartner } from '#modules/concepts/server/place-partner.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { takePartner } from '#modules/judging/server/take-partner.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { stateAt } from '#modules/procedures/open.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { loadPartner } from '#modules/procedures/server/load-partner.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { procedureQuestions } from '#modules/procedures/server/publication-tables.ts';
import { mayLead } from '../policy.ts';
import { heldSeat } from './internal/part-for.ts';
import { awardPlaces, awards } from './tables.ts';

export type ProposeInput = {
	recommendation: string;
	/** What the group hears: why. */ reason: string;
	/** No conflict with the group. */ isClear: boolean;
};

/** What was asked and is neither answered nor set aside. */
export const countOpenQuestions = (ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<number> => {
	const { publishedAt, asideAt } = procedureQuestions;
	return ctx.db.$count(procedureQuestions, and(eq(procedureQuestions.procedureId, procedureId), isNull(publishedAt), isNull(asideAt)));
};

/**
 * Everybody could say something, and all of it is answered: whoever leads proposes the group of a direct match to whoever decides, and says that they
 * have no conflict with it. Throws 401, 404, 409, 422.
 */
export function proposeDirect(ctx: Ctx, { id, input }: { id: string; input: ProposeInput }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldSeat(inside, id, mayLead);
		if (row.state === 'open' && stateAt(row, ctx.now) === 'closed')
			await moveProcedure(inside, { id, move: 'close', facts: { deadline: row.deadline?.toISOString() ?? null } });
		const { recommendation, reason } = input;
		const call = await loadFrozen(inside, id);
		const answered = await db.$count(procedureQuestions, eq(procedureQuestions.procedureId, id));
		await moveProcedure(inside, {
			id,
			move: 'propose',
			facts: { call: call.hash, questions: answered },
			sealed: { recommendation, reason }
		});
		const open = await countOpenQuestions(inside, id);
		if (open)
			throw refused(
				'open-questions',
				`${open === 1 ? 'Eine Frage oder ein Einwand ist' : `${open} Fragen oder Einwände sind`} noch nicht beantwortet. Bitte zuerst unter „Fragen“ beantworten.`
			);
		if (!input.isClear)
			throw refused('not-clear', 'Wer der Gruppe nahesteht, schlägt sie nicht vor. Bitte übergeben Sie an Ihre Vertretung.', 'isClear');
		const partner = await loadPartner(inside, id);
		if (!partner) throw refused('no-partner', 'Es ist keine Gruppe eingetragen.');
		const conceptId = await placePartner(inside, { procedureId: id, title: row.title, partner });
		await takePartner(inside, { procedureId: id, conceptId, title: row.title });
		await declareConflicts(inside, { id, input: { entries: [{ conceptId, kind: 'none', note: '' }], forAll: true } });
		const said = { recommendation, recommendedBy: ctx.actor?.id ?? null, recommendedAt: ctx.now };
		await db.insert(awards).values({ procedureId: id, ...said });
		await db.insert(awardPlaces).values({ procedureId: id, conceptId, outcome: 'not_awarded', reason });
	});
}
