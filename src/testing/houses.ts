import { sql } from 'drizzle-orm';
import { propertyForm, type PropertyInput } from '#modules/properties/forms.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { angermuende } from './cast.ts';

/** Angermünde with its Kreis and Land, for tests that run without the reference data; leaves real rows alone. */
export async function foundAngermuende(ctx: Pick<Ctx, 'db'>): Promise<void> {
	await ctx.db.execute(sql`insert into states (code, name, slug) values ('12', 'Brandenburg', 'brandenburg') on conflict do nothing`);
	await ctx.db.execute(
		sql`insert into districts (code, name, slug, state_code) values ('12073', 'Uckermark', 'uckermark', '12') on conflict do nothing`
	);
	await ctx.db.execute(
		sql`insert into municipalities (ags, ars, slug, name, name_short, type, is_town, is_unincorporated, state_code, district_code, population,
			area_km2, lat, lon, size_class, search_text) values (${angermuende}, '120730008008', 'angermuende', 'Angermünde, Stadt', 'Angermünde', 'Stadt',
			true, false, '12', '12073', 13800, 327, 53.01, 14.0, 'small_town', 'angermunde') on conflict do nothing`
	);
}

export const gasthof = {
	title: 'Gasthof am Marktplatz',
	propertyType: 'inn',
	street: 'Markt',
	houseNumber: '3',
	postalCode: '16278',
	city: 'Angermünde',
	lat: '53,0152',
	lon: '13,9991',
	usableAreaM2: '380',
	divisibleFromM2: '60',
	usesWanted: ['gastronomy', 'workshop_makerspace'],
	offerModes: ['heritable_building_right'],
	condition: 'refurbishment_needed',
	heritage: 'single_monument',
	isMunicipal: 'on'
};

export const inputOf = (typed: Record<string, unknown> = {}): PropertyInput => propertyForm.parse({ ...gasthof, ...typed });

/** Records the inn of the tests, or what is typed over it. */
export async function recordHouse(ctx: Ctx, typed: Record<string, unknown> = {}): Promise<{ id: string; reference: string }> {
	await foundAngermuende(ctx);
	return createProperty(ctx, { ags: angermuende, input: inputOf(typed) });
}
