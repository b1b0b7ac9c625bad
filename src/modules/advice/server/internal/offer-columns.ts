import { sql } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Expert, Offer } from '../../offer.ts';
import { adviceExperts as e, adviceOffers as o } from '../tables.ts';

const organisation = sql<
	Offer['organisation']
>`json_build_object('id', ${organisations.id}, 'slug', ${organisations.slug}, 'name', ${organisations.name})`;

/** The allow-lists of what everybody may read of an offer and of a person; both need a join with the organisation. */
export const offerColumns = {
	...{ id: o.id, slug: o.slug, title: o.title, summary: o.summary, modules: o.modules, topics: o.topics },
	...{ states: o.states, districts: o.districts, payer: o.payer, payNote: o.payNote, capacity: o.capacity },
	...{ organisation, isDemo: o.isDemo }
} satisfies Record<keyof Offer, unknown>;

export const expertColumns = {
	...{ id: e.id, name: e.name, work: e.work, topics: e.topics, states: e.states, districts: e.districts },
	...{ languages: e.languages, organisation, isDemo: e.isDemo }
} satisfies Record<keyof Expert, unknown>;
