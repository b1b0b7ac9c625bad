import { and, eq, isNull, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { legalForms } from '../legal-form.ts';
import { mayReadForTown } from '../policy.ts';
import { findFit, type Fit } from './find-fit.ts';
import { needsOf } from './internal/needs-of.ts';
import { groupMembers, groupRoles, groups } from './tables.ts';

export type GroupForTown = {
	id: string;
	name: string;
	idea: string;
	seeks: string;
	ags: string;
	propertyId: string | null;
	house: string | null;
	isEstablished: boolean;
	legalForm: string | null;
	members: number;
	openRoles: string[];
	/** Who speaks for it, and how they are reached: turning to the municipality says so. */
	speakers: { personId: string; name: string; email: string }[];
	fit: Fit;
};

/** A group as its municipality reads it once the group turned to it; 404 for everybody else, and before. No other member is named, and nobody's need bears a name. */
export async function findShownGroup(ctx: Ctx, id: string): Promise<GroupForTown> {
	const [row] = isUuid(id) ? await ctx.db.select().from(groups).where(eq(groups.id, id)) : [];
	if (!row?.ags || !mayReadForTown(ctx.actor, row)) throw notFound();
	const { name, idea, seeks, ags, propertyId, houseTitle: house, state, legalForm } = row;
	const speakers = await ctx.db
		.select({ personId: people.id, name: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})`, email: people.email })
		.from(groupMembers)
		.innerJoin(people, eq(people.id, groupMembers.personId))
		.where(and(eq(groupMembers.groupId, id), eq(groupMembers.isSpeaker, true)))
		.orderBy(groupMembers.joinedAt);
	const open = await ctx.db
		.select({ title: groupRoles.title })
		.from(groupRoles)
		.where(and(eq(groupRoles.groupId, id), isNull(groupRoles.memberId)))
		.orderBy(groupRoles.createdAt);
	const members = await ctx.db.$count(groupMembers, eq(groupMembers.groupId, id));
	return {
		...{ id, name, idea, seeks, ags, propertyId, house, members, speakers, isEstablished: state === 'established' },
		legalForm: legalForm && legalForms[legalForm].name,
		openRoles: open.map(({ title }) => title),
		fit: await findFit(ctx, row, await needsOf(ctx, id))
	};
}
