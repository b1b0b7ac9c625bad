CREATE TABLE "freshness_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"person_id" uuid,
	"email" text,
	"organisation_id" uuid,
	"subject" text NOT NULL,
	"interval_days" integer NOT NULL,
	"step" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"answer" text,
	"words" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid
);
--> statement-breakpoint
CREATE TABLE "freshness_entries" (
	"kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"ags" text,
	"since" timestamp with time zone NOT NULL,
	"interval_days" integer NOT NULL,
	"step" text DEFAULT 'current' NOT NULL,
	"asked_at" timestamp with time zone,
	"asks" smallint DEFAULT 0 NOT NULL,
	"reached" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	CONSTRAINT "freshness_entries_kind_entry_id_pk" PRIMARY KEY("kind","entry_id")
);
--> statement-breakpoint
CREATE TABLE "freshness_rules" (
	"version" integer PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "stale" text;--> statement-breakpoint
ALTER TABLE "spaces" ADD COLUMN "stale" text;--> statement-breakpoint
ALTER TABLE "space_requests" ADD COLUMN "last_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "space_requests" ADD COLUMN "stale" text;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "freshness_asks_kind_entry_id_asked_at_index" ON "freshness_asks" USING btree ("kind","entry_id","asked_at");--> statement-breakpoint
CREATE INDEX "freshness_asks_subject_index" ON "freshness_asks" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "freshness_asks_person_id_index" ON "freshness_asks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "freshness_asks_undecided" ON "freshness_asks" USING btree ("entry_id") WHERE "freshness_asks"."answer" = 'gone' and "freshness_asks"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "freshness_entries_due" ON "freshness_entries" USING btree ("next_at","kind","entry_id") WHERE "freshness_entries"."next_at" is not null;--> statement-breakpoint
CREATE INDEX "freshness_entries_ags_step_index" ON "freshness_entries" USING btree ("ags","step");--> statement-breakpoint
-- hand-written

-- Version 1 of the rules. A new version is a new row with its reason. Spans in days.
insert into freshness_rules (version, rules, reason, created_at) values (
	1,
	'{"property": {"askAfter": 180, "least": 90, "most": 360, "again": 21, "mark": 42, "hide": 90, "archive": 180},
	  "request": {"askAfter": 90, "least": 60, "most": 150, "again": 14, "mark": 28, "hide": 42, "archive": null},
	  "grow": 1.5, "shrink": 0.5, "single": 3}',
	'Der Anfang: Ein Haus steht selten weniger als ein halbes Jahr leer, ein Gesuch erledigt sich schneller. Wer immer bestätigt, wird seltener gefragt.',
	'2026-11-29T00:00:00Z'
) on conflict do nothing;--> statement-breakpoint

create function freshness_interval(of_kind text) returns integer language sql stable as $$
  select (rules -> of_kind ->> 'askAfter')::integer from freshness_rules order by version desc limit 1
$$;--> statement-breakpoint

-- Clocks start, and start anew when something was confirmed or shown later than they began; the interval that was learned stays.
create function start_clocks(of_kind text, ids uuid[], towns text[], begins timestamptz[]) returns void language sql as $$
  insert into freshness_entries (kind, entry_id, ags, since, interval_days, next_at)
  select of_kind, e.id, e.ags, e.since, i.days, e.since + make_interval(hours => 24 * i.days)
  from unnest(ids, towns, begins) e (id, ags, since), freshness_interval(of_kind) i (days)
  on conflict (kind, entry_id) do update set ags = excluded.ags, since = excluded.since, step = 'current', asked_at = null, asks = 0, reached = 0,
    next_at = excluded.since + make_interval(hours => 24 * freshness_entries.interval_days)
    where excluded.since > freshness_entries.since
$$;--> statement-breakpoint

-- A house is offered while it is public and not in use again. What fell off the page keeps its clock, so that the office can take it back.
create function keep_property_clocks() returns trigger language plpgsql as $$
declare
  offered record;
