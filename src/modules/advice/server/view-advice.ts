import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { listStates } from '#modules/organisations/server/list-districts.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { helps, readAdviceFilter } from '../filter.ts';
import { placesAhead, placesText, type Expert, type Offer } from '../offer.ts';
import { regionText } from '../region.ts';
import { expertColumns, offerColumns } from './internal/offer-columns.ts';
import { regionNames } from './internal/region-names.ts';
import { takenPlaces } from './internal/taken-places.ts';
import { adviceExperts, adviceOffers } from './tables.ts';

export const offersPerPage = 20;

const publishedOffers = (ctx: Ctx): Promise<Offer[]> =>
	ctx.db
		.select(offerColumns)
		.from(adviceOffers)
		.innerJoin(organisations, eq(organisations.id, adviceOffers.organisationId))
		.where(and(isNotNull(adviceOffers.publishedAt), isNotNull(organisations.publishedAt)))
		.orderBy(asc(adviceOffers.title), asc(adviceOffers.id))
		.limit(2000);

const releasedExperts = (ctx: Ctx): Promise<Expert[]> =>
	ctx.db
		.select(expertColumns)
		.from(adviceExperts)
		.innerJoin(organisations, eq(organisations.id, adviceExperts.organisationId))
		.where(and(isNotNull(adviceExperts.releasedAt), isNotNull(organisations.publishedAt)))
		.orderBy(asc(adviceExperts.name), asc(adviceExperts.id))
		.limit(500);

/** The public directory of advice: offers with what is left of them, and the people who agreed to be named. */
export async function viewAdvice(ctx: Ctx, query: URLSearchParams) {
	const filter = readAdviceFilter(query);
	const names = await regionNames(ctx);
	const offers = (await publishedOffers(ctx)).filter((o) => helps({ ...o, texts: [o.title, o.summary, o.organisation.name] }, filter));
	const experts = (await releasedExperts(ctx)).filter((e) =>
		helps({ ...e, texts: [e.name, e.work, e.organisation.name, ...e.languages] }, filter)
	);
	const from = (filter.page - 1) * offersPerPage;
	const page = offers.slice(from, from + offersPerPage);
	const taken = await takenPlaces(
		ctx,
		page.map(({ id }) => id)
	);
	return {
		...{ filter, states: await listStates(ctx), total: offers.length, pages: Math.max(1, Math.ceil(offers.length / offersPerPage)) },
		offers: page.map((offer) => ({
			...{ ...offer, where: regionText(offer, names) },
			places: placesText(placesAhead(offer.capacity, taken.get(offer.id) ?? {}, ctx.now))
		})),
		experts: experts.map((expert) => ({ ...expert, where: regionText(expert, names) }))
	};
}
export type AdviceView = Awaited<ReturnType<typeof viewAdvice>>;
