import { and, eq, isNotNull } from 'drizzle-orm';
import { caseSubjects } from '#modules/cases/server/case-tables.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import { listRecommendations } from '#modules/cases/server/list-recommendations.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEdit } from '#modules/properties/policy.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import type { Applicant } from '../programme.ts';
import type { Facts } from '../suggest.ts';
import { suggestFor, type ShownSuggestions } from './internal/suggest-for.ts';

type Town = Pick<Facts, 'stateCode' | 'districtCode' | 'population'>;

async function townOf(ctx: Ctx, organisationId: string): Promise<Town | null> {
	const [town] = await ctx.db
		.select({ stateCode: municipalities.stateCode, districtCode: municipalities.districtCode, population: municipalities.population })
		.from(organisations)
		.innerJoin(municipalities, eq(municipalities.ags, organisations.ags))
		.where(eq(organisations.id, organisationId));
	return town ?? null;
}

/** What is known of the house of a case: for whoever looks after it all of it, for an office its public face. */
async function houseOf(ctx: Ctx, caseId: string) {
	const [found] = await ctx.db
		.select({ house: properties, space: spaces })
		.from(caseSubjects)
		.innerJoin(properties, eq(properties.id, caseSubjects.propertyId))
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(and(eq(caseSubjects.caseId, caseId), isNotNull(caseSubjects.propertyId)))
		.limit(1);
	if (!found) return null;
	const { house, space } = found;
	if (!mayEdit(ctx.actor, house))
		return space && { heritage: space.heritage, condition: space.condition, uses: space.uses, ownership: null };
	const ownership = house.isMunicipal ? ('municipal' as const) : house.ownerPersonId ? ('private' as const) : null;
	return {
		...{ heritage: house.heritage, condition: house.condition, ownership },
		uses: house.usesWanted.length ? house.usesWanted : house.usesAllowed
	};
}

/** Programmes for a case, with reasons, and which of them are recommended in it already (by their address). For whoever works on it; 404 for everybody else. */
export async function findCaseFunding(
	ctx: Ctx,
	caseId: string,
	applicant: Applicant | null
): Promise<ShownSuggestions & { recommended: string[] }> {
	const { row } = await findCase(ctx, caseId);
	const facts: Facts = {
		...{ stateCode: null, districtCode: null, population: null },
		...(await townOf(ctx, row.organisationId)),
		...{ applicant, heritage: 'unknown', condition: 'unknown', uses: [], ownership: null },
		...(await houseOf(ctx, caseId))
	};
	const { items } = await listRecommendations(ctx, caseId);
	return { ...(await suggestFor(ctx, facts)), recommended: items.flatMap(({ href }) => href ?? []) };
}
