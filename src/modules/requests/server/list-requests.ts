import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { seenVisibilities } from '../policy.ts';
import type { RequestFilter } from '../request-filter.ts';
import { toPublicRequest, type PublicRequest, type SpaceRequest } from '../to-public-request.ts';
import { resolvePlaces } from './internal/resolve-place.ts';
import { actorProfiles, spaceRequests } from './tables.ts';

export type RequestPage = {
	items: PublicRequest[];
	total: number;
	placeUnknown: boolean;
	uses: Map<string, number>;
	kinds: Map<string, number>;
};
type Filter = Omit<RequestFilter, 'page'>;

const noFilter: Filter = { q: '', use: null, kind: null, place: '', area: null };
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Requests that would look at this place: it lies in their circle, among their municipalities, or they look everywhere. */
async function seeksAt(ctx: Ctx, place: string): Promise<SQL | undefined | null> {
	if (!place) return undefined;
	const [at] = (await resolvePlaces(ctx, place)).found;
	if (!at) return null;
	return sql`(${spaceRequests.regionAgs} @> array[${at.ags}]
		or (${spaceRequests.regionLat} is null and cardinality(${spaceRequests.regionAgs}) = 0)
		or earth_distance(ll_to_earth(${spaceRequests.regionLat}, ${spaceRequests.regionLon}), ll_to_earth(${at.lat}, ${at.lon})) <= ${spaceRequests.radiusKm} * 1000)`;
}

const visible = (ctx: Ctx) =>
	and(eq(spaceRequests.requestState, 'published'), inArray(spaceRequests.visibility, seenVisibilities(ctx.actor)));

const conditions = ({ q, use, kind, area }: Filter): (SQL | undefined)[] => [
	q
		? sql`fold_german(${spaceRequests.title} || ' ' || coalesce(${spaceRequests.summary}, '') || ' ' || ${actorProfiles.name}) like fold_german(${like(q)})`
		: undefined,
	use ? sql`${spaceRequests.uses} @> array[${use}]` : undefined,
	kind ? eq(spaceRequests.requestKind, kind) : undefined,
	area ? sql`coalesce(${spaceRequests.areaMinM2}, 0) <= ${area} and coalesce(${spaceRequests.areaMaxM2}, ${area}) >= ${area}` : undefined
];

/** Published requests that whoever asks may see, newest first, with counts per use and kind over the same filter. Private and network ones are not for guests. */
export async function listRequests(ctx: Ctx, filter: Partial<Filter> = {}, { page = 1, size = 20 } = {}): Promise<RequestPage> {
	const wanted = { ...noFilter, ...filter };
	const at = await seeksAt(ctx, wanted.place);
	if (at === null) return { items: [], total: 0, placeUnknown: true, uses: new Map(), kinds: new Map() };
	const where = and(visible(ctx), at, ...conditions(wanted));
	const from = () =>
		ctx.db
			.select({ request: spaceRequests, actor: actorProfiles })
			.from(spaceRequests)
			.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId));
	const rows = await from()
		.where(where)
		.orderBy(desc(spaceRequests.publishedAt), desc(spaceRequests.id))
		.limit(size)
		.offset((page - 1) * size);
	const [uses, kinds] = [
		await countBy(ctx, sql`unnest(${spaceRequests.uses})`, where),
		await countBy(ctx, sql`${spaceRequests.requestKind}`, where)
	];
	const total = [...kinds.values()].reduce((sum, n) => sum + n, 0);
	return { items: rows.map((row) => toPublicRequest(row.request, row.actor)), total, placeUnknown: false, uses, kinds };
}

async function countBy(ctx: Ctx, what: SQL, where: SQL | undefined): Promise<Map<string, number>> {
	const rows = await ctx.db
		.select({ value: sql<string>`${what}`.as('value'), n: sql<number>`count(*)::int` })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(where)
		.groupBy(sql`1`);
	return new Map(rows.map((row) => [row.value, row.n]));
}

/** Everything that somebody seeks themselves, in every state, the latest change first. */
export async function listOwnRequests(ctx: Ctx): Promise<SpaceRequest[]> {
	if (!ctx.actor) return [];
	const rows = await ctx.db
		.select({ request: spaceRequests })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(eq(actorProfiles.personId, ctx.actor.id))
		.orderBy(desc(spaceRequests.updatedAt));
	return rows.map((row) => row.request);
}
