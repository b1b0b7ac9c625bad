import { and, asc, desc, eq, gt, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { isMoment } from '#lib/calendar.ts';
import { Refusal } from '#lib/refusal.ts';
import { states as federalStates } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import type { Heritage, PropertyType } from '#modules/properties/vocabulary.ts';
import type { ApiProcedureQuery } from '../api-procedure.ts';
import { stateAt } from '../open.ts';
import type { Transfer } from '../procedure.ts';
import { statesOf, type ProcedureQuery, type Stand } from '../procedure-filter.ts';
import { shownPage } from './internal/page.ts';
import { procedurePages } from './publication-tables.ts';

const perPage = 24;
const p = procedurePages;

/** A public procedure as it stands in lists. */
const columns = {
	...{ id: p.procedureId, slug: p.slug, number: p.number, title: p.title, kind: p.kind, state: p.state, deadline: p.deadline },
	...{ ags: p.ags, stateCode: p.stateCode, town: p.town, townSlug: p.townSlug, publishedAt: p.publishedAt, isDemo: p.isDemo },
	goal: sql<string>`${p.content} #>> '{procedure,goal}'`,
	house: sql<string>`${p.content} #>> '{house,title}'`,
	propertyType: sql<PropertyType>`${p.content} #>> '{house,propertyType}'`,
	heritage: sql<Heritage>`${p.content} #>> '{house,heritage}'`,
	area: sql<number | null>`(${p.content} #>> '{house,usableAreaM2}')::real`,
	transfer: sql<Transfer>`${p.content} #>> '{procedure,transfer}'`,
	spaceSlug: spaces.slug,
	picture: spaces.picture
};
const rowsOf = ({ db }: Pick<Ctx, 'db'>) => db.select(columns).from(p).leftJoin(spaces, eq(spaces.id, p.propertyId)).$dynamic();
export type ListedProcedure = Awaited<ReturnType<typeof rowsOf>>[number];

/** A stand at this moment: what has passed its deadline is not open, whatever was written down. */
function standIs(stand: Stand, now: Date): SQL | undefined {
	const inStates = inArray(p.state, [...statesOf[stand]]);
	if (stand === 'open') return and(inStates, gt(p.deadline, now));
	return stand === 'running' ? or(inStates, and(eq(p.state, 'open'), lte(p.deadline, now))) : inStates;
}

const conditions = ({ stand, kind, stateCode, town, within }: Omit<ProcedureQuery, 'page'>, now: Date): SQL | undefined =>
	and(
		shownPage,
		stand ? standIs(stand, now) : undefined,
		kind ? eq(p.kind, kind) : undefined,
		stateCode ? eq(p.stateCode, stateCode) : undefined,
		town ? eq(p.townSlug, town) : undefined,
		within ? and(gt(p.deadline, now), lte(p.deadline, new Date(now.getTime() + within * 86_400_000))) : undefined
	);

/** Open ones first, by the end of their deadline; then the others, the newest first. */
const inOrder = (now: Date): SQL[] => {
	const isOpen = sql`(${p.state} = 'open' and ${p.deadline} > ${now.toISOString()}::timestamptz)`;
	return [sql`${isOpen} desc`, sql`case when ${isOpen} then ${p.deadline} end asc nulls last`, desc(p.publishedAt), desc(p.procedureId)];
};
const asNow = (rows: ListedProcedure[], now: Date): ListedProcedure[] => rows.map((row) => ({ ...row, state: stateAt(row, now) }));

/** The public list, with the federal states and municipalities that one may choose from. */
export async function viewProcedures(ctx: Pick<Ctx, 'db' | 'now'>, query: ProcedureQuery) {
	const asked = conditions(query, ctx.now);
	const rows = await rowsOf(ctx)
		.where(asked)
		.orderBy(...inOrder(ctx.now))
		.limit(perPage)
		.offset((query.page - 1) * perPage);
	const total = await ctx.db.$count(p, asked);
	const named = await ctx.db.select({ code: federalStates.code, name: federalStates.name }).from(federalStates).orderBy(federalStates.name);
	const towns = await ctx.db.selectDistinct({ slug: p.townSlug, name: p.town }).from(p).where(shownPage).orderBy(asc(p.town)).limit(500);
	return {
		...{ items: asNow(rows, ctx.now), total, pages: Math.max(1, Math.ceil(total / perPage)) },
		states: named.map(({ code, name }) => [code, name] as const),
		towns: Object.fromEntries(towns.map(({ slug, name }) => [slug, name]))
	};
}

/** The procedures of a municipality, or of a house, in the same order; at most six. */
export async function listProceduresOf(
	ctx: Pick<Ctx, 'db' | 'now'>,
	of: { ags: string } | { propertyId: string }
): Promise<ListedProcedure[]> {
	const which = 'ags' in of ? eq(p.ags, of.ags) : eq(p.propertyId, of.propertyId);
	const rows = await rowsOf(ctx)
		.where(and(shownPage, which))
		.orderBy(...inOrder(ctx.now))
		.limit(6);
	return asNow(rows, ctx.now);
}

/** For the API, throws 422 for a cursor that is none of ours: the newest first, from a place in the list on (`after`: moment of publication and id of the last one). */
export async function listProceduresFrom(
	ctx: Pick<Ctx, 'db' | 'now'>,
	query: ApiProcedureQuery,
	after: readonly (string | number | null)[] | null
) {
	const { state, kind, stateCode, ags, limit } = query;
	const asked = and(
		conditions({ stand: state ?? null, kind: kind ?? null, stateCode: stateCode ?? null, town: null, within: null }, ctx.now),
		ags ? eq(p.ags, ags) : undefined
	);
	const [at, id] = [String(after?.[0]), String(after?.[1])];
	if (after && (!isMoment(at) || !isUuid(id)))
		throw new Refusal(422, 'bad-cursor', { message: 'Diese Fortsetzung ist ungültig. Bitte von der ersten Seite an lesen.' });
	const beyond = after ? sql`(${p.publishedAt}, ${p.procedureId}) < (${at}::timestamptz, ${id}::uuid)` : undefined;
	const rows = await rowsOf(ctx)
		.where(and(asked, beyond))
		.orderBy(desc(p.publishedAt), desc(p.procedureId))
		.limit(limit + 1);
	const items = asNow(rows.slice(0, limit), ctx.now);
	const last = rows.length > limit ? items.at(-1) : undefined;
	const next: [string, string] | null = last ? [last.publishedAt.toISOString(), last.id] : null;
	return { items, next, total: await ctx.db.$count(p, asked) };
}

/** Every public page with its last change, for the map of the site. */
export async function listAddressesOfProcedures(ctx: Pick<Ctx, 'db'>): Promise<{ slug: string; changedAt: Date }[]> {
	return ctx.db.select({ slug: p.slug, changedAt: p.changedAt }).from(p).where(shownPage).orderBy(p.slug);
}
