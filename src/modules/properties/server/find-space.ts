import { sql, type SQL } from 'drizzle-orm';
import { Refusal, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceRow } from '../to-space.ts';

/** A published space with everything that the public may know of it. */
export type PublicSpace = Omit<SpaceRow, 'searchText'>;

/** Every column of `spaces s` that `PublicSpace` has. */
export const spaceColumns = sql.raw(
	Object.entries({
		id: 'id',
		slug: 'slug',
		reference: 'reference',
		ags: 'ags',
		state_code: 'stateCode',
		district_code: 'districtCode',
		municipality: 'municipality',
		municipality_slug: 'municipalitySlug',
		district_name: 'districtName',
		lat: 'lat',
		lon: 'lon',
		precision: 'precision',
		title: 'title',
		summary: 'summary',
		story: 'story',
		property_type: 'propertyType',
		setting: 'setting',
		last_use: 'lastUse',
		construction_year: 'constructionYear',
		epoch: 'epoch',
		storeys: 'storeys',
		area_min_m2: 'areaMinM2',
		area_max_m2: 'areaMaxM2',
		plot_area_m2: 'plotAreaM2',
		uses: 'uses',
		uses_excluded: 'usesExcluded',
		offers: 'offers',
		price_amount: 'priceAmount',
		price_unit: 'priceUnit',
		price_type: 'priceType',
		price_monthly: 'priceMonthly',
		price_purchase: 'pricePurchase',
		condition: 'condition',
		heritage: 'heritage',
		accessibility: 'accessibility',
		public_access: 'publicAccess',
		available_from: 'availableFrom',
		available_until: 'availableUntil',
		availability_kind: 'availabilityKind',
		lit: 'lit',
		picture: 'picture',
		pictures: 'pictures',
		documents: 'documents',
		units: 'units',
		facts: 'facts',
		way: 'way',
		is_demo: 'isDemo',
		last_confirmed_at: 'lastConfirmedAt',
		confirmed_by: 'confirmedBy',
		published_at: 'publishedAt',
		changed_at: 'changedAt'
	})
		.map(([column, key]) => `s.${column} as "${key}"`)
		.join(', ')
);

/** As raw rows come: moments are still texts. */
export type RawSpace = Omit<PublicSpace, 'publishedAt' | 'changedAt' | 'lastConfirmedAt'> & {
	publishedAt: string;
	changedAt: string;
	lastConfirmedAt: string | null;
};

export const readSpace = (row: RawSpace): PublicSpace => ({
	...row,
	publishedAt: new Date(row.publishedAt),
	changedAt: new Date(row.changedAt),
	lastConfirmedAt: row.lastConfirmedAt ? new Date(row.lastConfirmedAt) : null
});

/** It was public once: say so kindly, and say nothing else. */
const withdrawn = () =>
	new Refusal(410, 'withdrawn', {
		message: 'Dieser Raum ist nicht mehr öffentlich. Vielleicht ist er vergeben, vielleicht ruht er. Andere Räume warten noch auf Licht.'
	});

/** A space is named by its slug in addresses of pages, and by its id in the API. */
const isId = (key: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(key);
export const keyIs = (key: string): SQL => (isId(key) ? sql`s.id = ${key}` : sql`s.slug = ${key}`);

/** Refuses with 410 what was public once, with 404 what never was. */
export async function refuseMissing(ctx: Ctx, key: string): Promise<never> {
	const { rowCount } = await ctx.db.execute(sql`select from properties s where ${keyIs(key)} and s.published_at is not null`);
	throw rowCount ? withdrawn() : notFound('Diesen Raum gibt es hier nicht.');
}

/**
 * One published space by its slug or id. Refuses with 410 when it was public once, with 404 when it never was.
 */
export async function findSpace(ctx: Ctx, key: string): Promise<PublicSpace> {
	const { rows } = await ctx.db.execute<RawSpace>(sql`select ${spaceColumns} from spaces s where ${keyIs(key)}`);
	return rows[0] ? readSpace(rows[0]) : refuseMissing(ctx, key);
}
