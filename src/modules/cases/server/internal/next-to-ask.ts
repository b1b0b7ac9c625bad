import { dayOf } from '#lib/calendar.ts';
import { listHelpingNetworks } from '#modules/networks/server/list-helping-networks.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { RouteStep } from '#modules/organisations/contact-route.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import { escalate, type Escalation } from '../../escalation.ts';

export type Late = { organisationId: string; sentTo: string[]; step: RouteStep; promisedDays: number };

/** Who is asked when the promised days have passed, as things stand today. */
export async function nextToAsk(ctx: Ctx, { organisationId, sentTo, step, promisedDays }: Late): Promise<Escalation | null> {
	const { owner, contacts } = await findContacts(ctx, organisationId, { all: true });
	const networks = await listHelpingNetworks(ctx, { organisationId, ags: owner.ags });
	return escalate({ owner: owner.name, points: contacts, sentTo, step, promisedDays, today: dayOf(ctx.now), networks });
}

/** Where a mail to them goes. */
export async function addressesOf(ctx: Ctx, { point, network }: Escalation): Promise<string[]> {
	if (point?.email) return [point.email];
	return network ? [network.contactEmail] : listOfficeAddresses(ctx);
}
