import { asc, eq, sql } from 'drizzle-orm';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { standstillEnd, whyNotYet } from '../award.ts';
import { mayLead, maySeeObjections } from '../policy.ts';
import { loadStand } from './check-grant.ts';
import { seatWhere } from './internal/part-for.ts';
import { awardObjections } from './tables.ts';

/** Objections of a procedure with their answers, for whoever leads and the clerk. Throws 401 and 404. */
export async function listObjections(ctx: Ctx, id: string) {
	const { part } = await seatWhere(ctx, id, maySeeObjections);
	const rows = await ctx.db
		.select({
			objection: awardObjections,
			...{ number: concepts.number, title: sql<string>`${conceptContents.content}->>'title'`, by: people.name }
		})
		.from(awardObjections)
		.innerJoin(concepts, eq(concepts.id, awardObjections.conceptId))
		.innerJoin(conceptContents, eq(conceptContents.conceptId, awardObjections.conceptId))
		.leftJoin(people, eq(people.id, awardObjections.raisedBy))
		.where(eq(awardObjections.procedureId, id))
		.orderBy(asc(awardObjections.number));
	const stand = await loadStand(ctx, id);
	return {
		objections: rows.map(({ objection, number, title, by }) => ({
			...{ id: objection.id, number: objection.number, state: objection.state, text: objection.text, raisedAt: objection.raisedAt, by },
			...{ answer: objection.answer, effect: objection.effect, answeredAt: objection.answeredAt, concept: `Nr. ${number ?? '?'}, ${title}` }
		})),
		mayAnswer: mayLead(part),
		end: stand.standstillUntil && standstillEnd(stand.standstillUntil, stand.objections),
		whyNotYet: whyNotYet(stand, ctx.now)?.message ?? null
	};
}
export type ListedObjection = Awaited<ReturnType<typeof listObjections>>['objections'][number];