begin
  select array_agg(p.id) as ids, array_agg(p.ags) as towns,
      array_agg(greatest(coalesce(p.last_confirmed_at, p.published_at, p.created_at), p.published_at)) as begins
    into offered from properties_after p
    where p.publication_state in ('public', 'public_blurred') and p.lifecycle_state not in ('reused', 'discarded', 'demolished', 'archived');
  if offered.ids is not null then
    perform start_clocks('property', offered.ids, offered.towns, offered.begins);
  end if;
  delete from freshness_entries e using properties_after p where e.kind = 'property' and e.entry_id = p.id
    and (p.lifecycle_state in ('reused', 'discarded', 'demolished', 'archived')
      or p.publication_state not in ('public', 'public_blurred') and p.stale is distinct from 'archived');
  return null;
end $$;--> statement-breakpoint

create function keep_request_clocks() returns trigger language plpgsql as $$
declare
  offered record;
begin
  select array_agg(r.id) as ids, array_agg(null::text) as towns, array_agg(coalesce(r.last_confirmed_at, r.published_at, r.created_at)) as begins
    into offered from requests_after r where r.request_state = 'published';
  if offered.ids is not null then
    perform start_clocks('request', offered.ids, offered.towns, offered.begins);
  end if;
  delete from freshness_entries e using requests_after r where e.kind = 'request' and e.entry_id = r.id and r.request_state <> 'published';
  return null;
end $$;--> statement-breakpoint

create function stop_clocks() returns trigger language plpgsql as $$
begin
  delete from freshness_entries where kind = tg_argv[0] and entry_id in (select id from gone);
  delete from freshness_asks where kind = tg_argv[0] and entry_id in (select id from gone);
  return null;
end $$;--> statement-breakpoint

create trigger property_clocks_inserted after insert on properties referencing new table as properties_after for each statement execute function keep_property_clocks();--> statement-breakpoint

create trigger property_clocks_updated after update on properties referencing new table as properties_after for each statement execute function keep_property_clocks();--> statement-breakpoint

create trigger property_clocks_deleted after delete on properties referencing old table as gone for each statement execute function stop_clocks('property');--> statement-breakpoint

create trigger request_clocks_inserted after insert on space_requests referencing new table as requests_after for each statement execute function keep_request_clocks();--> statement-breakpoint

create trigger request_clocks_updated after update on space_requests referencing new table as requests_after for each statement execute function keep_request_clocks();--> statement-breakpoint

create trigger request_clocks_deleted after delete on space_requests referencing old table as gone for each statement execute function stop_clocks('request');--> statement-breakpoint

-- Whoever confirms an entry, in whatever way, lifts the mark. What is off the page comes back by a decision only.
create function lift_stale() returns trigger language plpgsql as $$
begin
  new.stale := null;
  return new;
end $$;--> statement-breakpoint

create trigger lift_stale before update on properties for each row
  when (new.stale in ('marked', 'hidden') and new.last_confirmed_at > coalesce(old.last_confirmed_at, '-infinity')) execute function lift_stale();--> statement-breakpoint

create trigger lift_stale before update on space_requests for each row
  when (new.stale is not null and new.last_confirmed_at > coalesce(old.last_confirmed_at, '-infinity')) execute function lift_stale();--> statement-breakpoint

-- What is hidden has no card, so the search for matches does not know it.
create or replace function keep_space_cards() returns trigger language plpgsql as $$
begin
  delete from space_cards where space_id in (select id from spaces_after where stale = 'hidden');
  perform write_space_cards(array(select id from spaces_after where stale is distinct from 'hidden'));
  return null;
end $$;--> statement-breakpoint

create or replace function keep_request_cards() returns trigger language plpgsql as $$
begin
  perform write_request_cards(array(select id from requests_after));
  delete from request_cards where request_id in (select id from requests_after where stale = 'hidden');
  return null;
end $$;--> statement-breakpoint

-- What is offered today begins its clock where it was last confirmed; long silent entries are asked about first, whatever their age.
update space_requests set last_confirmed_at = coalesce(published_at, updated_at) where request_state <> 'draft';--> statement-breakpoint

update properties set stale = null where publication_state in ('public', 'public_blurred');
