import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { mayEdit } from '#modules/properties/policy.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { caseParties, caseStepsTaken, caseSubjects, introductions } from './case-tables.ts';
import { actsFor } from '../policy.ts';
import { caseAtDesk, type AtDesk, type CaseRow, type PartyRow } from './internal/case-for.ts';
import { deskPeople } from './internal/tell.ts';

export type { CaseRow, PartyRow };

/** `href` only where whoever asks may open it. */
export type Subject = { href: string | null; text: string };
export type TakenStep = { id: string; machine: string; step: string; to: string; reason: string | null; at: Date; by: string | null };
export type DeskCase = {
	row: CaseRow;
	organisation: string;
	network: string | null;
	parties: PartyRow[];
	subjects: Subject[];
	history: TakenStep[];
	colleagues: Record<string, string>;
	introductions: (typeof introductions.$inferSelect)[];
};

/** What a case is about, as pages of the office. */
async function subjectsOf(ctx: Ctx, { row, organisation }: AtDesk): Promise<Subject[]> {
	const rows = await ctx.db
		.select({
			...{ propertyId: caseSubjects.propertyId, messageId: caseSubjects.messageId, request: spaceRequests.title, slug: spaceRequests.slug },
			...{ house: properties.title, ags: properties.ags, ownerPersonId: properties.ownerPersonId }
		})
		.from(caseSubjects)
		.leftJoin(properties, eq(properties.id, caseSubjects.propertyId))
		.leftJoin(spaceRequests, eq(spaceRequests.id, caseSubjects.requestId))
		.where(eq(caseSubjects.caseId, row.id));
	const isTown = actsFor(ctx.actor, { organisationId: row.organisationId, ags: organisation.ags });
	return rows.flatMap(({ propertyId, messageId, house, ags, ownerPersonId, request, slug }): Subject[] => {
		if (ags) return [{ href: mayEdit(ctx.actor, { ags, ownerPersonId }) ? `/buero/raeume/${propertyId}` : null, text: `Haus: ${house}` }];
		if (slug) return [{ href: `/gesuche/${slug}`, text: `Gesuch: ${request}` }];
		return messageId ? [{ href: isTown ? `/buero/nachrichten/${messageId}` : null, text: 'Nachricht, mit der es begann' }] : [];
	});
}

/** What happened in a case, the newest first; `shared`: with the reasons that parties read. */
export async function historyOf(ctx: Pick<Ctx, 'db'>, caseId: string, { shared = false } = {}): Promise<TakenStep[]> {
	const reason = shared
		? sql<string | null>`case when ${caseStepsTaken.isShared} then ${caseStepsTaken.reason} end`
		: caseStepsTaken.reason;
	return ctx.db
		.select({
			...{ id: caseStepsTaken.id, machine: caseStepsTaken.machine, step: caseStepsTaken.step, to: caseStepsTaken.to, reason },
			...{ at: caseStepsTaken.at, by: people.name }
		})
		.from(caseStepsTaken)
		.leftJoin(people, eq(people.id, caseStepsTaken.byPersonId))
		.where(eq(caseStepsTaken.caseId, caseId))
		.orderBy(desc(caseStepsTaken.at), desc(caseStepsTaken.id))
		.limit(200);
}

/** A case for whoever works on it, with its parties, what it is about, what happened, and who could be responsible. 404 for everybody else. */
export async function findCase(ctx: Ctx, id: string): Promise<DeskCase> {
	const found = await caseAtDesk(ctx, id);
	const { row, organisation } = found;
	const [network] = row.networkId ? await ctx.db.select({ name: networks.name }).from(networks).where(eq(networks.id, row.networkId)) : [];
	const parties = await ctx.db
		.select()
		.from(caseParties)
		.where(and(eq(caseParties.caseId, id), isNull(caseParties.endedAt)))
		.orderBy(asc(caseParties.joinedAt), asc(caseParties.id));
	const named = await ctx.db
		.select({ id: people.id, name: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})` })
		.from(people)
		.where(sql`${people.id} in (${row.assigneeId}, ${row.backupId}, ${ctx.actor?.id ?? null})`);
	const colleagues = [...named, ...(await deskPeople(ctx, row))].sort((a, b) => a.name.localeCompare(b.name, 'de'));
	return {
		...{ row, organisation: organisation.name, network: network?.name ?? null, parties },
		subjects: await subjectsOf(ctx, found),
		history: await historyOf(ctx, id),
		colleagues: Object.fromEntries(colleagues.map((one) => [one.id, one.name])),
		introductions: await ctx.db.select().from(introductions).where(eq(introductions.caseId, id)).orderBy(asc(introductions.createdAt))
	};
}

/** Where a case may be handed over to besides municipalities: the published networks. */
export async function listNetworksToAsk(ctx: Ctx): Promise<Record<string, string>> {
	const rows = await ctx.db
		.select({ id: networks.id, name: networks.name })
		.from(networks)
		.where(sql`exists (select from network_pages g where g.network_id = ${networks.id})`)
		.orderBy(networks.name);
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** The organisations for which somebody opens cases, by id. */
export async function listOwnDesks(ctx: Ctx): Promise<Record<string, string>> {
	const ids = (ctx.actor?.seats ?? []).filter(({ rights }) => rights !== 'read').map(({ organisationId }) => organisationId);
	if (!ids.length) return {};
	const rows = await ctx.db
		.select({ id: organisations.id, name: organisations.name })
		.from(organisations)
		.where(sql`${organisations.id} = any(${sql.param(ids)}::uuid[])`)
		.orderBy(organisations.name);
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
