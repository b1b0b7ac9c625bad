import { dayOf } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import { routeContact } from '#modules/organisations/contact-route.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { isReleased } from '../match.ts';
import { findPair, type PairKey } from './find-pair.ts';
import { editorsOf } from './internal/editors-of.ts';
import { matches } from './tables.ts';

export type Contact = { name: string; unit?: string; email: string | null; phone: string | null };

async function seekerContact(ctx: Ctx, requestId: string): Promise<Contact | null> {
	const [row] = await ctx.db
		.select({
			group: actorProfiles.name,
			person: people.name,
			email: actorProfiles.contactEmail,
			mail: people.email,
			phone: actorProfiles.contactPhone
		})
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.innerJoin(people, eq(people.id, actorProfiles.personId))
		.where(eq(spaceRequests.id, requestId));
	return row ? { name: row.person, unit: row.group, email: row.email ?? row.mail, phone: row.phone } : null;
}

async function providerContact(ctx: Ctx, ags: string): Promise<Contact | null> {
	const { contacts, owner } = await findContacts(ctx, ags, { all: true });
	const question = { owner: owner.name, points: contacts, topic: 'spaces', today: dayOf(ctx.now), hasPeople: false } as const;
	const { point } = routeContact({ ...question, networks: [] });
	if (point) return { name: point.name ?? point.unit, unit: point.unit, email: point.email, phone: point.phone };
	const [editor] = await editorsOf(ctx, [ags]);
	return editor ? { name: editor.name, unit: owner.name, email: editor.email, phone: null } : null;
}

/** How to reach the other side: `null` until contact was released. 404 for strangers. */
export async function findContact(ctx: Ctx, key: PairKey): Promise<Contact | null> {
	const pair = await findPair(ctx, key);
	const [match] = await ctx.db
		.select({ state: matches.state })
		.from(matches)
		.where(and(eq(matches.spaceId, pair.spaceId), eq(matches.requestId, pair.requestId)));
	if (!match || !isReleased(match.state)) return null;
	return pair.side === 'seeker' ? providerContact(ctx, pair.ags) : seekerContact(ctx, pair.requestId);
}
