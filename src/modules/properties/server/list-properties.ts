import { and, asc, desc, eq, ilike, isNull, lt, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { LifecycleState, PublicationState } from '../vocabulary.ts';
import { visibleProperties } from './find-property.ts';
import { properties } from './tables.ts';

export type OfficeFilter = {
	q?: string;
	ags?: string;
	lifecycle?: LifecycleState;
	publication?: PublicationState;
	/** Only what nobody confirmed since. */
	unconfirmedSince?: Date;
	owned?: boolean;
	/** Without what fell off the page because nobody confirmed it. */
	unfaded?: boolean;
	/** 'oldest': longest without confirmation first. */
	order?: 'changed' | 'oldest' | 'reference';
	page?: number;
	pageSize?: number;
};

const columns = {
	id: properties.id,
	ags: properties.ags,
	town: municipalities.nameShort,
	reference: properties.reference,
	title: properties.title,
	slug: properties.slug,
	propertyType: properties.propertyType,
	street: properties.street,
	houseNumber: properties.houseNumber,
	postalCode: properties.postalCode,
	city: properties.city,
	district: properties.district,
	usableAreaM2: properties.usableAreaM2,
	condition: properties.condition,
	lifecycleState: properties.lifecycleState,
	publicationState: properties.publicationState,
	lastConfirmedAt: properties.lastConfirmedAt,
	storeys: properties.storeys,
	heritage: properties.heritage,
	updatedAt: properties.updatedAt,
	version: properties.version
};

const closed: LifecycleState[] = ['archived', 'demolished', 'discarded'];

function search(q: string | undefined): SQL | undefined {
	const like = q?.trim() ? `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
	if (!like) return undefined;
	const address = sql`concat_ws(' ', ${properties.street}, ${properties.houseNumber}, ${properties.postalCode}, ${properties.city}, ${properties.district})`;
	return or(
		ilike(properties.reference, like),
		ilike(properties.externalId, like),
		sql`fold_german(${properties.title}) like fold_german(${like})`,
		sql`fold_german(${address}) like fold_german(${like})`
	);
}

const where = (scope: SQL | undefined, filter: OfficeFilter, actorId: string | undefined) =>
	and(
		scope,
		filter.ags ? eq(properties.ags, filter.ags) : undefined,
		filter.lifecycle ? eq(properties.lifecycleState, filter.lifecycle) : notInArray(properties.lifecycleState, closed),
		filter.publication ? eq(properties.publicationState, filter.publication) : undefined,
		filter.unconfirmedSince ? or(isNull(properties.lastConfirmedAt), lt(properties.lastConfirmedAt, filter.unconfirmedSince)) : undefined,
		filter.owned && actorId ? eq(properties.ownerPersonId, actorId) : undefined,
		filter.unfaded ? isNull(properties.stale) : undefined,
		search(filter.q)
	);

const orders = {
	changed: [desc(properties.updatedAt), desc(properties.id)],
	oldest: [sql`${properties.lastConfirmedAt} asc nulls first`, asc(properties.id)],
	reference: [asc(properties.reference), asc(properties.id)]
};

/** The register as whoever asks may see it, a page at a time. Archived and discarded ones only when asked for by state. */
export async function listProperties(ctx: Ctx, filter: OfficeFilter = {}) {
	const scope = visibleProperties(ctx);
	const { page = 1, pageSize = 50, order = 'changed' } = filter;
	if (scope === false) return { items: [], total: 0 };
	const condition = where(scope, filter, ctx.actor?.id);
	const items = await ctx.db
		.select(columns)
		.from(properties)
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(condition)
		.orderBy(...orders[order])
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	const total = await ctx.db.$count(properties, condition);
	return { items, total };
}
export type OfficeItem = Awaited<ReturnType<typeof listProperties>>['items'][number];

/** How many stand where, for the figures of the office: [publication state, lifecycle state, count]. */
export async function countProperties(ctx: Ctx) {
	const scope = visibleProperties(ctx);
	if (scope === false) return [];
	return ctx.db
		.select({ publication: properties.publicationState, lifecycle: properties.lifecycleState, count: sql<number>`count(*)::int` })
		.from(properties)
		.where(scope)
		.groupBy(properties.publicationState, properties.lifecycleState);
}
