import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { organisations, seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { memberships, networks, networkValues } from './tables.ts';

/** The reaction to a new version of the values: whoever acts for somebody that takes part is told once and asked to confirm it. Returns how many people. */
export async function tellPartners(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ networkId, version }: { networkId: string; version: number }
): Promise<number> {
	const [network] = await ctx.db
		.select({ name: networks.name, change: networkValues.change })
		.from(networks)
		.innerJoin(networkValues, and(eq(networkValues.networkId, networks.id), eq(networkValues.version, version)))
		.where(eq(networks.id, networkId));
	if (!network || version < 2) return 0;
	const valid = and(lte(seats.startsAt, ctx.now), or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now)));
	const asked = await ctx.db
		.selectDistinct({ personId: seats.personId, organisation: organisations.name })
		.from(memberships)
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.innerJoin(seats, and(eq(seats.organisationId, organisations.id), ne(seats.rights, 'read'), valid))
		.where(and(eq(memberships.networkId, networkId), inArray(memberships.state, ['member', 'paused', 'participant'])));
	for (const { personId, organisation } of asked)
		await addNotice(ctx, {
			personId,
			kind: 'values-changed',
			topic: 'inquiry',
			sender: { id: networkId, name: network.name },
			subjectId: `${networkId}:${version}`,
			data: {
				title: `„${network.name}“ hat eine neue Fassung der Werte`,
				text: `${network.change ? `${network.change} ` : ''}Bitte lesen und für ${organisation} bestätigen: Fassung ${version}.`,
				href: '/konto/netzwerke'
			}
		});
	return asked.length;
}
