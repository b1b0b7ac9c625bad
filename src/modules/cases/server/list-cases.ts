import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import { dayOf } from '#lib/calendar.ts';
import { and, asc, desc, eq, ilike, inArray, isNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { unauthenticated } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { openStates, type CaseState, type Origin } from '../case.ts';
import type { CaseFilter } from '../case-filter.ts';
import { cases } from './case-tables.ts';
import { atDesk } from './internal/case-for.ts';

const perPage = 40;
const onBoard = 200;
const assignee = alias(people, 'assignee');

export type ListedCase = {
	id: string;
	number: number;
	title: string;
	state: CaseState;
	origin: Origin;
	organisation: string;
	assignee: string | null;
	nextStep: string | null;
	nextStepOn: string | null;
	sleepUntil: string | null;
	escalatedWhy: string | null;
	createdAt: Date;
	isLate: boolean;
};
export type CaseList = { items: ListedCase[]; total: number; pages: number };

const ended = ['closed', 'rejected'] as const satisfies readonly CaseState[];

function narrowed(ctx: Ctx, { state, who, q, isLate, view }: CaseFilter): SQL | undefined {
	const today = dayOf(ctx.now);
	const plain = q.replace(/[\\%_]/g, '\\$&');
	const number = /^(?:fall\s*)?(\d{1,9})$/i.exec(q)?.[1];
	return and(
		state === 'offen' ? notInArray(cases.state, [...ended]) : state ? eq(cases.state, state) : undefined,
		!state && view === 'liste' && !q ? notInArray(cases.state, [...ended]) : undefined,
		who === 'ich' ? or(eq(cases.assigneeId, ctx.actor?.id ?? ''), eq(cases.backupId, ctx.actor?.id ?? '')) : undefined,
		who === 'niemand' ? isNull(cases.assigneeId) : undefined,
		who && who.length === 36 ? eq(cases.assigneeId, who) : undefined,
		q
			? or(ilike(cases.title, `%${plain}%`), ilike(cases.summary, `%${plain}%`), number ? eq(cases.number, Number(number)) : undefined)
			: undefined,
		isLate ? and(inArray(cases.state, [...openStates]), lt(cases.nextStepOn, today)) : undefined
	);
}

const inOrder = [
	sql`${cases.state} in ('closed', 'rejected')`,
	sql`${cases.state} <> 'new'`,
	asc(cases.nextStepOn),
	desc(cases.createdAt),
	asc(cases.id)
];

/** The cases somebody works on: what is new and what is due stand on top. Without a filter the list leaves out what has ended. */
export async function listCases(ctx: Ctx, filter: CaseFilter): Promise<CaseList> {
	if (!ctx.actor) throw unauthenticated();
	const mine = await atDesk(ctx);
	if (!mine) return { items: [], total: 0, pages: 0 };
	const today = dayOf(ctx.now);
	const limit = filter.view === 'tafel' ? onBoard : perPage;
	const rows = await ctx.db
		.select({
			...{ id: cases.id, number: cases.number, title: cases.title, state: cases.state, origin: cases.origin, createdAt: cases.createdAt },
			...{ organisation: organisations.name, assignee: sql<string | null>`coalesce(nullif(${assignee.name}, ''), ${assignee.email})` },
			...{ nextStep: cases.nextStep, nextStepOn: cases.nextStepOn, sleepUntil: cases.sleepUntil, escalatedWhy: cases.escalatedWhy },
			isLate: sql<boolean>`coalesce(${inArray(cases.state, [...openStates])} and ${cases.nextStepOn} < ${today}::date, false)`,
			total: sql<number>`(count(*) over ())::int`
		})
		.from(cases)
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.leftJoin(assignee, eq(assignee.id, cases.assigneeId))
		.where(and(mine, narrowed(ctx, filter)))
		.orderBy(...inOrder)
		.limit(limit)
		.offset(filter.view === 'tafel' ? 0 : (filter.page - 1) * perPage);
	const total = rows[0]?.total ?? 0;
	return { items: rows.map(({ total: _, ...row }) => row), total, pages: Math.ceil(total / perPage) };
}

/** Whether somebody has an office in which cases are worked on: a town or another organisation to act for, a network, the installation. */
export async function hasCaseDesk(ctx: Ctx): Promise<boolean> {
	if (!ctx.actor) return false;
	const seats = (ctx.actor.seats ?? []).some(({ rights }) => rights !== 'read');
	return seats || isOffice(ctx.actor) || (await listOwnOffices(ctx)).length > 0;
}
