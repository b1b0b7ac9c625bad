import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Property } from '../../to-space.ts';
import { isPublic } from '../../shown.ts';
import type { LifecycleState, PublicationState } from '../../vocabulary.ts';
import { projectSpaces } from '../project-space.ts';
import { properties, propertySteps, publicationAnnouncements } from '../tables.ts';

type Steps = { lifecycle?: LifecycleState; publication?: PublicationState; reason?: string; set?: Partial<Property> };

const kindOf = (before: boolean, after: boolean) => (after ? (before ? 'space.changed' : 'space.published') : 'space.withdrawn');

/** What was announced is no ground any more once a house went back inside; its code still objects. */
const endAnnouncements = (ctx: Ctx, propertyId: string) =>
	ctx.db
		.update(publicationAnnouncements)
		.set({ endedAt: ctx.now })
		.where(and(eq(publicationAnnouncements.propertyId, propertyId), isNull(publicationAnnouncements.endedAt)));

/** Moves a property in one or both machines: history, row, public face and word of it fall together. */
export async function takeStep(ctx: Ctx, before: Property, { lifecycle, publication, reason, set = {} }: Steps): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const shownBefore = isPublic(before.publicationState);
		const shown = publication ? isPublic(publication) : shownBefore;
		const step = { propertyId: before.id, reason: reason?.trim() || null, at: ctx.now, byPersonId: ctx.actor?.id ?? null };
		if (lifecycle)
			await db.insert(propertySteps).values({ ...step, id: newId(), machine: 'lifecycle', from: before.lifecycleState, to: lifecycle });
		if (publication)
			await db
				.insert(propertySteps)
				.values({ ...step, id: newId(), machine: 'publication', from: before.publicationState, to: publication });
		const moved = await db
			.update(properties)
			.set({
				...set,
				...(lifecycle && { lifecycleState: lifecycle }),
				...(publication && { publicationState: publication }),
				...(shown && !shownBefore && { publishedAt: ctx.now, withdrawnAt: null, stale: null }),
				...(!shown && shownBefore && { withdrawnAt: ctx.now }),
				updatedAt: ctx.now,
				updatedBy: ctx.actor?.id ?? null
			})
			.where(
				and(
					eq(properties.id, before.id),
					eq(properties.lifecycleState, before.lifecycleState),
					eq(properties.publicationState, before.publicationState)
				)
			)
			.returning({ id: properties.id });
		if (!moved.length)
			throw refused('changed-meanwhile', 'Jemand war schneller: der Stand hat sich eben geändert. Bitte neu laden und ansehen.');
		if (publication === 'internal' || publication === 'locked') await endAnnouncements(within, before.id);
		if (!shown && !shownBefore) return;
		await projectSpaces(within, [before.id]);
		await recordEvent(within, kindOf(shownBefore, shown), { subjectId: before.id, reason, data: { spaceId: before.id } });
	});
}
