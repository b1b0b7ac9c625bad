import { and, eq, inArray } from 'drizzle-orm';
import { findShownGroup } from '#modules/groups/server/find-shown-group.ts';
import { findPair } from '#modules/matching/server/find-pair.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import type { Origin, PartyRole } from '../case.ts';
import { caseSubjects } from './case-tables.ts';
import { findReceivedMessage } from './find-message.ts';
import type { NewParty } from './internal/insert-party.ts';
import { messages } from './tables.ts';

/** What a case comes from: a message, a house, a request, a pair of both, a group that turned to the municipality. */
export type StartKey = { message?: string; space?: string; request?: string; group?: string };
export type CaseStart = {
	of: string | null;
	title: string;
	summary: string;
	origin: Origin;
	topic: (typeof messages.$inferSelect)['topic'];
	parties: NewParty[];
	subjects: Omit<typeof caseSubjects.$inferInsert, 'id' | 'caseId'>[];
	match: { spaceId: string; requestId: string; matchId: string } | null;
	/** The case that this message or match has already become. */
	existing: string | null;
};

const nothing: CaseStart = {
	...{ of: null, title: '', summary: '', origin: 'phone', topic: null, parties: [], subjects: [], match: null, existing: null }
};
const seekerOf = (topic: string | null): PartyRole => (topic === 'owners' ? 'owner' : 'seeker');

async function fromMessage(ctx: Ctx, id: string): Promise<CaseStart> {
	const { text, sender, email, topic: word, about } = await findReceivedMessage(ctx, { id });
	const [row] = await ctx.db
		.select({ of: messages.organisationId, topic: messages.topic, personId: messages.personId })
		.from(messages)
		.where(eq(messages.id, id));
	const party: NewParty = { personId: row?.personId, name: sender, email, role: seekerOf(word), access: 'shared' };
	return {
		...{ ...nothing, of: row?.of ?? null, title: about ? `${sender}: ${about.title}` : `Anfrage von ${sender}`, summary: text },
		...{ origin: word === 'owners' ? 'owner_contact' : 'space_request', topic: row?.topic ?? null },
		...{ parties: [party], subjects: [{ messageId: id }] }
	};
}

async function organisationOfTown(ctx: Ctx, ags: string): Promise<string> {
	const [row] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
	return row?.id ?? ags;
}

async function ownerOf(ctx: Ctx, personId: string | null): Promise<NewParty[]> {
	if (!personId) return [];
	const [owner] = await ctx.db.select({ name: people.name, email: people.email }).from(people).where(eq(people.id, personId));
	return owner ? [{ personId, name: owner.name || owner.email, email: owner.email, role: 'owner', access: 'shared' }] : [];
}

async function groupOf(ctx: Ctx, requestId: string): Promise<NewParty[]> {
	const [group] = await ctx.db
		.select({ personId: actorProfiles.personId, name: actorProfiles.name, email: actorProfiles.contactEmail })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(eq(spaceRequests.id, requestId));
	return group ? [{ ...group, role: 'seeker', access: 'shared' }] : [];
}

async function fromPair(ctx: Ctx, { space, request }: { space: string; request: string }): Promise<CaseStart> {
	const pair = await findPair(ctx, { spaceId: space, requestId: request });
	const [match] = await ctx.db
		.select({ id: matches.id })
		.from(matches)
		.where(and(eq(matches.spaceId, space), eq(matches.requestId, request)));
	const subjects = [{ propertyId: space }, { requestId: request }, ...(match ? [{ matchId: match.id }] : [])];
	return {
		...{ ...nothing, of: await organisationOfTown(ctx, pair.ags), title: `${pair.requestTitle} und ${pair.spaceTitle}`, origin: 'match' },
		...{ topic: 'spaces', parties: [...(await groupOf(ctx, request)), ...(await ownerOf(ctx, pair.ownerId))], subjects },
		match: match ? { spaceId: space, requestId: request, matchId: match.id } : null
	};
}

async function fromSpace(ctx: Ctx, id: string): Promise<CaseStart> {
	const { ags, title, ownerPersonId } = await findProperty(ctx, id);
	const parties = await ownerOf(ctx, ownerPersonId);
	const origin: Origin = parties.length ? 'owner_contact' : 'municipality';
	return { ...nothing, of: await organisationOfTown(ctx, ags), title, origin, topic: 'spaces', parties, subjects: [{ propertyId: id }] };
}

async function fromRequest(ctx: Ctx, key: string): Promise<CaseStart> {
	const { id, title, summary } = await findRequest(ctx, key);
	const parties = await groupOf(ctx, id);
	return { ...nothing, title, summary: summary ?? '', origin: 'space_request', topic: 'spaces', parties, subjects: [{ requestId: id }] };
}

async function fromGroup(ctx: Ctx, id: string): Promise<CaseStart> {
	const { name, idea, ags, house, propertyId, speakers } = await findShownGroup(ctx, id);
	const parties = speakers.map((speaker): NewParty => ({ ...speaker, role: 'seeker', access: 'shared' }));
	return {
		...{ ...nothing, of: await organisationOfTown(ctx, ags), title: (house ? `${name}: ${house}` : name).slice(0, 160), summary: idea },
		...{ origin: 'space_request', topic: 'spaces', parties, subjects: [{ groupId: id }, ...(propertyId ? [{ propertyId }] : [])] }
	};
}

async function existingOf(ctx: Ctx, { subjects }: CaseStart): Promise<string | null> {
	for (const [column, ids] of [
		[caseSubjects.messageId, subjects.flatMap(({ messageId }) => messageId ?? [])],
		[caseSubjects.matchId, subjects.flatMap(({ matchId }) => matchId ?? [])],
		[caseSubjects.groupId, subjects.flatMap(({ groupId }) => groupId ?? [])]
	] as const) {
		const [row] = ids.length ? await ctx.db.select({ id: caseSubjects.caseId }).from(caseSubjects).where(inArray(column, ids)) : [];
		if (row) return row.id;
	}
	return null;
}

/** What is known already of a case that shall begin with this message, house, request, pair or group, for whoever may see them. Throws 404. */
export async function findCaseStart(ctx: Ctx, { message, space, request, group }: StartKey): Promise<CaseStart> {
	let start = nothing;
	if (message) start = await fromMessage(ctx, message);
	else if (group) start = await fromGroup(ctx, group);
	else if (space && request) start = await fromPair(ctx, { space, request });
	else if (space) start = await fromSpace(ctx, space);
	else if (request) start = await fromRequest(ctx, request);
	return { ...start, existing: await existingOf(ctx, start) };
}
