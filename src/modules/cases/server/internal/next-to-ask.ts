import { dayOf } from '#lib/calendar.ts';
import { listHelpingNetworks } from '#modules/networks/server/list-helping-networks.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { ContactPoint } from '#modules/organisations/contact.ts';
import type { HelpingNetwork, RouteStep } from '#modules/organisations/contact-route.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import { escalate, type Escalation } from '../../escalation.ts';

export type Late = { organisationId: string; sentTo: string[]; step: RouteStep; promisedDays: number };
type Doors = { name: string; contacts: ContactPoint[]; networks: HelpingNetwork[] };
/** What one run has read already: who can be asked at an organisation, and the office of this installation. */
export type Known = { doors: Map<string, Doors>; office: string[] | null };
export const nothingKnown = (): Known => ({ doors: new Map(), office: null });
const mostKnown = 2000;

/** Who can be asked at an organisation and who helps it: read once for all that wait there. */
export async function doorsOf(ctx: Ctx, organisationId: string, { doors }: Known): Promise<Doors> {
	const known = doors.get(organisationId);
	if (known) return known;
	const { owner, contacts } = await findContacts(ctx, organisationId, { all: true });
	const found = { name: owner.name, contacts, networks: await listHelpingNetworks(ctx, { organisationId, ags: owner.ags }) };
	if (doors.size >= mostKnown) doors.clear();
	doors.set(organisationId, found);
	return found;
}

/** Who is asked when the promised days have passed, as things stand today. */
export async function nextToAsk(ctx: Ctx, { organisationId, sentTo, step, promisedDays }: Late, known: Known): Promise<Escalation | null> {
	const { name, contacts, networks } = await doorsOf(ctx, organisationId, known);
	return escalate({ owner: name, points: contacts, sentTo, step, promisedDays, today: dayOf(ctx.now), networks });
}

/** Where a mail to them goes. */
export async function addressesOf(ctx: Ctx, { point, network }: Escalation, known: Known): Promise<string[]> {
	if (point?.email) return [point.email];
	if (network) return [network.contactEmail];
	return (known.office ??= await listOfficeAddresses(ctx));
}
