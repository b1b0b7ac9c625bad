import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { mayStillObject } from '../objection.ts';
import { whyNotPublish } from '../publication.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { tellObjection } from './internal/tell-objection.ts';
import { properties } from './tables.ts';

/**
 * Whoever answers a letter about their house does not want it shown: what is shown goes at once, as with an objection by link. Nothing happens to a house that is
 * locked already or that belongs to the municipality itself. The caller has seen that the answer is an owner's; this command asks no policy.
 */
export async function objectAsOwner(ctx: Ctx, { propertyId, reason }: { propertyId: string; reason: string }): Promise<void> {
	const [property] = await ctx.db.select().from(properties).where(eq(properties.id, propertyId)).for('update');
	if (!property || !mayStillObject(property.publicationState)) return;
	if (whyNotPublish(await publicationFacts(ctx, property), 'locked', reason).length) return;
	await takeStep(ctx, property, { publication: 'locked', reason });
	await tellObjection(ctx, property);
}
