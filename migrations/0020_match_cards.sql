-- What matching counts, in narrow rows that triggers keep: the search for the best pairs reads these and only the winners in full.
-- A word is its place in the vocabulary, a list the bits of its words; 0 is a word that this migration does not know, which every bound takes for a fit.
create function match_code(word text, vocabulary text[]) returns smallint language sql immutable parallel safe
  return coalesce(array_position(vocabulary, word), 0)::smallint;--> statement-breakpoint

create function match_bits(words text[], vocabulary text[]) returns integer language sql immutable parallel safe
  return (select coalesce(bit_or(1 << coalesce(array_position(vocabulary, word), 0)), 0) from unnest(words) as word);--> statement-breakpoint

create function match_uses(words text[]) returns integer language sql immutable parallel safe
  return match_bits(words, array['housing', 'co_housing', 'shop', 'regional_supply', 'gastronomy', 'cafe', 'coworking', 'workshop_makerspace', 'studio_atelier', 'rehearsal', 'stage_culture', 'exhibition', 'school_education', 'youth', 'senior_care', 'health', 'social_service', 'repair_cafe', 'library', 'church_space', 'farm_production', 'storage', 'office', 'meeting_place', 'mixed', 'other']);--> statement-breakpoint

create function match_modes(words text[]) returns integer language sql immutable parallel safe
  return match_bits(words, array['sale', 'heritable_building_right', 'rent', 'lease', 'free_use', 'interim_use', 'co_use', 'undecided']);--> statement-breakpoint

create function match_goods(words text[]) returns integer language sql immutable parallel safe
  return match_bits(words, array['meeting_place', 'culture', 'care', 'local_supply', 'mobility', 'education', 'repair_reuse', 'housing_shared', 'work_coworking', 'ecology', 'integration', 'other']);--> statement-breakpoint

-- The bits as a list, for an index over any of them.
create function match_list(bits integer) returns integer[] language sql immutable parallel safe
  return array(select i from generate_series(0, 30) i where bits & (1 << i) <> 0);--> statement-breakpoint

CREATE TABLE "request_cards" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"uses" integer NOT NULL,
	"uses_sought" smallint NOT NULL,
	"towns" text[] NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"radius" double precision,
	"reach" "box",
	"region_is_hard" boolean NOT NULL,
	"least" double precision,
	"most" double precision,
	"area_is_hard" boolean NOT NULL,
	"monthly" double precision,
	"purchase" double precision,
	"modes" integer NOT NULL,
	"modes_are_hard" boolean NOT NULL,
	"conditions" integer NOT NULL,
	"self_help" smallint NOT NULL,
	"goods" integer NOT NULL,
	"goods_brought" smallint NOT NULL,
	"has_time" boolean NOT NULL,
	"interim_ok" boolean NOT NULL,
	"latest" date,
	"accessibility_required" boolean NOT NULL,
	"public_access_needed" boolean NOT NULL,
	"settings" integer NOT NULL,
	"no_heritage" boolean NOT NULL,
	"shares" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space_cards" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"cell" integer,
	"lat" double precision,
	"lon" double precision,
	"uses" integer NOT NULL,
	"allowed" integer NOT NULL,
	"excluded" integer NOT NULL,
	"modes" integer NOT NULL,
	"goals" integer NOT NULL,
	"many" boolean NOT NULL,
	"least" double precision,
	"most" double precision,
	"monthly" double precision,
	"purchase" double precision,
	"available_from" date,
	"availability" smallint NOT NULL,
	"condition" smallint NOT NULL,
	"heritage" smallint NOT NULL,
	"accessibility" smallint NOT NULL,
	"public_access" smallint NOT NULL,
	"setting" smallint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "request_cards_reach_index" ON "request_cards" USING gist ("reach");--> statement-breakpoint
CREATE INDEX "request_cards_towns_index" ON "request_cards" USING gin ("towns");--> statement-breakpoint
CREATE INDEX "request_cards_anywhere" ON "request_cards" USING btree ("request_id") WHERE "request_cards"."reach" is null and "request_cards"."towns" = '{}';--> statement-breakpoint
CREATE INDEX "space_cards_ags_index" ON "space_cards" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "space_cards_uses" ON "space_cards" USING gin (match_list("uses"),match_list("modes"));--> statement-breakpoint

-- Everything the search counts lies side by side in the order of places: a circle is read without touching the table.
create index space_cards_cell on space_cards (cell) include (space_id, ags, lat, lon, uses, allowed, excluded, modes, goals, many, least, most, monthly,
  purchase, available_from, availability, condition, heritage, accessibility, public_access, setting);--> statement-breakpoint

