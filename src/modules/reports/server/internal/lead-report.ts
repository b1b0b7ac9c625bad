import { and, eq } from 'drizzle-orm';
import { findContactRoute } from '#modules/cases/server/find-contact-route.ts';
import type { ContactRoute } from '#modules/organisations/contact-route.ts';
import { countPeople, listActingAddresses } from '#modules/organisations/server/count-people.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import type { reports } from '../tables.ts';

type ReportRow = typeof reports.$inferSelect;
export type Lead = Pick<ReportRow, 'step' | 'why' | 'networkId' | 'countyId'> & { sendTo: string[]; town: string };

/** The county of a municipality, where somebody acts for it. */
async function actingCounty(ctx: Ctx, ags: string): Promise<{ id: string; name: string } | null> {
	const [county] = await ctx.db
		.select({ id: organisations.id, name: organisations.name })
		.from(municipalities)
		.innerJoin(organisations, eq(organisations.districtCode, municipalities.districtCode))
		.where(and(eq(municipalities.ags, ags), eq(organisations.kind, 'county')));
	return county && (await countPeople(ctx, county.id)) > 0 ? county : null;
}

async function addressesOf(ctx: Ctx, { step, point, network }: ContactRoute, organisationId: string | null): Promise<string[]> {
	if (point?.email) return [point.email];
	if (step === 'people' && organisationId) return listActingAddresses(ctx, organisationId);
	if (network) return [network.contactEmail];
	return listOfficeAddresses(ctx);
}

/** Who checks a report from this municipality: the municipality; where nobody there can be reached its county, a network's office, or the office. */
export async function leadReport(ctx: Ctx, ags: string): Promise<Lead> {
	const { route, owner } = await findContactRoute(ctx, { key: ags, topic: 'spaces', toSend: true });
	const isElsewhere = route.step === 'network' || route.step === 'office';
	const county = isElsewhere ? await actingCounty(ctx, ags) : null;
	if (county)
		return {
			...{ step: 'county', networkId: null, countyId: county.id, town: owner.name },
			why: `${owner.name} ist hier noch nicht zu erreichen. ${county.name} nimmt Meldungen für seine Kommunen an.`,
			sendTo: await listActingAddresses(ctx, county.id)
		};
	return {
		...{ step: route.step, why: route.why, networkId: route.network?.id ?? null, countyId: null, town: owner.name },
		sendTo: await addressesOf(ctx, route, owner.id)
	};
}
