import { and, desc, eq, isNull, notInArray } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { dayOf, monthsAfter } from '#lib/calendar.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placePages, places } from '#modules/places/server/tables.ts';
import { grantFacts } from '#modules/procedures/grant.ts';
import { procedureGrants } from '#modules/procedures/server/grant-tables.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { proposal } from '../option.ts';
import { maySeeWaiting } from '../policy.ts';
import { currentOption, deskFor, inForce } from './internal/desk-for.ts';
import { loadWhole, type WholeOption } from './internal/load-whole.ts';
import { whyNotGrant } from '#modules/awards/server/check-grant.ts';
import { standstillOf } from './internal/standstill.ts';
import { waitingOf, type Waiting } from './internal/waiting.ts';
import { options } from './tables.ts';

export type { WholeOption };
export type Line = { conceptId: string; text: string };

/** What a group that waits is called at the desk: by its name for whoever leads, and once it was chosen; else by number and rank. */
const lineOf = ({ conceptId, outcome, rank, number, name }: Waiting, mayName: boolean): Line => ({
	conceptId,
	text: [outcome === 'awarded' || mayName ? name : `Konzept ${number ?? '?'}`, ...(rank === null ? [] : [`Rang ${rank}`])].join(', ')
});

async function mayName(ctx: Ctx, procedureId: string): Promise<boolean> {
	const [manager] = await ctx.db
		.select({ id: procedureMembers.id })
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), eq(procedureMembers.role, 'manager'), isNull(procedureMembers.leftAt)));
	return maySeeWaiting(await loadDuties(ctx, procedureId), manager?.id ?? null);
}

/** The place that the house became, and the address of its page once it is public. */
async function placeOf({ db }: Pick<Ctx, 'db'>, placeId: string | null) {
	if (!placeId) return null;
	const [place] = await db
		.select({ name: places.name, slug: placePages.slug })
		.from(places)
		.leftJoin(placePages, eq(placePages.placeId, places.id))
		.where(eq(places.id, placeId));
	return place ?? null;
}

/** Terms to begin with. For a room grant: until the rooms are there, with what the call says of them. */
async function proposedTerms({ db }: Pick<Ctx, 'db'>, procedureId: string, today: string) {
	const { priceCents, priceUnit } = procedures;
	const [found] = await db
		.select({ grant: procedureGrants, priceCents, priceUnit })
		.from(procedures)
		.innerJoin(procedureGrants, eq(procedureGrants.procedureId, procedures.id))
		.where(and(eq(procedures.id, procedureId), eq(procedures.kind, 'room_grant')));
	if (!found) return { startsOn: today, endsOn: monthsAfter(today, proposal.months), terms: '', isLight: false };
	const soon = monthsAfter(today, 1);
	const { fromDay } = found.grant;
	const lines = grantFacts(found.grant, found).flatMap(([term, text]) => (text ? [`${term}: ${text}`] : []));
	return { startsOn: today, endsOn: fromDay && fromDay > soon ? fromDay : soon, terms: lines.join('\n'), isLight: true };
}

/** Everything about the option of a procedure, for the office that runs it. Throws 401, and 404 for everybody else. */
export async function findOptionDesk(ctx: Ctx, procedureId: string) {
	const desk = await deskFor(ctx, procedureId);
	const current = await currentOption(ctx, procedureId);
	const former = await ctx.db
		.select({
			...{ id: options.id, turn: options.turn, holderName: options.holderName, state: options.state, endReason: options.endReason },
			...{ startsOn: options.startsOn, endsOn: options.endsOn, endedAt: options.endedAt }
		})
		.from(options)
		.where(and(eq(options.procedureId, procedureId), notInArray(options.state, inForce)))
		.orderBy(desc(options.turn));
	const [procedure] = await ctx.db.select({ transfer: procedures.transfer }).from(procedures).where(eq(procedures.id, procedureId));
	const { next, behind } = await waitingOf(ctx, procedureId);
	const isNamed = await mayName(ctx, procedureId);
	const today = dayOf(ctx.now);
	return {
		...{ house: desk.house, isWhole: !desk.unitIds.length, transfer: procedure?.transfer ?? 'lease', today, former },
		current: current && (await loadWhole(ctx, current)),
		place: await placeOf(ctx, current?.placeId ?? null),
		...{ next: next.map((one) => lineOf(one, isNamed)), behind: behind.map((one) => lineOf(one, isNamed)) },
		...{ whyNot: await whyNotGrant(ctx, procedureId), standstillUntil: await standstillOf(ctx, procedureId) },
		proposed: await proposedTerms(ctx, procedureId, today)
	} as const;
}
export type OptionDesk = Awaited<ReturnType<typeof findOptionDesk>>;

/** The option in force as the office reads it. Throws 401 and 404. */
export async function findWholeOption(ctx: Ctx, procedureId: string): Promise<WholeOption> {
	await deskFor(ctx, procedureId);
	const option = await currentOption(ctx, procedureId);
	if (!option) throw notFound('Zurzeit hat niemand dieses Haus an der Hand.');
	return loadWhole(ctx, option);
}

/** Key of the contract in the store, for the office. Throws 401 and 404. */
export async function findContractKey(ctx: Ctx, procedureId: string): Promise<string> {
	if (!isUuid(procedureId)) throw notFound();
	await deskFor(ctx, procedureId);
	const option = await currentOption(ctx, procedureId);
	if (!option?.documentKey) throw notFound('Zu diesem Vertrag liegt hier kein Dokument.');
	return option.documentKey;
}
