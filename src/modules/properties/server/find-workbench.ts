import { asc, desc, eq, sql } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { withheldSentence } from '#modules/people/content.ts';
import { findWithheld } from '#modules/people/server/check-may-show.ts';
import { movesFrom } from '../lifecycle.ts';
import { mayPublish, maySteer } from '../policy.ts';
import { changes, stateFor, waitsUntil, whyNotPublish } from '../publication.ts';
import type { Property } from '../to-space.ts';
import { isPublic } from '../shown.ts';
import type { Precision } from '../vocabulary.ts';
import { findProperty } from './find-property.ts';
import { consentsOf, lifecycleFacts, publicationFacts } from './internal/load-facts.ts';
import { previewSpace } from './project-space.ts';
import { media, propertySteps, publicationAnnouncements, units } from './tables.ts';

/** A property with all that belongs to it, for the page of those who look after it. Throws 404 for everybody else. */
export async function findWorkbench(ctx: Ctx, id: string) {
	const property = await findProperty(ctx, id);
	const [town] = await ctx.db
		.select({ name: municipalities.nameShort, slug: municipalities.slug, lat: municipalities.lat, lon: municipalities.lon })
		.from(municipalities)
		.where(eq(municipalities.ags, property.ags));
	const parts = await ctx.db.select().from(units).where(eq(units.propertyId, id)).orderBy(asc(units.position), asc(units.id));
	const files = await ctx.db.select().from(media).where(eq(media.propertyId, id)).orderBy(asc(media.position), asc(media.id));
	const steps = await ctx.db
		.select({
			at: propertySteps.at,
			machine: propertySteps.machine,
			from: propertySteps.from,
			to: propertySteps.to,
			reason: propertySteps.reason,
			by: people.name
		})
		.from(propertySteps)
		.leftJoin(people, eq(people.id, propertySteps.byPersonId))
		.where(eq(propertySteps.propertyId, id))
		.orderBy(desc(propertySteps.at), desc(propertySteps.id));
	return {
		property,
		town: town ?? { name: '', slug: '', lat: null, lon: null },
		units: parts,
		media: files,
		steps,
		moves: maySteer(ctx.actor, property) ? movesFrom(await lifecycleFacts(ctx, property)) : [],
		maySteer: maySteer(ctx.actor, property)
	};
}
export type Workbench = Awaited<ReturnType<typeof findWorkbench>>;

/** Who was told of a publication, the newest first. */
const announcementsOf = (ctx: Ctx, id: string) =>
	ctx.db
		.select({
			id: publicationAnnouncements.id,
			basis: publicationAnnouncements.basis,
			note: publicationAnnouncements.note,
			addressee: publicationAnnouncements.addressee,
			announcedAt: publicationAnnouncements.announcedAt,
			endedAt: publicationAnnouncements.endedAt,
			objectedAt: publicationAnnouncements.objectedAt,
			/** The oldest, taken over by the migration, have no code. */
			hasCode: sql<boolean>`${publicationAnnouncements.codeHash} not like 'before %'`
		})
		.from(publicationAnnouncements)
		.where(eq(publicationAnnouncements.propertyId, id))
		.orderBy(desc(publicationAnnouncements.announcedAt));

/** What the preview shows and asks: the face as it would be, what stands against it, the grounds it stands on. */
export async function findPreview(ctx: Ctx, id: string, precision?: Precision) {
	const property = await findProperty(ctx, id);
	const chosen = precision ?? property.publicPrecision;
	const facts = await publicationFacts(ctx, property, { precision: chosen });
	const to = stateFor(chosen);
	const asIf: Property = { ...property, publicPrecision: chosen, publicationState: to };
	const isOut = isPublic(property.publicationState);
	const isWithheld = (await findWithheld(ctx, 'space', [id])).size > 0;
	const against = mayPublish(ctx.actor, property) ? whyNotPublish(isOut ? { ...facts, state: 'internal' } : facts, to) : [];
	return {
		property,
		precision: chosen,
		shown: isOut && !isWithheld,
		space: await previewSpace(ctx, asIf),
		missing: isWithheld ? [{ code: 'withheld', message: withheldSentence }, ...against] : against,
		consents: await consentsOf(ctx, id),
		announcements: await announcementsOf(ctx, id),
		maySteer: maySteer(ctx.actor, property),
		waitsUntil: facts.announcedAt ? waitsUntil(facts.announcedAt) : null,
		verbs: changes
			.filter((change) => change.from.includes(property.publicationState))
			.map(({ to: state, verb, ask }) => ({ state, verb, ask }))
	};
}
