import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { cases, caseSubjects, viewings } from './case-tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { atDesk, caseAtDesk, type CaseRow } from './internal/case-for.ts';
import { openStates, type CaseState } from '../case.ts';
import { viewingsOf, type Viewing } from './list-viewings.ts';

export type DeskViewing = { viewing: Viewing; case: CaseRow; organisation: { name: string; ags: string | null } };

/** A viewing with its guests, for whoever works on its case; 404 for everybody else. `lock`: inside a transaction that changes what hangs on it. */
export async function findDeskViewing(ctx: Ctx, viewingId: string, { lock = false } = {}): Promise<DeskViewing> {
	if (!ctx.actor) throw unauthenticated();
	const [of] = isUuid(viewingId) ? await ctx.db.select({ id: viewings.caseId }).from(viewings).where(eq(viewings.id, viewingId)) : [];
	if (!of) throw notFound('Diesen Termin gibt es nicht, oder er ist nicht Ihrer.');
	const { row, organisation } = await caseAtDesk(ctx, of.id, { lock });
	const viewing = (await viewingsOf(ctx, of.id)).find(({ id }) => id === viewingId);
	if (!viewing) throw notFound();
	return { viewing, case: row, organisation };
}

/** The open cases about these houses that somebody works on, by house. */
export async function listCasesOfHouses(
	ctx: Ctx,
	propertyIds: string[]
): Promise<{ propertyId: string | null; id: string; title: string; state: CaseState }[]> {
	const desk = await atDesk(ctx);
	if (!propertyIds.length || !desk) return [];
	return ctx.db
		.select({ propertyId: caseSubjects.propertyId, id: cases.id, title: cases.title, state: cases.state })
		.from(caseSubjects)
		.innerJoin(cases, eq(cases.id, caseSubjects.caseId))
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(and(inArray(caseSubjects.propertyId, propertyIds), inArray(cases.state, ['new', 'sleeping', ...openStates]), desk))
		.orderBy(cases.title)
		.limit(200);
}

/** The cases that somebody works on, as a condition over `cases` joined with `organisations`; nothing for everybody else. */
export const casesAtDesk = async (ctx: Ctx): Promise<SQL> => (ctx.actor && (await atDesk(ctx))) || sql`false`;
