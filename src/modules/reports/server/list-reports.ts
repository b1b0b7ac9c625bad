import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, isOffice, type Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { openStates } from '../report.ts';
import { reports } from './tables.ts';

const pageSize = 30;
const open = inArray(reports.state, [...openStates]);
const states = {
	offen: open,
	erledigt: inArray(reports.state, ['accepted', 'joined', 'declined', 'withdrawn']),
	missbrauch: eq(reports.state, 'spam')
};
export type Queue = keyof typeof states;

/** Which reports somebody may check: the same as `maySee` says one by one. */
async function mine(ctx: Ctx): Promise<SQL | undefined | false> {
	const { actor } = ctx;
	if (isAdmin(actor)) return ne(reports.state, 'draft');
	const towns = editedMunicipalities(actor);
	const seats = (actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const offices = await listOwnOffices(ctx);
	const parts = [
		towns.length ? inArray(reports.ags, towns) : undefined,
		seats.length ? and(eq(reports.step, 'county'), inArray(reports.countyId, seats)) : undefined,
		offices.length ? and(eq(reports.step, 'network'), inArray(reports.networkId, offices)) : undefined,
		isOffice(actor) ? inArray(reports.step, ['county', 'network', 'office']) : undefined
	].filter((part) => part !== undefined);
	return parts.length ? and(ne(reports.state, 'draft'), or(...parts)) : false;
}

const columns = {
	id: reports.id,
	state: reports.state,
	town: municipalities.nameShort,
	street: reports.street,
	houseNumber: reports.houseNumber,
	postalCode: reports.postalCode,
	city: reports.city,
	propertyType: reports.propertyType,
	text: reports.text,
	hasPhoto: sql<boolean>`${reports.photo} is not null`,
	sentAt: reports.sentAt,
	takenBy: people.name
};

/** The queue of whoever checks: what waits longest on top; of what is done the latest. */
export async function listReports(ctx: Ctx, { queue = 'offen', page = 1 }: { queue?: Queue; page?: number } = {}) {
	if (!ctx.actor) throw unauthenticated();
	const own = await mine(ctx);
	if (own === false) return { items: [], total: 0, pages: 1, page: 1 };
	const wanted = and(own, states[queue]);
	const total = await ctx.db.$count(reports, wanted);
	const items = await ctx.db
		.select(columns)
		.from(reports)
		.innerJoin(municipalities, eq(municipalities.ags, reports.ags))
		.leftJoin(people, eq(people.id, reports.takenById))
		.where(wanted)
		.orderBy(queue === 'offen' ? asc(reports.sentAt) : desc(reports.sentAt), asc(reports.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	return { items, total, pages: Math.max(1, Math.ceil(total / pageSize)), page };
}

/** How many reports wait for whoever asks. */
export async function countReports(ctx: Ctx): Promise<{ open: number }> {
	const own = ctx.actor ? await mine(ctx) : false;
	return { open: own === false ? 0 : await ctx.db.$count(reports, and(own, open)) };
}
