import { and, desc, eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { mayPublish } from '../policy.ts';
import { whyNotPublish } from '../publication.ts';
import type { PublicationState } from '../vocabulary.ts';
import { confirmProperties } from './confirm-properties.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { propertySteps } from './tables.ts';

/**
 * Takes back whatever happened to a house because nobody confirmed it: the facts hold, and it stands on its page as it did before. Off the page it comes
 * back only where it could be published today (409 with the reasons); 409 too where nothing had happened.
 */
export async function takeBackProperty(ctx: Ctx, id: string): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	if (!property.stale) throw refused('not-stale', 'Dieser Eintrag ist bestätigt. Es gibt nichts zurückzuholen.');
	if (property.stale !== 'archived') return void (await confirmProperties(ctx, [id]));
	const [last] = await ctx.db
		.select({ from: propertySteps.from })
		.from(propertySteps)
		.where(and(eq(propertySteps.propertyId, id), eq(propertySteps.machine, 'publication'), eq(propertySteps.to, 'internal')))
		.orderBy(desc(propertySteps.at), desc(propertySteps.id))
		.limit(1);
	const to = (last?.from ?? 'public_blurred') as PublicationState;
	const against = whyNotPublish(await publicationFacts(ctx, property), to);
	const [first] = against;
	if (first) throw refused(first.code, against.map((reason) => reason.message).join(' '));
	const confirmedBy = isEditorOf(ctx.actor, property.ags) ? 'office' : 'owner';
	await takeStep(ctx, property, {
		publication: to,
		reason: 'Zurückgeholt: Es stimmt noch',
		set: { lastConfirmedAt: ctx.now, confirmedBy }
	});
}
