import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { contactName } from '#modules/organisations/contact.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import { contactPoints } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { RecommendationKind, RecommendationState } from '../recommendation.ts';
import { caseParties, recommendations } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';

export type Recommended = {
	id: string;
	kind: RecommendationKind;
	text: string;
	href: string | null;
	state: RecommendationState;
	blockedBy: string | null;
	dueOn: string | null;
	/** For whom, by name; null is for everybody. */
	partyName: string | null;
	partyId: string | null;
	contact: { unit: string; name: string | null; email: string | null; phone: string | null } | null;
};

const isOver = sql`${recommendations.state} in ('done', 'not_useful', 'already_done')`;

/** What is recommended in a case: what is open first, by day. `partyId`: only what is for this party or for everybody. The caller has asked who reads. */
export async function listOf(ctx: Pick<Ctx, 'db'>, caseId: string, partyId?: string): Promise<Recommended[]> {
	const forThem = partyId ? or(isNull(recommendations.partyId), eq(recommendations.partyId, partyId)) : undefined;
	const rows = await ctx.db
		.select({
			one: recommendations,
			partyName: caseParties.name,
			contact: { unit: contactPoints.unit, name: contactPoints.name, email: contactPoints.email, phone: contactPoints.phone }
		})
		.from(recommendations)
		.leftJoin(caseParties, eq(caseParties.id, recommendations.partyId))
		.leftJoin(contactPoints, eq(contactPoints.id, recommendations.contactPointId))
		.where(and(eq(recommendations.caseId, caseId), forThem))
		.orderBy(isOver, asc(recommendations.dueOn), asc(recommendations.createdAt), asc(recommendations.id))
		.limit(200);
	return rows.map(({ one: { id, kind, text, href, state, blockedBy, dueOn, partyId: whose }, partyName, contact }) => ({
		...{ id, kind, text, href, state, blockedBy, dueOn, partyName, partyId: whose, contact }
	}));
}

export type DeskRecommendations = { items: Recommended[]; parties: Record<string, string>; contacts: Record<string, string> };

/** The recommendations of a case with those to whom and of whom one can make, for whoever works on it. Throws 404. */
export async function listRecommendations(ctx: Ctx, id: string): Promise<DeskRecommendations> {
	const { row } = await caseAtDesk(ctx, id);
	const parties = await ctx.db
		.select({ id: caseParties.id, name: caseParties.name })
		.from(caseParties)
		.where(and(eq(caseParties.caseId, id), isNull(caseParties.endedAt), sql`${caseParties.access} <> 'none'`));
	const { contacts } = await findContacts(ctx, row.organisationId, { all: true });
	return {
		items: await listOf(ctx, id),
		parties: Object.fromEntries(parties.map((party) => [party.id, party.name])),
		contacts: Object.fromEntries(contacts.map((point) => [point.id, contactName(point)]))
	};
}
