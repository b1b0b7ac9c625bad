import { and, eq, gte, isNotNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { monthOf, placesAhead } from '../offer.ts';
import { mayAskForAdvice } from '../policy.ts';
import { regionText } from '../region.ts';
import { offerColumns } from './internal/offer-columns.ts';
import { regionNames } from './internal/region-names.ts';
import { takenPlaces } from './internal/taken-places.ts';
import { adviceOffers, advicePlaces } from './tables.ts';

/** One published offer with what is left of it in the next months, and the months for which whoever asks has asked already. Throws notFound. */
export async function findOffer(ctx: Ctx, slug: string) {
	const [offer] = await ctx.db
		.select(offerColumns)
		.from(adviceOffers)
		.innerJoin(organisations, eq(organisations.id, adviceOffers.organisationId))
		.where(and(eq(adviceOffers.slug, slug), isNotNull(adviceOffers.publishedAt), isNotNull(organisations.publishedAt)));
	if (!offer) throw notFound('Dieses Angebot gibt es hier nicht, oder es wird nicht mehr gezeigt.');
	const taken = await takenPlaces(ctx, [offer.id]);
	const own = ctx.actor
		? await ctx.db
				.select({ month: advicePlaces.month })
				.from(advicePlaces)
				.where(and(eq(advicePlaces.offerId, offer.id), eq(advicePlaces.personId, ctx.actor.id), gte(advicePlaces.month, monthOf(ctx.now))))
		: [];
	return {
		offer: { ...offer, where: regionText(offer, await regionNames(ctx)) },
		ahead: placesAhead(offer.capacity, taken.get(offer.id) ?? {}, ctx.now),
		asked: own.map(({ month }) => month).sort(),
		mayAsk: mayAskForAdvice(ctx.actor)
	};
}
export type OfferView = Awaited<ReturnType<typeof findOffer>>;
