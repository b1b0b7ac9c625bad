import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { districts, municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findWithheld } from '#modules/people/server/check-may-show.ts';
import { findSecret } from '#modules/people/server/find-secret.ts';
import { toSpace, type Property, type Source, type SpaceRow } from '../to-space.ts';
import { isPublic } from '../shown.ts';
import type { Stale } from '../vocabulary.ts';
import { giveSlugs } from './internal/give-slugs.ts';
import { media, properties, propertySteps, spaces, units } from './tables.ts';

const chunkSize = 1000;

/** Degrees, some two metres: nearer than this two records mean one building. More would move neighbours alike, and then one known house would give the other away. */
const sameSpot = 0.00002;

const { search: _search, ...columns } = getTableColumns(spaces);
const names = Object.entries(columns).map(([key, column]) => [key as keyof SpaceRow, column.name] as const);
const list = sql.raw(names.map(([, name]) => `"${name}"`).join(', '));
const values = sql.raw(names.map(([, name]) => (name === 'search_text' ? 'fold_german(r.search_text)' : `r."${name}"`)).join(', '));
const updates = sql.raw(names.map(([, name]) => `"${name}" = excluded."${name}"`).join(', '));

function grouped<T extends { propertyId: string }>(rows: T[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) (groups.get(row.propertyId) ?? groups.set(row.propertyId, []).get(row.propertyId)!).push(row);
	return groups;
}

const townColumns = {
	ags: municipalities.ags,
	name: municipalities.nameShort,
	slug: municipalities.slug,
	stateCode: municipalities.stateCode,
	districtCode: municipalities.districtCode,
	districtName: districts.name,
	lat: municipalities.lat,
	lon: municipalities.lon
};

/** For each property the oldest record of the same building: at the same address, or on the same spot. Ids grow with time. */
async function oldestHere(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
	const { rows } = await ctx.db.execute<{ id: string; oldest: string }>(sql`
		select p.id, least(p.id,
			(select q.id from properties q where q.ags = p.ags and q.address_key = p.address_key order by q.id limit 1),
			(select q.id from properties q where q.lat between p.lat - ${sameSpot}::float8 and p.lat + ${sameSpot}::float8
				and q.lon between p.lon - ${sameSpot}::float8 and p.lon + ${sameSpot}::float8 order by q.id limit 1)) as oldest
		from properties p where p.id = any(${sql.param(ids)}::uuid[])`);
	return new Map(rows.map(({ id, oldest }) => [id, oldest]));
}

/** What the public faces of these properties are made from, in six questions to the database however many they are. */
export async function loadSources(ctx: Ctx, ids: string[]): Promise<Source[]> {
	const rows = await ctx.db
		.select({ property: properties, town: townColumns })
		.from(properties)
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.innerJoin(districts, eq(districts.code, municipalities.districtCode))
		.where(inArray(properties.id, ids));
	const found = rows.map((row) => row.property.id);
	if (!found.length) return [];
	const parts = grouped(await ctx.db.select().from(units).where(inArray(units.propertyId, found)).orderBy(asc(units.position)));
	const files = grouped(await ctx.db.select().from(media).where(inArray(media.propertyId, found)).orderBy(asc(media.position)));
	const steps = grouped(await ctx.db.select().from(propertySteps).where(inArray(propertySteps.propertyId, found)));
	const secret = await findSecret(ctx, 'blur');
	const places = await oldestHere(ctx, found);
	return rows.map(({ property, town }) => ({
		property,
		town,
		secret,
		placeId: places.get(property.id) ?? property.id,
		units: parts.get(property.id) ?? [],
		media: files.get(property.id) ?? [],
		steps: steps.get(property.id) ?? [],
		slug: property.slug ?? 'entwurf',
		now: ctx.now
	}));
}

async function write(ctx: Ctx, rows: SpaceRow[]): Promise<void> {
	const json = JSON.stringify(rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, row[key] ?? null]))));
	await ctx.db.execute(
		sql`insert into spaces (${list}) select ${values} from jsonb_populate_recordset(null::spaces, ${json}::jsonb) r
			on conflict (id) do update set ${updates}`
	);
}

async function projectChunk(ctx: Ctx, ids: string[]): Promise<void> {
	const sources = await loadSources(ctx, ids);
	const withheld = await findWithheld(ctx, 'space', ids);
	const shown = sources.filter(({ property }) => isPublic(property.publicationState) && !withheld.has(property.id));
	const slugs = await giveSlugs(
		ctx,
		shown.filter(({ property }) => !property.slug)
	);
	if (shown.length)
		await write(
			ctx,
			shown.map((source) => toSpace({ ...source, slug: slugs.get(source.property.id) ?? source.slug }))
		);
	const seen = new Set(shown.map(({ property }) => property.id));
	const gone = ids.filter((id) => !seen.has(id));
	if (gone.length) await removeSpaces(ctx, gone);
}

/**
 * Writes the public faces of these properties afresh: published ones are written, others taken away. The only writer of `spaces`.
 * Call it in the transaction that changed them; one or a million, in chunks.
 */
export async function projectSpaces(ctx: Ctx, ids: string[]): Promise<void> {
	for (let from = 0; from < ids.length; from += chunkSize) await projectChunk(ctx, ids.slice(from, from + chunkSize));
}

/** The face as the public would see it, published or not, with the columns of `as` in place of the stored ones; null when there is no such property. */
export async function previewSpace(ctx: Ctx, as: Partial<Property> & Pick<Property, 'id'>): Promise<SpaceRow | null> {
	const [source] = await loadSources(ctx, [as.id]);
	return source ? toSpace({ ...source, property: { ...source.property, ...as } }) : null;
}

/** Writes how far these faces fell because nobody confirmed them; nothing else of a face changes with it. */
export async function markSpaces(ctx: Pick<Ctx, 'db'>, ids: string[], stale: Stale | null): Promise<void> {
	await ctx.db.update(spaces).set({ stale }).where(inArray(spaces.id, ids));
}

/** Takes these faces away. */
export async function removeSpaces(ctx: Pick<Ctx, 'db'>, ids: string[]): Promise<void> {
	await ctx.db.delete(spaces).where(inArray(spaces.id, ids));
}
