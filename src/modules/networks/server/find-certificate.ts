import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Certificate } from '#lib/server/pdf/blocks.ts';
import { districtTitle } from '#modules/organisations/municipality.ts';
import { districts, municipalities, states } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { readable } from '../accent.ts';
import { toCertificate, whyNotCertificate } from '../certificate.ts';
import { membershipFor } from './internal/membership-for.ts';
import { networkRoles } from './tables.ts';

async function whereIs(ctx: Ctx, ags: string | null): Promise<string | null> {
	if (!ags) return null;
	const [place] = await ctx.db
		.select({ district: districts.name, type: districts.type, state: states.name })
		.from(municipalities)
		.innerJoin(districts, eq(districts.code, municipalities.districtCode))
		.innerJoin(states, eq(states.code, districts.stateCode))
		.where(eq(municipalities.ags, ags));
	return place ? `${districtTitle({ name: place.district, type: place.type })}, ${place.state}` : null;
}

/** Who signs: the office, and beside it a founder who is shown in public. */
async function signaturesOf(ctx: Ctx, networkId: string): Promise<Certificate['signatures']> {
	const today = dayOf(ctx.now);
	const rows = await ctx.db
		.select({ role: networkRoles.role, name: networkRoles.name, task: networkRoles.function, released: networkRoles.releasedAt })
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.networkId, networkId),
				inArray(networkRoles.role, ['office', 'founder']),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		)
		.orderBy(asc(networkRoles.startsOn), asc(sql`${networkRoles.id}`));
	const office = rows.find(({ role }) => role === 'office');
	const founder = rows.find(({ role, released }) => role === 'founder' && released);
	return [
		...(office ? [{ name: office.name, role: 'Netzwerkbüro' }] : []),
		...(founder ? [{ name: founder.name, role: ['Gründerteam', founder.task].filter(Boolean).join(', ') }] : [])
	];
}

/** The certificate of an active member, for the network's office and the member's own people; 404 for everybody else, 409 while it is no member. */
export async function findCertificate(ctx: Ctx, id: string): Promise<Certificate> {
	const { membership, network, organisation } = await membershipFor(ctx, id);
	const { state, tier, joinedOn } = membership;
	const not = whyNotCertificate({ state, joinedOn });
	if (not || !joinedOn) throw refused(not?.code ?? 'no-date', not?.message ?? '');
	const member = { organisation: organisation.name, where: await whereIs(ctx, organisation.ags ?? organisation.placeAgs), tier, joinedOn };
	const { name, tagline, summary, accent } = network;
	const signatures = await signaturesOf(ctx, network.id);
	return toCertificate(member, { name, tagline, summary, accent: readable(accent, 'light'), signatures }, dayOf(ctx.now));
}