-- The parts of a space that can be had, as offersOf() of the matching module says it, and the best that any of them tells.
create function write_space_cards(ids uuid[]) returns void language sql as $$
  insert into space_cards
  select s.id, s.ags, (floor(s.lat * 10) * 10000 + floor(s.lon * 10))::integer, s.lat, s.lon,
    parts.uses, match_uses(array(select jsonb_array_elements_text(s.facts -> 'usesAllowed'))), match_uses(s.uses_excluded), match_modes(s.offers),
    coalesce(match_goods(p.goals), 0), parts.many, parts.least, parts.most, parts.monthly, parts.purchase, parts.available_from,
    match_code(s.availability_kind, array['permanent', 'temporary', 'either', 'unknown']),
    match_code(s.condition, array['ready_to_use', 'minor_works', 'refurbishment_needed', 'major_refurbishment', 'dilapidated', 'shell', 'gutted', 'demolition_candidate', 'unknown']),
    match_code(s.heritage, array['none', 'single_monument', 'ensemble', 'preservation_statute', 'unknown']),
    match_code(parts.accessibility, array['step_free', 'partly', 'with_ramp_possible', 'not', 'unknown']),
    match_code(s.public_access, array['yes', 'no', 'after_works', 'unknown']),
    match_code(s.setting, array['town_centre', 'quarter', 'village_core', 'edge', 'solitary', 'industrial_area', 'unknown'])
  from spaces s
  left join municipality_profiles p on p.ags = s.ags
  cross join lateral (
    select count(*) as n, count(*) filter (where u ->> 'unitState' in ('free', 'partly_used', 'in_award')) as free from jsonb_array_elements(s.units) u
  ) given
  cross join lateral (
    select bit_or(match_uses(o.uses)) | case when bool_or(o.uses = '{}') and not bool_and(o.uses = '{}') then 1 else 0 end as uses,
      count(*) > 1 as many,
      case when count(*) > 1 and bool_or(o.least is null) then 0 else min(o.least) end as least,
      case when count(*) > 1 and bool_or(o.most is null) then 'infinity' else max(o.most) end as most,
      min(o.monthly) as monthly, min(o.purchase) as purchase, min(o.available_from) as available_from,
      case when min(o.accessibility) = max(o.accessibility) then min(o.accessibility) end as accessibility
    from (
      -- real to text to double: the number that people wrote, not its nearest neighbour
      select s.uses, s.area_max_m2::text::float8 as most, s.price_monthly as monthly, s.price_purchase as purchase, s.available_from, s.accessibility,
        case when n = 0 and s.facts ->> 'divisibleFromM2' is null
            then case when s.area_min_m2 is distinct from s.area_max_m2 then s.area_min_m2::text::float8 end
          when n > 0 and free = 0 then s.area_min_m2::text::float8
          else coalesce((s.facts ->> 'divisibleFromM2')::float8, s.area_max_m2::text::float8) end as least
      where free = 0 or free = n
      union all
      select case when jsonb_array_length(u -> 'uses') = 0 then s.uses else array(select jsonb_array_elements_text(u -> 'uses')) end,
        coalesce((u ->> 'areaMaxM2')::float8, (u ->> 'areaMinM2')::float8),
        case u ->> 'priceUnit' when 'total' then null when 'year' then (u ->> 'priceAmount')::float8 * (1 / 12::float8)
          when 'm2_month' then (u ->> 'priceAmount')::float8 * (u ->> 'areaMaxM2')::float8 else (u ->> 'priceAmount')::float8 end,
        case u ->> 'priceUnit' when 'total' then (u ->> 'priceAmount')::float8 end,
        coalesce((u ->> 'availableFrom')::date, s.available_from), coalesce(u ->> 'accessibility', ''),
        coalesce((u ->> 'divisibleFromM2')::float8, (u ->> 'areaMinM2')::float8, (u ->> 'areaMaxM2')::float8)
      from jsonb_array_elements(s.units) u
      where u ->> 'unitState' in ('free', 'partly_used', 'in_award')
    ) o
  ) parts
  where s.id = any(ids)
  on conflict (space_id) do update set (ags, cell, lat, lon, uses, allowed, excluded, modes, goals, many, least, most, monthly, purchase,
      available_from, availability, condition, heritage, accessibility, public_access, setting)
    = (excluded.ags, excluded.cell, excluded.lat, excluded.lon, excluded.uses, excluded.allowed, excluded.excluded, excluded.modes, excluded.goals,
      excluded.many, excluded.least, excluded.most, excluded.monthly, excluded.purchase, excluded.available_from, excluded.availability,
      excluded.condition, excluded.heritage, excluded.accessibility, excluded.public_access, excluded.setting)
    where space_cards.* is distinct from excluded.*
$$;--> statement-breakpoint

create function keep_space_cards() returns trigger language plpgsql as $$
begin
  perform write_space_cards(array(select id from spaces_after));
  return null;
end $$;--> statement-breakpoint

create function drop_space_cards() returns trigger language plpgsql as $$
begin
  delete from space_cards where space_id in (select id from spaces_before);
  return null;
end $$;--> statement-breakpoint

create function keep_card_goals() returns trigger language plpgsql as $$
begin
  update space_cards c set goals = match_goods(p.goals) from profiles_after p where c.ags = p.ags and c.goals <> match_goods(p.goals);
  return null;
