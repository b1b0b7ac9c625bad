import { and, desc, eq, like, sql } from 'drizzle-orm';
import { spaces } from '#modules/properties/server/tables.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { events, people } from '#modules/people/server/tables.ts';
import { isTrailKind, trailText } from '../trail.ts';
import { groupForMember, type GroupRow, type MemberRow } from './internal/group-for.ts';

export type Group = Omit<GroupRow, 'createdBy'> & {
	/** The public page of its house, where it has one. */
	houseSlug: string | null;
	town: string | null;
};
export type OwnGroup = { group: Group; me: Pick<MemberRow, 'id' | 'isSpeaker' | 'isNamed' | 'organisationId'> };

/** A group for one of its members. Throws 401, 404. */
export async function findGroup(ctx: Ctx, id: string): Promise<OwnGroup> {
	const { row, me } = await groupForMember(ctx, id);
	const { createdBy: _, ...group } = row;
	const [space] = row.propertyId ? await ctx.db.select({ slug: spaces.slug }).from(spaces).where(eq(spaces.id, row.propertyId)) : [];
	const [town] = row.ags
		? await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, row.ags))
		: [];
	const { id: memberId, isSpeaker, isNamed, organisationId } = me;
	return {
		group: { ...group, houseSlug: space?.slug ?? null, town: town?.name ?? null },
		me: { id: memberId, isSpeaker, isNamed, organisationId }
	};
}

export type TrailLine = { at: Date; text: string; reason: string | null };

/** What happened in a group, the newest first; for its members. Throws 401, 404. */
export async function listTrail(ctx: Ctx, id: string): Promise<TrailLine[]> {
	await groupForMember(ctx, id);
	const about = sql<
		string | null
	>`case when ${events.data} ? 'personId' then coalesce(nullif(${people.name}, ''), 'Jemand') else ${events.data}->>'what' end`;
	const rows = await ctx.db
		.select({ at: events.at, kind: events.kind, reason: events.reason, about })
		.from(events)
		.leftJoin(people, sql`${people.id}::text = ${events.data}->>'personId'`)
		.where(and(eq(events.subjectId, id), like(events.kind, 'group.%')))
		.orderBy(desc(events.at), desc(events.id))
		.limit(60);
	return rows.flatMap(({ at, kind, reason, about: what }) => {
		const word = kind.slice('group.'.length);
		return isTrailKind(word) ? [{ at, text: trailText(word, what), reason }] : [];
	});
}
