ALTER TABLE "freshness_asks" ADD COLUMN "asked_as" text DEFAULT 'contact' NOT NULL;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD COLUMN "report_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "ask_later_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "freshness_asks_owner_id_index" ON "freshness_asks" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "freshness_asks_report_id_index" ON "freshness_asks" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "reports_property_id_index" ON "reports" USING btree ("property_id");--> statement-breakpoint
ALTER TABLE "freshness_asks" ADD CONSTRAINT "freshness_asks_owner_is_nobody" CHECK ("freshness_asks"."owner_id" is null or ("freshness_asks"."person_id" is null and "freshness_asks"."answered_by" is null and "freshness_asks"."email" is null));--> statement-breakpoint
-- hand-written

-- The next version of the rules: a confirmation that nobody asked for is an answer too.
insert into freshness_rules (version, rules, reason, created_at)
select version + 1, rules || '{"early": 0.5}',
	'Wer im Register speichert, bestätigt oder zurückholt, hat geantwortet wie auf eine Frage, sobald die Hälfte der Zeit um ist. Vorher sagt es wenig und ändert den Abstand nicht.',
	'2026-11-30T00:00:00Z'
from freshness_rules order by version desc limit 1;--> statement-breakpoint

-- As `adapted` in freshness.ts; a test holds both to the same numbers.
create function freshness_adapted(of_kind text, days integer, in_time boolean, is_changed boolean) returns integer language sql stable as $$
  select least((r.rules -> of_kind ->> 'most')::integer, greatest((r.rules -> of_kind ->> 'least')::integer,
    round(days * case when is_changed then (r.rules ->> 'shrink')::numeric when in_time then (r.rules ->> 'grow')::numeric else 1 end)::integer))
  from freshness_rules r order by r.version desc limit 1
$$;--> statement-breakpoint

-- Whoever confirms an entry in the register has answered: what still held makes the interval longer, what was changed in the same step shorter. It stands
-- before the clock starts anew (triggers fire by name), and an answer to a question writes its own interval afterwards.
create function adapt_intervals() returns trigger language plpgsql as $$
declare
  beside constant text[] := array['last_confirmed_at', 'confirmed_by', 'updated_at', 'updated_by', 'version', 'stale', 'provenance', 'publication_state', 'published_at',
    'withdrawn_at', 'request_state', 'expires_at', 'reminded_at', 'slug', 'address_key'];
begin
  update freshness_entries e
  set interval_days = freshness_adapted(e.kind, e.interval_days, e.step in ('current', 'asked'), to_jsonb(a) - beside is distinct from to_jsonb(b) - beside)
  from rows_before b join rows_after a on a.id = b.id
  where a.last_confirmed_at > coalesce(b.last_confirmed_at, '-infinity') and e.kind = tg_argv[0] and e.entry_id = a.id and a.last_confirmed_at > e.since
    and (e.step <> 'current' or a.last_confirmed_at >= e.since + make_interval(secs => 86400 * e.interval_days
      * (select (r.rules ->> 'early')::double precision from freshness_rules r order by r.version desc limit 1)));
  return null;
end $$;--> statement-breakpoint

create trigger adapt_intervals after update on properties referencing old table as rows_before new table as rows_after
  for each statement execute function adapt_intervals('property');--> statement-breakpoint

create trigger adapt_intervals after update on space_requests referencing old table as rows_before new table as rows_after
  for each statement execute function adapt_intervals('request');--> statement-breakpoint

-- Whoever asked to be left alone is asked nothing, whatever the program above thinks.
create function keep_owner_unasked() returns trigger language plpgsql as $$
begin
  if exists (select 1 from owners where id = new.owner_id and do_not_contact_at is not null) then
    raise exception 'owner % does not want to be contacted', new.owner_id using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint

create trigger keep_owner_unasked before insert on freshness_asks for each row when (new.owner_id is not null) execute function keep_owner_unasked();