end $$;--> statement-breakpoint

create function drop_card_goals() returns trigger language plpgsql as $$
begin
  update space_cards c set goals = 0 from profiles_before p where c.ags = p.ags and c.goals <> 0;
  return null;
end $$;--> statement-breakpoint

create function clear_cards() returns trigger language plpgsql as $$
begin
  execute format('delete from %I', tg_argv[0]);
  return null;
end $$;--> statement-breakpoint

create trigger space_cards_inserted after insert on spaces referencing new table as spaces_after for each statement execute function keep_space_cards();--> statement-breakpoint

create trigger space_cards_updated after update on spaces referencing new table as spaces_after for each statement execute function keep_space_cards();--> statement-breakpoint

create trigger space_cards_deleted after delete on spaces referencing old table as spaces_before for each statement execute function drop_space_cards();--> statement-breakpoint

create trigger space_cards_truncated after truncate on spaces for each statement execute function clear_cards('space_cards');--> statement-breakpoint

create trigger card_goals_inserted after insert on municipality_profiles referencing new table as profiles_after for each statement execute function keep_card_goals();--> statement-breakpoint

create trigger card_goals_updated after update on municipality_profiles referencing new table as profiles_after for each statement execute function keep_card_goals();--> statement-breakpoint

create trigger card_goals_deleted after delete on municipality_profiles referencing old table as profiles_before for each statement execute function drop_card_goals();--> statement-breakpoint


-- Requests that municipalities may find: published, for a space, not private.
create function write_request_cards(ids uuid[]) returns void language sql as $$
  delete from request_cards where request_id = any(ids);
  insert into request_cards
  select r.id, match_uses(sought.uses), cardinality(sought.uses), r.region_ags, circle.lat, circle.lon, circle.radius,
    box(point(circle.lon - east.degrees, circle.lat - north.degrees), point(circle.lon + east.degrees, circle.lat + north.degrees)),
    r.region_is_hard, r.area_min_m2::text::float8, r.area_max_m2::text::float8, r.area_is_hard, r.max_monthly, r.max_purchase,
    match_modes(array_remove(r.offer_modes, 'undecided')), r.offer_modes_are_hard,
    match_bits(array_remove(r.conditions, 'unknown'), array['ready_to_use', 'minor_works', 'refurbishment_needed', 'major_refurbishment', 'dilapidated', 'shell', 'gutted', 'demolition_candidate', 'unknown']),
    match_code(r.self_help, array['none', 'some', 'major', 'own_craftspeople']),
    match_goods(sought.goods), cardinality(sought.goods),
    not (r.start_from is null and r.start_latest is null and coalesce(r.duration_months, 0) = 0 and r.interim_ok), r.interim_ok,
    coalesce(r.start_latest, r.start_from), r.accessibility_required, r.public_access_needed,
    match_bits(array_remove(r.settings, 'unknown'), array['town_centre', 'quarter', 'village_core', 'edge', 'solitary', 'industrial_area', 'unknown']),
    r.heritage_ok = 'no', r.request_kind = 'find_co_users' or r.offer_modes && array['co_use', 'interim_use']
  from space_requests r
  cross join lateral (
    select array(select distinct u from unnest(r.uses) u where u <> 'other') as uses, array(select distinct g from unnest(r.common_good) g where g <> 'other') as goods
  ) sought
  left join lateral (
    select r.region_lat as lat, r.region_lon as lon, r.radius_km::text::float8 as radius where r.region_lon is not null and r.radius_km is not null
  ) circle on r.region_lat is not null
  cross join lateral (select 2.04 * circle.radius / 111.19 as degrees) north
  cross join lateral (select north.degrees / cosd(least(85, abs(circle.lat) + north.degrees)) as degrees) east
  where r.id = any(ids) and r.request_state = 'published' and r.request_kind in ('find_space', 'find_co_users') and r.visibility <> 'private'
$$;--> statement-breakpoint

create function keep_request_cards() returns trigger language plpgsql as $$
begin
  perform write_request_cards(array(select id from requests_after));
  return null;
end $$;--> statement-breakpoint

create function drop_request_cards() returns trigger language plpgsql as $$
begin
  delete from request_cards where request_id in (select id from requests_before);
  return null;
end $$;--> statement-breakpoint

create trigger request_cards_inserted after insert on space_requests referencing new table as requests_after for each statement execute function keep_request_cards();--> statement-breakpoint

create trigger request_cards_updated after update on space_requests referencing new table as requests_after for each statement execute function keep_request_cards();--> statement-breakpoint

create trigger request_cards_deleted after delete on space_requests referencing old table as requests_before for each statement execute function drop_request_cards();--> statement-breakpoint

create trigger request_cards_truncated after truncate on space_requests for each statement execute function clear_cards('request_cards');--> statement-breakpoint

select write_space_cards(array(select id from spaces));--> statement-breakpoint

select write_request_cards(array(select id from space_requests));
