import { dayOf } from '#lib/calendar.ts';
import { listHelpingNetworks } from '#modules/networks/server/list-helping-networks.ts';
import { routeContact, type ContactRoute } from '#modules/organisations/contact-route.ts';
import type { ContactPoint, ContactTopic } from '#modules/organisations/contact.ts';
import type { Owner } from '#modules/organisations/policy.ts';
import { countPeople } from '#modules/organisations/server/count-people.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { Ctx } from '#modules/people/actor.ts';

type Asked = { owner: Owner & { name: string }; contacts: ContactPoint[]; topic: ContactTopic | null; byMail?: boolean };

/** Who answers, from contact points that are known already. Networks and seats are asked for only where the organisation itself names nobody. */
export async function completeRoute(ctx: Ctx, { owner, contacts, topic, byMail }: Asked): Promise<ContactRoute> {
	const question = { owner: owner.name, points: contacts, topic, today: dayOf(ctx.now), byMail, hasPeople: false, networks: [] };
	const own = routeContact(question);
	if (own.point) return own;
	const hasPeople = owner.id !== null && (await countPeople(ctx, owner.id, { unseen: !byMail })) > 0;
	const networks = hasPeople ? [] : await listHelpingNetworks(ctx, { organisationId: owner.id, ags: owner.ags });
	return routeContact({ ...question, hasPeople, networks });
}

export type FoundRoute = { route: ContactRoute; owner: Owner & { name: string; isShown: boolean } };

/**
 * Topic and organisation (`key`: key of a municipality, or id) → who answers and why, as far as whoever asks may know it. `toSend`: for a message that
 * leaves by mail, where no address is shown to anybody. Throws notFound.
 */
export async function findContactRoute(
	ctx: Ctx,
	{ key, topic, toSend = false }: { key: string; topic: ContactTopic | null; toSend?: boolean }
): Promise<FoundRoute> {
	const { owner, contacts } = await findContacts(ctx, key, { all: toSend });
	return { owner, route: await completeRoute(ctx, { owner, contacts, topic, byMail: toSend }) };
}
