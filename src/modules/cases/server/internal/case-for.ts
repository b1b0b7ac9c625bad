import { listOwnOffices } from '#modules/networks/server/list-own-offices.ts';
import { and, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, isOffice, type Ctx } from '#modules/people/actor.ts';
import { mayWorkOn } from '../../policy.ts';
import { caseParties, cases } from '../case-tables.ts';

export type CaseRow = typeof cases.$inferSelect;
export type PartyRow = typeof caseParties.$inferSelect;
export type AtDesk = { row: CaseRow; organisation: { name: string; ags: string | null } };

/** Which office holds a case: by it internal notes and documents are kept apart. */
export const deskOf = ({ holder, organisationId, networkId }: Pick<CaseRow, 'holder' | 'organisationId' | 'networkId'>): string =>
	holder === 'office' ? 'office' : `${holder}:${holder === 'network' ? networkId : organisationId}`;

async function load(ctx: Ctx, id: string, lock: boolean) {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	if (lock) await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for('update');
	const [found] = await ctx.db
		.select({ row: cases, organisation: { name: organisations.name, ags: organisations.ags } })
		.from(cases)
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(eq(cases.id, id));
	if (!found) throw notFound();
	return found;
}

/** A case for whoever works on it; 404 for everybody else. `lock`: inside a transaction that changes it. */
export async function caseAtDesk(ctx: Ctx, id: string, { lock = false } = {}): Promise<AtDesk> {
	const found = await load(ctx, id, lock);
	const led = { ...found.row, ags: found.organisation.ags };
	if (!mayWorkOn(ctx.actor, led, await listOwnOffices(ctx))) throw notFound();
	return found;
}

/** Which parties somebody is: themselves by account or by confirmed address, or as who acts for an organisation. */
export function isParty({ actor }: Pick<Ctx, 'actor'>): SQL {
	const seats = (actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const id = actor?.id ?? '';
	const confirmed = sql`exists (select from people p where p.id = ${id}::uuid and p.email_verified and p.email = lower(${caseParties.email}))`;
	return (
		or(
			eq(caseParties.personId, id),
			and(isNull(caseParties.personId), isNull(caseParties.organisationId), confirmed),
			seats.length ? inArray(caseParties.organisationId, seats) : undefined
		) ?? sql`false`
	);
}

export type AsParty = AtDesk & { party: PartyRow };

/** A case for one of its parties, as which they read it; 404 for everybody else, and for who left. */
export async function caseAsParty(ctx: Ctx, id: string, { lock = false } = {}): Promise<AsParty> {
	const found = await load(ctx, id, lock);
	const [party] = await ctx.db
		.select()
		.from(caseParties)
		.where(and(eq(caseParties.caseId, id), isNull(caseParties.endedAt), ne(caseParties.access, 'none'), isParty(ctx)))
		.orderBy(caseParties.access, caseParties.joinedAt)
		.limit(1);
	if (!party) throw notFound();
	// Whoever was entered by address alone takes part with their account from the first thing they do.
	const isClaimed = lock && !party.personId && !party.organisationId;
	if (isClaimed) await ctx.db.update(caseParties).set({ personId: ctx.actor?.id }).where(eq(caseParties.id, party.id));
	return { ...found, party };
}

/** The cases that somebody works on: the same as `mayWorkOn` says one by one. Over `cases` joined with `organisations`. */
export async function atDesk(ctx: Ctx): Promise<SQL | undefined> {
	const { actor } = ctx;
	const seats = (actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	const towns = editedMunicipalities(actor);
	const offices = await listOwnOffices(ctx);
	const own = or(
		seats.length ? inArray(cases.organisationId, seats) : undefined,
		towns.length ? inArray(organisations.ags, towns) : undefined,
		isAdmin(actor) ? sql`${organisations.ags} is not null` : undefined
	);
	return or(
		own ? and(eq(cases.holder, 'organisation'), own) : undefined,
		offices.length ? and(or(eq(cases.holder, 'network'), eq(cases.escalatedTo, 'network')), inArray(cases.networkId, offices)) : undefined,
		isOffice(actor) ? or(eq(cases.holder, 'office'), eq(cases.escalatedTo, 'office')) : undefined
	);
}
