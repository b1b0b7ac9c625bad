import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Outcome } from '#modules/cases/case.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { mayTell } from '../policy.ts';
import { stories } from './tables.ts';

/** `title`, `lesson`: words to begin with, of what may be public. */
type Begun = { propertyId: string; placeId: string | null; outcome: Outcome; title: string; lesson: string };

async function ownerOf({ db }: Pick<Ctx, 'db'>, ags: string) {
	const [owner] = await db
		.select({ organisationId: organisations.id, ags: organisations.ags })
		.from(organisations)
		.where(and(eq(organisations.ags, ags), eq(organisations.kind, 'municipality')));
	if (!owner) throw refused('no-town', 'Zu diesem Haus gehört keine Kommune, die erzählen könnte.');
	return owner;
}

/** Begins to tell how a house came back to life, where no case leads to it: a draft of its municipality. Returns its id. Throws 401, 404, 409. */
export async function beginStoryOfHouse(ctx: Ctx, { propertyId, placeId, outcome, title, lesson }: Begun): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [house] = await db.select().from(properties).where(eq(properties.id, propertyId));
		if (!house) throw notFound();
		const { organisationId, ags } = await ownerOf(inside, house.ags);
		if (!mayTell(ctx.actor, { organisationId, ags })) throw notFound();
		const [space] = await db.select({ type: spaces.propertyType, uses: spaces.uses }).from(spaces).where(eq(spaces.id, propertyId));
		const id = newId();
		const facts = { propertyType: space?.type ?? 'unknown', use: space?.uses[0] ?? null } as const;
		const linked = { propertyId: space ? propertyId : null, placeId };
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now };
		const told = { title: title.slice(0, 160), lesson, outcome };
		await db.insert(stories).values({ id, organisationId, ags: house.ags, isDemo: house.isDemo, ...told, ...facts, ...linked, ...stamp });
		await recordEvent(inside, 'story.begun', { subjectId: id, data: { property: propertyId } });
		return id;
	});
}
