import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { caseSubjects } from '#modules/cases/server/case-tables.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { placePages, places } from '#modules/places/server/tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { outcomes, type Outcome } from '#modules/cases/case.ts';
import { whyNotTellCase } from '../story.ts';
import { stories } from './tables.ts';

/** Of the house only what its public face says, and the place that it became. */
async function houseOf(ctx: Ctx, caseId: string) {
	const [house] = await ctx.db
		.select({ id: properties.id, ags: properties.ags, space: { title: spaces.title, type: spaces.propertyType, uses: spaces.uses } })
		.from(caseSubjects)
		.innerJoin(properties, eq(properties.id, caseSubjects.propertyId))
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(eq(caseSubjects.caseId, caseId))
		.limit(1);
	if (!house) return null;
	const [place] = await ctx.db
		.select({ id: places.id })
		.from(places)
		.innerJoin(placePages, eq(placePages.placeId, places.id))
		.where(and(eq(places.ags, house.ags), eq(places.propertyId, house.id)));
	return { ...house, placeId: place?.id ?? null };
}

/**
 * Begins to tell a case that has ended: a draft with its outcome, what was learned, and the public face of its house. Nothing of parties and notes comes
 * along. A second time leads to the first. Returns its id. Throws 404, 409.
 */
export async function beginStory(ctx: Ctx, { caseId }: { caseId: string }): Promise<string> {
	const { row } = await findCase(ctx, caseId);
	const not = whyNotTellCase(row);
	if (not) throw refused(not.code, not.message);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const house = await houseOf(inside, caseId);
		const [owner] = await db.select({ ags: organisations.ags }).from(organisations).where(eq(organisations.id, row.organisationId));
		const ags = house?.ags ?? owner?.ags;
		if (!ags) throw refused('no-town', 'Zu diesem Fall gehört keine Kommune. Bitte ein Haus an den Fall hängen.');
		const [town] = await db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, ags));
		const title = `${house?.space?.title ?? `Ein Haus in ${town?.name ?? ''}`}: ${outcomes[row.outcome as Outcome]}`;
		const facts = { propertyType: house?.space?.type ?? 'unknown', use: house?.space?.uses[0] ?? null } as const;
		const linked = { propertyId: house?.space ? house.id : null, placeId: house?.placeId ?? null };
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now };
		const told = { title: title.slice(0, 160), lesson: row.lesson ?? '', outcome: row.outcome as Outcome };
		const [made] = await db
			.insert(stories)
			.values({ id: newId(), caseId, organisationId: row.organisationId, ags, isDemo: row.isDemo, ...told, ...facts, ...linked, ...stamp })
			.onConflictDoNothing({ target: stories.caseId })
			.returning({ id: stories.id });
		if (made) await recordEvent(inside, 'story.begun', { subjectId: made.id, data: { case: caseId } });
		const [there] = await db.select({ id: stories.id }).from(stories).where(eq(stories.caseId, caseId));
		return there?.id ?? '';
	});
}
