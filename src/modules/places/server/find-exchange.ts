import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { TandemState } from '../tandem.ts';
import type { PlaceState } from '../vocabulary.ts';
import { placeFor } from './internal/place-for.ts';
import { tandemsOf } from './internal/tandems-of.ts';
import { learningGroups, learningMembers, placePages, places, tandems } from './tables.ts';

export type LearningPartner = {
	place: string;
	slug: string;
	municipality: string;
	contactName: string | null;
	contactEmail: string | null;
};
export type LearningItem = {
	id: string;
	title: string;
	description: string | null;
	isOpen: boolean;
	isMember: boolean;
	count: number;
	/** Who is in it, with contacts; null for who is not. */
	members: LearningPartner[] | null;
};
export type TandemItem = {
	id: string;
	state: TandemState;
	message: string;
	isProposer: boolean;
	other: { name: string; slug: string; municipality: string };
	/** Only while both have agreed. */
	contact: { name: string | null; email: string | null; phone: string | null } | null;
};
export type Exchange = { groups: LearningItem[]; tandems: TandemItem[]; partners: Record<string, string>; state: PlaceState };

/** What a place has to do with others: learning groups of its network and tandems. Contacts are shown to one another only. */
export async function findExchange(ctx: Ctx, id: string): Promise<Exchange> {
	const { place } = await placeFor(ctx, id);
	const { networkId } = place;
	return {
		groups: networkId ? await groupsOf(ctx, { networkId, placeId: id }) : [],
		tandems: await listTandems(ctx, id),
		partners: networkId ? await partnersOf(ctx, { networkId, placeId: id, organisationId: place.organisationId }) : {},
		state: place.state
	};
}

async function membersOf(ctx: Pick<Ctx, 'db'>, groupIds: string[]) {
	if (!groupIds.length) return [];
	return ctx.db
		.select({
			...{ groupId: learningMembers.groupId, placeId: learningMembers.placeId, place: places.name, slug: places.slug },
			...{ municipality: municipalities.nameShort, contactName: learningMembers.contactName, contactEmail: learningMembers.contactEmail }
		})
		.from(learningMembers)
		.innerJoin(places, eq(places.id, learningMembers.placeId))
		.innerJoin(municipalities, eq(municipalities.ags, places.ags))
		.where(and(inArray(learningMembers.groupId, groupIds), isNull(learningMembers.leftAt)))
		.orderBy(asc(places.name));
}

async function groupsOf(ctx: Ctx, { networkId, placeId }: { networkId: string; placeId: string }): Promise<LearningItem[]> {
	const groups = await ctx.db
		.select()
		.from(learningGroups)
		.where(eq(learningGroups.networkId, networkId))
		.orderBy(asc(learningGroups.title));
	const members = await membersOf(
		ctx,
		groups.map((group) => group.id)
	);
	return groups.map(({ id, title, description, isOpen }) => {
		const own = members.filter(({ groupId }) => groupId === id);
		const isMember = own.some((member) => member.placeId === placeId);
		const shown = own.map(({ groupId: _, placeId: __, ...member }) => member);
		return { id, title, description, isOpen, isMember, count: own.length, members: isMember ? shown : null };
	});
}

/** Learning groups with everybody in them, for the office of the network; the caller has asked. */
export async function loadLearningGroups(
	ctx: Pick<Ctx, 'db'>,
	networkId: string
): Promise<(Omit<LearningItem, 'members' | 'isMember'> & { members: LearningPartner[] })[]> {
	const groups = await ctx.db
		.select()
		.from(learningGroups)
		.where(eq(learningGroups.networkId, networkId))
		.orderBy(asc(learningGroups.title));
	const all = await membersOf(
		ctx,
		groups.map((group) => group.id)
	);
	return groups.map(({ id, title, description, isOpen }) => {
		const members = all.filter(({ groupId }) => groupId === id).map(({ groupId: _, placeId: __, ...member }) => member);
		return { id, title, description, isOpen, count: members.length, members };
	});
}

async function listTandems(ctx: Pick<Ctx, 'db'>, id: string): Promise<TandemItem[]> {
	const rows = await ctx.db.select().from(tandems).where(tandemsOf(id)).orderBy(desc(tandems.createdAt));
	const otherIds = rows.map(({ proposerId, askedId }) => (proposerId === id ? askedId : proposerId));
	const others = otherIds.length
		? await ctx.db
				.select({ place: places, municipality: municipalities.nameShort })
				.from(places)
				.innerJoin(municipalities, eq(municipalities.ags, places.ags))
				.where(inArray(places.id, otherIds))
		: [];
	return rows.flatMap(({ id: tandemId, state, message, proposerId, askedId }) => {
		const other = others.find(({ place }) => place.id === (proposerId === id ? askedId : proposerId));
		if (!other) return [];
		const { name, slug, contactName, contactEmail, contactPhone } = other.place;
		return [
			{
				...{ id: tandemId, state, message, isProposer: proposerId === id },
				other: { name, slug, municipality: other.municipality },
				contact: state === 'agreed' ? { name: contactName, email: contactEmail, phone: contactPhone } : null
			}
		];
	});
}

/** Published places of other groups in the network: id → name. */
async function partnersOf(
	ctx: Pick<Ctx, 'db'>,
	{ networkId, placeId, organisationId }: { networkId: string; placeId: string; organisationId: string }
): Promise<Record<string, string>> {
	const rows = await ctx.db
		.select({ id: places.id, name: places.name, municipality: municipalities.nameShort })
		.from(places)
		.innerJoin(placePages, eq(placePages.placeId, places.id))
		.innerJoin(municipalities, eq(municipalities.ags, places.ags))
		.where(and(eq(places.networkId, networkId), ne(places.id, placeId), ne(places.organisationId, organisationId)))
		.orderBy(asc(places.name));
	return Object.fromEntries(rows.map(({ id, name, municipality }) => [id, `${name}, ${municipality}`]));
}
