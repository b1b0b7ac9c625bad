import { dayOf } from '#lib/calendar.ts';
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotPublish } from '../publication.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { properties, publicationConsents } from './tables.ts';

/** The nightly job: what stood on a consent alone goes back inside when its last day is over. Returns how many went. */
export async function endConsents(ctx: Ctx): Promise<number> {
	const over = ctx.db
		.select({ id: publicationConsents.propertyId })
		.from(publicationConsents)
		.where(and(isNotNull(publicationConsents.validUntil), lt(publicationConsents.validUntil, dayOf(ctx.now))));
	const shown = await ctx.db
		.select()
		.from(properties)
		.where(
			and(
				inArray(properties.id, over),
				inArray(properties.publicationState, ['network', 'public_blurred', 'public']),
				eq(properties.isMunicipal, false)
			)
		);
	let ended = 0;
	for (const property of shown) {
		const facts = await publicationFacts(ctx, property, { state: 'internal' });
		if (!whyNotPublish(facts, property.publicationState).some(({ code }) => code.startsWith('consent'))) continue;
		await takeStep(ctx, property, { publication: 'internal', reason: 'Die Einwilligung ist abgelaufen.' });
		ended++;
	}
	return ended;
}
