import { eq } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import type { Applicant } from '../programme.ts';
import type { Facts } from '../suggest.ts';
import { suggestFor } from './internal/suggest-for.ts';

/** Programmes for one house of the register, with reasons, for those who look after it. Throws 404 for everybody else. */
export async function findHouseFunding(ctx: Ctx, propertyId: string, applicant: Applicant | null) {
	const house = await findProperty(ctx, propertyId);
	const [town] = await ctx.db
		.select({ stateCode: municipalities.stateCode, districtCode: municipalities.districtCode, population: municipalities.population })
		.from(municipalities)
		.where(eq(municipalities.ags, house.ags));
	const { heritage, condition, usesWanted, usesAllowed } = house;
	const facts: Facts = {
		...{ stateCode: null, districtCode: null, population: null },
		...town,
		...{ applicant, heritage, condition, uses: usesWanted.length ? usesWanted : usesAllowed },
		ownership: house.isMunicipal ? 'municipal' : house.ownerPersonId ? 'private' : null
	};
	return { house, ...(await suggestFor(ctx, facts)) };
}
export type HouseFunding = Awaited<ReturnType<typeof findHouseFunding>>;
