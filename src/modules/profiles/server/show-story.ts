import { sql } from 'drizzle-orm';
import { listNetworksOf } from '#modules/networks/server/list-networks-of.ts';
import { districtTitle, kindOf, vacancyText } from '#modules/organisations/municipality.ts';
import { findMunicipality, type Outline } from '#modules/organisations/server/find-municipality.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listTownLights } from '#modules/properties/server/list-town-lights.ts';
import type { ProfilePage } from '../profile.ts';
import { countLights, streetOf, type Story } from '../story.ts';
import type { ProfileOwner } from './internal/profile-for.ts';

type Register = Pick<Story, 'name' | 'over' | 'crumbs' | 'facts' | 'source' | 'outline'>;
const number = (value: number, digits = 0) => value.toLocaleString('de-DE', { maximumFractionDigits: digits });
const source = 'Einwohner und Fläche: Statistisches Bundesamt (Destatis), GV-ISys, Stand 31.12.2024.';

async function townFromRegister(ctx: Ctx, ags: string): Promise<Register> {
	const m = await findMunicipality(ctx, ags);
	const district = districtTitle({ name: m.district, type: m.districtType });
	const isOwnDistrict = m.districtOutline?.borders === '';
	return {
		name: m.name,
		over: `${kindOf(m)} · ${isOwnDistrict ? m.state : `${district}, ${m.state}`}`,
		crumbs: [
			{ href: '/kommunen', text: 'Kommunen' },
			{ href: `/kommunen?land=${m.stateCode}`, text: m.state },
			...(isOwnDistrict ? [] : [{ href: `/kommunen?land=${m.stateCode}&kreis=${m.districtCode}`, text: district }])
		],
		facts: [
			{ term: 'Menschen', text: number(m.population) },
			{ term: 'Fläche', text: `${number(m.areaKm2)} km²` },
			{ term: 'Leerstand 2022', text: m.vacancy.rate === null ? null : vacancyText(m.vacancy) }
		],
		source: `${source}${m.vacancy.rate === null ? '' : ' Leerstand: Zensus 2022.'}`,
		outline: m.districtOutline && {
			district: m.districtOutline,
			municipality: m.outline,
			label: isOwnDistrict ? `Umriss von ${m.name}` : `${m.name} ${/^(Landkreis|Kreis)/.test(district) ? 'im' : 'in'} ${district}`
		}
	};
}

type County = {
	name: string;
	type: string;
	stateCode: string;
	state: string;
	population: number;
	areaKm2: number;
	towns: number;
	outline: Outline | null;
};

async function countyFromRegister(ctx: Ctx, code: string): Promise<Register> {
	const { rows } = await ctx.db.execute<County>(sql`
		select d.name, d.type, s.code as "stateCode", s.name as state, sum(m.population)::int as population, sum(m.area_km2)::float8 as "areaKm2",
			count(*) filter (where not m.is_unincorporated)::int as towns,
			(select json_build_object('path', o.path, 'borders', o.borders, 'box', o.box) from outlines o where o.level = 'district' and o.code = d.code) as outline
		from districts d join states s on s.code = d.state_code join municipalities m on m.district_code = d.code where d.code = ${code} group by d.code, s.code`);
	const [county] = rows;
	if (!county) throw notFound();
	const name = districtTitle(county);
	return {
		name,
		over: `Landkreis · ${county.state}`,
		crumbs: [
			{ href: '/organisationen', text: 'Organisationen' },
			{ href: `/kommunen?land=${county.stateCode}&kreis=${code}`, text: county.state }
		],
		facts: [
			{ term: 'Menschen', text: number(county.population) },
			{ term: 'Gemeinden', text: number(county.towns) },
			{ term: 'Fläche', text: `${number(county.areaKm2)} km²` }
		],
		source,
		outline: county.outline && { district: county.outline, municipality: null, label: `Umriss: ${name}` }
	};
}

/** Everything the page of a profile shows: the story itself, the register's facts, its houses as a street, the networks it belongs to. */
export async function showStory(
	ctx: Ctx,
	owner: Pick<ProfileOwner, 'id' | 'kind' | 'ags' | 'districtCode'>,
	page: ProfilePage
): Promise<Story> {
	const { id, kind, ags, districtCode } = owner;
	const place = ags === null ? { districtCode: districtCode ?? '' } : { ags };
	const register = await (ags === null ? countyFromRegister(ctx, districtCode ?? '') : townFromRegister(ctx, ags));
	const lights = await listTownLights(ctx, place);
	const networks = await listNetworksOf(ctx, id);
	const since = page.cooperationSince ?? networks.flatMap(({ joinedOn }) => (joinedOn ? [Number(joinedOn.slice(0, 4))] : []))[0];
	const own = [
		{ term: 'Ortsteile', text: page.districtCount === null ? null : String(page.districtCount) },
		{ term: 'INSEK', text: page.insek?.year ? String(page.insek.year) : null },
		{ term: page.cooperationSince ? 'Zusammenarbeit seit' : 'dabei seit', text: since ? String(since) : null }
	];
	return {
		...register,
		kind,
		page,
		networks,
		facts: [...register.facts, ...own],
		street: streetOf(register.name, lights),
		...countLights(lights)
	};
}
