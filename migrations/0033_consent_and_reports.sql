CREATE TABLE "publication_announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"note" text NOT NULL,
	"addressee" text,
	"email" text,
	"announced_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"code_hash" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "publication_announcements_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "report_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text,
	"checked" text[],
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"state" text NOT NULL,
	"ags" text,
	"lat" double precision,
	"lon" double precision,
	"location_source" text,
	"photo_lat" double precision,
	"photo_lon" double precision,
	"street" text,
	"house_number" text,
	"postal_code" text,
	"city" text,
	"property_type" text DEFAULT 'unknown' NOT NULL,
	"signs" text[] DEFAULT '{}' NOT NULL,
	"since" text DEFAULT 'unknown' NOT NULL,
	"text" text,
	"photo" jsonb,
	"reporter_email" text,
	"step" text DEFAULT 'office' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"network_id" uuid,
	"county_id" uuid,
	"taken_by_side" text,
	"taken_by_id" uuid,
	"taken_at" timestamp with time zone,
	"property_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"forget_at" timestamp with time zone,
	CONSTRAINT "reports_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "publication_consents" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "publication_announcements" ADD CONSTRAINT "publication_announcements_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_announcements" ADD CONSTRAINT "publication_announcements_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_county_id_organisations_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_taken_by_id_people_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_announcements_property_id_announced_at_index" ON "publication_announcements" USING btree ("property_id","announced_at");--> statement-breakpoint
CREATE INDEX "report_steps_report_id_at_index" ON "report_steps" USING btree ("report_id","at");--> statement-breakpoint
CREATE INDEX "report_steps_by_person_id_index" ON "report_steps" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "reports_ags_state_sent_at_index" ON "reports" USING btree ("ags","state","sent_at");--> statement-breakpoint
CREATE INDEX "reports_lat_lon_index" ON "reports" USING btree ("lat","lon");--> statement-breakpoint
CREATE INDEX "reports_network_id_index" ON "reports" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "reports_county_id_index" ON "reports" USING btree ("county_id");--> statement-breakpoint
CREATE INDEX "reports_taken_by_id_index" ON "reports" USING btree ("taken_by_id");--> statement-breakpoint
CREATE INDEX "reports_forget_at_index" ON "reports" USING btree ("forget_at");--> statement-breakpoint
-- hand-written
alter table reports add constraint reports_have_a_place check (state = 'draft' or ags is not null);--> statement-breakpoint
alter table reports add constraint reports_end check ((forget_at is null) = (state in ('received', 'in_review', 'asked')));--> statement-breakpoint
-- Houses that were announced before announcements had a row of their own: their month goes on. They have no code, and so no letter.
insert into publication_announcements (id, property_id, basis, note, announced_at, code_hash, recorded_by)
	select s.id, p.id, 'other', coalesce(s.reason, 'angekündigt'), s.at, 'before ' || s.id, s.by_person_id
	from properties p join lateral (
		select * from property_steps where property_id = p.id and machine = 'publication' and to_state = 'announced' order by at desc, id desc limit 1
	) s on true
	where p.publication_state = 'announced';
