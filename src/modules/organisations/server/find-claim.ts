import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { ClaimState } from '../claim.ts';
import type { OrganisationKind } from '../organisation.ts';
import { maySeeClaim } from '../policy.ts';
import type { ClaimMethod, SeatFunction } from '../seat.ts';
import { claims, municipalities, organisations } from './tables.ts';

export type Claim = {
	id: string;
	personId: string;
	person: { name: string; email: string };
	organisation: { id: string; name: string; slug: string; kind: OrganisationKind; mailDomains: string[] };
	/** Where the town hall is, for the letter. */
	place: { postalCode: string | null; name: string | null };
	method: ClaimMethod;
	function: SeatFunction;
	title: string | null;
	message: string | null;
	email: string | null;
	tries: number;
	state: ClaimState;
	decidedAt: Date | null;
	reason: string | null;
	createdAt: Date;
	/** When the letter's code stops working; null before a letter was written. */
	codeUntil: Date | null;
};

export const claimColumns = {
	id: claims.id,
	personId: claims.personId,
	person: { name: people.name, email: people.email },
	organisation: {
		id: organisations.id,
		name: organisations.name,
		slug: organisations.slug,
		kind: organisations.kind,
		mailDomains: organisations.mailDomains
	},
	place: { postalCode: municipalities.postalCode, name: municipalities.nameShort },
	method: claims.method,
	function: claims.function,
	title: claims.title,
	message: claims.message,
	email: claims.email,
	tries: claims.tries,
	outcome: claims.outcome,
	decidedAt: claims.decidedAt,
	reason: claims.reason,
	createdAt: claims.createdAt,
	codeUntil: claims.secretExpiresAt
};

/** One claim, for whoever made it and for the office. Throws notFound. */
export async function findClaim(ctx: Ctx, id: string): Promise<Claim> {
	if (!isUuid(id)) throw notFound();
	const [row] = await ctx.db
		.select(claimColumns)
		.from(claims)
		.innerJoin(people, eq(people.id, claims.personId))
		.innerJoin(organisations, eq(organisations.id, claims.organisationId))
		.leftJoin(municipalities, eq(municipalities.ags, organisations.placeAgs))
		.where(eq(claims.id, id));
	if (!row || !maySeeClaim(ctx.actor, row)) throw notFound();
	const { outcome, place, ...claim } = row;
	return { ...claim, place: place ?? { postalCode: null, name: null }, state: outcome ?? 'open' };
}
