import { sql } from 'drizzle-orm';
import type { OrganisationItem, PublicOrganisation } from '../../organisation.ts';
import { municipalities, organisations, states } from '../tables.ts';

const place = sql<OrganisationItem['place']>`case when ${municipalities.ags} is null then null else
	json_build_object('ags', ${municipalities.ags}, 'slug', ${municipalities.slug}, 'name', ${municipalities.nameShort}, 'state', ${states.name}) end`;

const logo = sql<OrganisationItem['logo']>`case when ${organisations.logo} is null then null else
	json_build_object('key', ${organisations.logo}, 'alt', coalesce(${organisations.logoAlt}, 'Logo: ' || ${organisations.name})) end`;

/** The allow-list of what everybody may read: nothing else leaves the table by these queries. */
export const itemColumns = {
	id: organisations.id,
	slug: organisations.slug,
	kind: organisations.kind,
	name: organisations.name,
	sector: organisations.sector,
	summary: organisations.summary,
	topics: organisations.topics,
	logo,
	place
} satisfies Record<keyof OrganisationItem, unknown>;

export const publicColumns = {
	...itemColumns,
	ags: organisations.ags,
	districtCode: organisations.districtCode,
	website: organisations.website,
	offers: organisations.offers,
	needs: organisations.needs,
	claimedAt: organisations.claimedAt,
	publishedAt: organisations.publishedAt
} satisfies Record<keyof PublicOrganisation, unknown>;
