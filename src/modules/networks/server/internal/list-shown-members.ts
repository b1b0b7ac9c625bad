import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import { logoOf } from '#lib/logo.ts';
import { project } from '#modules/organisations/germany.ts';
import { districtTitle } from '#modules/organisations/municipality.ts';
import type { Pioneer } from '#modules/organisations/pioneer.ts';
import type { Sector } from '#modules/organisations/organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ShownMember } from '../../shown-member.ts';
import type { Tier } from '../../vocabulary.ts';

type Row = {
	networkId: string;
	name: string;
	kind: string;
	slug: string;
	isShown: boolean;
	logo: string | null;
	logoAlt: string | null;
	municipality: string | null;
	municipalitySlug: string | null;
	district: string | null;
	districtType: string | null;
	state: string | null;
	lat: number | null;
	lon: number | null;
	tier: Tier;
	joinedOn: string | null;
	isAmbassador: boolean;
	pioneers: Pioneer[] | null;
	sector: Sector | null;
	mission: string | null;
	actionFields: string[];
	contributions: string[];
	valuesVersion: number | null;
};

function shownMember({
	lat,
	lon,
	district,
	districtType,
	municipality,
	municipalitySlug,
	kind,
	state,
	slug,
	isShown,
	logoAlt,
	...row
}: Row): ShownMember {
	const [x, y] = lat === null || lon === null ? [null, null] : project(lon, lat);
	const county = district && kind !== 'county' ? districtTitle({ name: district, type: districtType ?? '' }) : null;
	const parts = kind === 'municipality' ? [county, state] : kind === 'county' ? [state] : [municipality, state];
	return {
		...row,
		kind,
		where: parts.filter((part) => part && part !== row.name).join(', '),
		href: kind === 'municipality' && municipalitySlug ? `/kommunen/${municipalitySlug}` : isShown ? `/organisationen/${slug}` : null,
		pioneers: row.pioneers ?? [],
		logo: isShown ? logoOf(row.logo, logoAlt, row.name) : null,
		x,
		y
	};
}

/** Who belongs now, with what may be read of them: name, place, since when, and what they say of themselves. Founders first, then by name. */
export async function listShownMembers(ctx: Pick<Ctx, 'db' | 'now'>, networkIds: string[]): Promise<ShownMember[]> {
	if (!networkIds.length) return [];
	const today = dayOf(ctx.now);
	const ids = sql.join(
		networkIds.map((id) => sql`${id}::uuid`),
		sql`, `
	);
	const { rows } = await ctx.db.execute<Row>(sql`
		select m.network_id as "networkId", o.name, o.kind, o.slug, o.published_at is not null as "isShown", o.logo, o.logo_alt as "logoAlt", p.name_short as municipality, p.slug as "municipalitySlug", d.name as district, d.type as "districtType",
			s.name as state, coalesce(p.lat, c.lat) as lat, coalesce(p.lon, c.lon) as lon, m.tier, m.joined_on::text as "joinedOn", o.sector, m.mission,
			m.action_fields as "actionFields", m.contributions, m.values_version as "valuesVersion",
			exists (select 1 from network_roles r where r.network_id = m.network_id and r.organisation_id = o.id and r.role = 'ambassador'
				and r.released_at is not null and r.starts_on <= ${today}::date and coalesce(r.ends_on, 'infinity') >= ${today}::date) as "isAmbassador",
			(select json_agg(json_build_object('name', t.name_short, 'href', '/kommunen/' || t.slug, 'isConfirmed', i.state = 'confirmed') order by t.name_short)
				from pioneers i join municipalities t on t.ags = i.ags where i.county_id = o.id and i.state <> 'declined') as pioneers
		from memberships m
		join organisations o on o.id = m.organisation_id
		left join municipalities p on p.ags = coalesce(o.ags, o.place_ags)
		left join lateral (select avg(t.lat) as lat, avg(t.lon) as lon from municipalities t where t.district_code = o.district_code) c on o.district_code is not null
		left join districts d on d.code = coalesce(p.district_code, o.district_code)
		left join states s on s.code = d.state_code
		where m.network_id in (${ids}) and m.state in ('member', 'participant')
		order by m.tier = 'founding' desc, o.name, o.id`);
	return rows.map(shownMember);
}
