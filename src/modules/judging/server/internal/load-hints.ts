import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import { groupMembers } from '#modules/groups/server/tables.ts';
import { organisations, seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSameDomain, isNamedIn } from '../../hints.ts';
import type { Panel } from '../../panel.ts';

/** What whoever asks is to the concepts, from their own seats, groups, address and affiliation: sentences by the id of the concept. */
export async function loadHints({ db, actor, now }: Ctx, panel: Panel): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	const ids = panel.concepts.map(({ id }) => id);
	if (!actor || !ids.length) return found;
	const add = (id: string, text: string) => found.set(id, [...(found.get(id) ?? []), text]);
	const writers = await db
		.select({ conceptId: conceptMembers.conceptId, personId: conceptMembers.personId })
		.from(conceptMembers)
		.where(inArray(conceptMembers.conceptId, ids));
	const held = await db
		.select({ organisationId: seats.organisationId, name: organisations.name })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(seats.personId, actor.id), or(isNull(seats.endsAt), gt(seats.endsAt, now))));
	const shared = held.length
		? await db
				.select({ personId: seats.personId, organisationId: seats.organisationId })
				.from(seats)
				.where(
					and(
						inArray(
							seats.organisationId,
							held.map(({ organisationId }) => organisationId)
						),
						or(isNull(seats.endsAt), gt(seats.endsAt, now)),
						sql`${seats.personId} <> ${actor.id}::uuid`
					)
				)
		: [];
	const groups = new Set(
		(await db.select({ groupId: groupMembers.groupId }).from(groupMembers).where(eq(groupMembers.personId, actor.id))).map(
			({ groupId }) => groupId
		)
	);
	for (const one of panel.concepts) {
		const people = writers.filter(({ conceptId }) => conceptId === one.id).map(({ personId }) => personId);
		if (people.includes(actor.id)) add(one.id, 'Sie schreiben selbst an diesem Konzept.');
		if (one.groupId && groups.has(one.groupId)) add(one.id, 'Sie gehören zu dieser Gruppe.');
		for (const { organisationId, name } of held) {
			if (shared.some((seat) => seat.organisationId === organisationId && people.includes(seat.personId)))
				add(one.id, `Jemand aus dieser Gruppe hat wie Sie eine Funktion bei ${name}.`);
			if (isNamedIn(name, one.applicantName)) add(one.id, `Der Name klingt wie ${name}, wo Sie eine Funktion haben.`);
		}
		if (hasSameDomain(actor.email, one.applicantEmail)) add(one.id, 'Die Mailadresse gehört zur selben Stelle wie Ihre.');
		if (panel.mine.some(({ affiliation }) => isNamedIn(affiliation, one.applicantName)))
			add(one.id, 'Der Name klingt wie die Stelle, für die Sie eingetragen sind.');
	}
	return found;
}
