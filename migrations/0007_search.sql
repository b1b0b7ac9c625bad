-- What the public search stands on, none of which drizzle can say.

-- Any choice of facets in one bitmap, whatever is combined.
create index spaces_facets on spaces using gin (state_code, district_code, property_type, condition, heritage, accessibility, uses, offers);--> statement-breakpoint
create index spaces_rent on spaces (price_monthly) where price_monthly is not null;--> statement-breakpoint
create index spaces_purchase on spaces (price_purchase) where price_purchase is not null;--> statement-breakpoint
create index spaces_size on spaces (area_max_m2 desc nulls last, id);--> statement-breakpoint
create index spaces_point on spaces using gist (point(lon, lat)) where lat is not null;--> statement-breakpoint

-- Words of the title alone: they count more.
alter table spaces add column title_search tsvector generated always as (to_tsvector('gestaltungsraum'::regconfig, fold_german(title))) stored;--> statement-breakpoint
create index spaces_title_search on spaces using gin (title_search);--> statement-breakpoint

-- Every word stem that stands in a space. Word parts and misspellings are looked up here, among some ten thousand words, and not in the texts.
-- No unique key: writers never wait for each other; a word may stand twice, and the words of a withdrawn space may stay.
create table space_words (word text not null);--> statement-breakpoint
create index space_words_word on space_words (word text_pattern_ops);--> statement-breakpoint
create index space_words_parts on space_words using gin (word gin_trgm_ops);--> statement-breakpoint
create function note_space_words() returns trigger language plpgsql as $$
begin
  insert into space_words (word)
  select distinct w from changed, unnest(tsvector_to_array(changed.search)) w
  where length(w) between 2 and 60 and not exists (select from space_words known where known.word = w);
  return null;
end $$;--> statement-breakpoint
create trigger space_words_inserted after insert on spaces referencing new table as changed for each statement execute function note_space_words();--> statement-breakpoint
create trigger space_words_updated after update on spaces referencing new table as changed for each statement execute function note_space_words();--> statement-breakpoint

-- Which transactions changed something that the public sees. Finished pages are kept beside the sum of what is visible here: it changes exactly
-- when such a transaction commits, and writers never wait for each other, as they would on a counter. A sequence would move before the commit.
create table public_changes (xid bigint primary key);--> statement-breakpoint
create function note_public_change() returns trigger language plpgsql as $$
begin
  insert into public_changes values (pg_current_xact_id()::text::bigint) on conflict do nothing;
  if random() < 0.02 then
    delete from public_changes where xid in (select xid from public_changes order by xid desc offset 500 for update skip locked);
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on spaces for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on contact_points for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on municipality_profiles for each statement execute function note_public_change();--> statement-breakpoint

-- How many spaces lie in each cell of a grid of 2048 by 2048 over the world (Web Mercator), and the sums of their places and lights: the map of
-- the whole country without touching every row. Rows are differences: a cell is the sum of its rows, and compact_space_cells() joins them.
create function mercator_y(lat double precision) returns double precision language sql immutable strict parallel safe
  return 0.5 - ln(tan(pi() / 4 + radians(lat) / 2)) / (2 * pi());--> statement-breakpoint
create table space_cells (
  x integer not null,
  y integer not null,
  n integer not null,
  dark integer not null,
  half integer not null,
  lit integer not null,
  sum_lon double precision not null,
  sum_lat double precision not null
);--> statement-breakpoint
create index space_cells_place on space_cells (x, y);--> statement-breakpoint
create function note_space_cells() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into space_cells
    select floor((lon + 180) / 360 * 2048), floor(mercator_y(lat) * 2048), -count(*), -count(*) filter (where spaces_before.lit < 20),
      -count(*) filter (where spaces_before.lit between 20 and 69), -count(*) filter (where spaces_before.lit >= 70), -sum(lon), -sum(lat)
    from spaces_before where lat is not null group by 1, 2;
  end if;
  if tg_op <> 'DELETE' then
    insert into space_cells
    select floor((lon + 180) / 360 * 2048), floor(mercator_y(lat) * 2048), count(*), count(*) filter (where spaces_after.lit < 20),
      count(*) filter (where spaces_after.lit between 20 and 69), count(*) filter (where spaces_after.lit >= 70), sum(lon), sum(lat)
    from spaces_after where lat is not null group by 1, 2;
  end if;
  if random() < 0.01 then
    perform compact_space_cells();
  end if;
  return null;
end $$;--> statement-breakpoint
create function compact_space_cells() returns void language sql as $$
  with gone as (delete from space_cells where ctid in (select ctid from space_cells for update skip locked) returning *)
  insert into space_cells
  select x, y, sum(n), sum(dark), sum(half), sum(lit), sum(sum_lon), sum(sum_lat) from gone group by x, y having sum(n) <> 0
$$;--> statement-breakpoint
create function clear_space_cells() returns trigger language plpgsql as $$
begin
  delete from space_cells;
  return null;
end $$;--> statement-breakpoint
create trigger space_cells_inserted after insert on spaces referencing new table as spaces_after for each statement execute function note_space_cells();--> statement-breakpoint
create trigger space_cells_updated after update on spaces referencing old table as spaces_before new table as spaces_after for each statement execute function note_space_cells();--> statement-breakpoint
create trigger space_cells_deleted after delete on spaces referencing old table as spaces_before for each statement execute function note_space_cells();--> statement-breakpoint
create trigger space_cells_truncated after truncate on spaces for each statement execute function clear_space_cells();--> statement-breakpoint
insert into space_words (word) select distinct w from spaces, unnest(tsvector_to_array(search)) w where length(w) between 2 and 60;--> statement-breakpoint
insert into space_cells
  select floor((lon + 180) / 360 * 2048), floor(mercator_y(lat) * 2048), count(*), count(*) filter (where lit < 20),
    count(*) filter (where lit between 20 and 69), count(*) filter (where lit >= 70), sum(lon), sum(lat)
  from spaces where lat is not null group by 1, 2;
