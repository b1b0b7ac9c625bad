import { asc, eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import { mayLookInside } from '#modules/organisations/policy.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placesAhead } from '../offer.ts';
import { mayKeepOffers } from '../policy.ts';
import { expertColumns, offerColumns } from './internal/offer-columns.ts';
import { takenPlaces } from './internal/taken-places.ts';
import { adviceExperts, adviceOffers } from './tables.ts';

/** What an organisation advises on and who knows there, drafts too, for its editors. Throws 404 for strangers and 403 for those who only look. */
export async function listKeptOffers(ctx: Ctx, organisationId: string) {
	const { id, name, slug, publishedAt } = await findOrganisation(ctx, organisationId);
	if (id !== organisationId || !mayLookInside(ctx.actor, id)) throw notFound();
	if (!mayKeepOffers(ctx.actor, id)) throw forbidden();
	const offers = await ctx.db
		.select({ ...offerColumns, opensCase: adviceOffers.opensCase, publishedAt: adviceOffers.publishedAt })
		.from(adviceOffers)
		.innerJoin(organisations, eq(organisations.id, adviceOffers.organisationId))
		.where(eq(adviceOffers.organisationId, id))
		.orderBy(asc(adviceOffers.title), asc(adviceOffers.id));
	const experts = await ctx.db
		.select({ ...expertColumns, consent: adviceExperts.consent, releasedAt: adviceExperts.releasedAt })
		.from(adviceExperts)
		.innerJoin(organisations, eq(organisations.id, adviceExperts.organisationId))
		.where(eq(adviceExperts.organisationId, id))
		.orderBy(asc(adviceExperts.name), asc(adviceExperts.id));
	const taken = await takenPlaces(
		ctx,
		offers.map((offer) => offer.id)
	);
	return {
		organisation: { id, name, slug, isShown: publishedAt !== null },
		offers: offers.map((offer) => ({ ...offer, ahead: placesAhead(offer.capacity, taken.get(offer.id) ?? {}, ctx.now) })),
		experts
	};
}
export type KeptOffers = Awaited<ReturnType<typeof listKeptOffers>>;
export type KeptOffer = KeptOffers['offers'][number];
export type KeptExpert = KeptOffers['experts'][number];
