import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { LifecycleFacts } from '../../lifecycle.ts';
import type { PublicationFacts } from '../../publication.ts';
import type { Property } from '../../to-space.ts';
import type { LifecycleState } from '../../vocabulary.ts';
import { media, propertySteps, publicationAnnouncements, publicationConsents } from '../tables.ts';

const lastStep = async (ctx: Ctx, { id, machine, to }: { id: string; machine: 'lifecycle' | 'publication'; to: string }) => {
	const [step] = await ctx.db
		.select({ from: propertySteps.from, at: propertySteps.at })
		.from(propertySteps)
		.where(and(eq(propertySteps.propertyId, id), eq(propertySteps.machine, machine), eq(propertySteps.to, to)))
		.orderBy(desc(propertySteps.at), desc(propertySteps.id))
		.limit(1);
	return step;
};

export async function lifecycleFacts(ctx: Ctx, p: Property): Promise<LifecycleFacts> {
	const paused = p.lifecycleState === 'blocked' || p.lifecycleState === 'interim';
	const step = paused ? await lastStep(ctx, { id: p.id, machine: 'lifecycle', to: p.lifecycleState }) : undefined;
	return {
		state: p.lifecycleState,
		previous: (step?.from as LifecycleState | undefined) ?? null,
		hasAddress: Boolean(p.street || p.city || p.postalCode || p.lat !== null),
		hasKind: p.propertyType !== 'unknown',
		vacancyKnown: p.vacancyDegree !== 'unknown',
		ownOrReported: p.isMunicipal || p.ownerPersonId !== null,
		offers: p.offerModes.length
	};
}

export const consentsOf = (ctx: Ctx, id: string) =>
	ctx.db.select().from(publicationConsents).where(eq(publicationConsents.propertyId, id)).orderBy(asc(publicationConsents.givenAt));

/** @param as another precision or state than the stored one, to ask what would be. */
export async function publicationFacts(ctx: Ctx, p: Property, as: Partial<PublicationFacts> = {}): Promise<PublicationFacts> {
	const [announced] = await ctx.db
		.select({ at: publicationAnnouncements.announcedAt })
		.from(publicationAnnouncements)
		.where(and(eq(publicationAnnouncements.propertyId, p.id), isNull(publicationAnnouncements.endedAt)))
		.orderBy(desc(publicationAnnouncements.announcedAt))
		.limit(1);
	const files = await ctx.db
		.select()
		.from(media)
		.where(and(eq(media.propertyId, p.id), eq(media.visibility, 'public')));
	return {
		state: p.publicationState,
		lifecycle: p.lifecycleState,
		isMunicipal: p.isMunicipal,
		title: p.title,
		summary: p.summary,
		story: p.story,
		street: p.street,
		houseNumber: p.houseNumber,
		hasPoint: p.lat !== null,
		precision: p.publicPrecision,
		pictures: files.filter((file) => file.width !== null),
		consents: await consentsOf(ctx, p.id),
		announcedAt: announced?.at ?? null,
		now: ctx.now,
		...as
	};
}
