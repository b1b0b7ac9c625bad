CREATE TABLE "stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"organisation_id" uuid NOT NULL,
	"ags" text NOT NULL,
	"property_id" uuid,
	"place_id" uuid,
	"slug" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"outcome" text NOT NULL,
	"title" text NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"lesson" text DEFAULT '' NOT NULL,
	"use" text,
	"property_type" text DEFAULT 'unknown' NOT NULL,
	"picture_key" text,
	"picture_width" integer,
	"picture_height" integer,
	"picture_alt" text DEFAULT '' NOT NULL,
	"picture_credit" text DEFAULT '' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "stories_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "story_pages" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"ags" text NOT NULL,
	"state_code" text NOT NULL,
	"use" text,
	"property_type" text NOT NULL,
	"place_id" uuid,
	"picture_key" text,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "story_pages_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "story_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"hurdle" text NOT NULL,
	"solution" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_voices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"text" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"released_at" timestamp with time zone,
	"released_how" text
);
--> statement-breakpoint
CREATE TABLE "tour_feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tour_interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stop_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"text" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'noted' NOT NULL,
	"case_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tour_stops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewing_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"property_id" uuid,
	"title" text,
	"lat" double precision,
	"lon" double precision,
	"minutes" smallint NOT NULL,
	"public_words" text DEFAULT '' NOT NULL,
	"guest_words" text DEFAULT '' NOT NULL,
	"internal_note" text DEFAULT '' NOT NULL,
	"consent" text NOT NULL,
	"asked_whom" text,
	"asked_on" date
);
--> statement-breakpoint
CREATE TABLE "tours" (
	"viewing_id" uuid PRIMARY KEY NOT NULL,
	"guides" text DEFAULT '' NOT NULL,
	"walk_ins" smallint DEFAULT 0 NOT NULL,
	"lesson" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "advice_offers" ADD COLUMN "opens_case" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "case_viewing_guests" ADD COLUMN "came" boolean;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_pages" ADD CONSTRAINT "story_pages_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_turns" ADD CONSTRAINT "story_turns_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_voices" ADD CONSTRAINT "story_voices_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_feedback" ADD CONSTRAINT "tour_feedback_viewing_id_tours_viewing_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."tours"("viewing_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_feedback" ADD CONSTRAINT "tour_feedback_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_interests" ADD CONSTRAINT "tour_interests_stop_id_tour_stops_id_fk" FOREIGN KEY ("stop_id") REFERENCES "public"."tour_stops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_interests" ADD CONSTRAINT "tour_interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_interests" ADD CONSTRAINT "tour_interests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_viewing_id_tours_viewing_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."tours"("viewing_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tours" ADD CONSTRAINT "tours_viewing_id_case_viewings_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."case_viewings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tours" ADD CONSTRAINT "tours_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "stories_case_once" ON "stories" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "stories_organisation_id_updated_at_index" ON "stories" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE INDEX "stories_ags_index" ON "stories" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "stories_property_id_index" ON "stories" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "stories_place_id_index" ON "stories" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "stories_picture_key_index" ON "stories" USING btree ("picture_key");--> statement-breakpoint
CREATE INDEX "stories_created_by_index" ON "stories" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "story_pages_published_at_story_id_index" ON "story_pages" USING btree ("published_at","story_id");--> statement-breakpoint
CREATE INDEX "story_pages_ags_published_at_index" ON "story_pages" USING btree ("ags","published_at");--> statement-breakpoint
CREATE INDEX "story_pages_place_id_index" ON "story_pages" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "story_pages_picture_key_index" ON "story_pages" USING btree ("picture_key");--> statement-breakpoint
CREATE INDEX "story_turns_story_id_position_index" ON "story_turns" USING btree ("story_id","position");--> statement-breakpoint
CREATE INDEX "story_voices_story_id_index" ON "story_voices" USING btree ("story_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tour_feedback_once" ON "tour_feedback" USING btree ("viewing_id","person_id");--> statement-breakpoint
CREATE INDEX "tour_feedback_person_id_index" ON "tour_feedback" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tour_feedback_at_index" ON "tour_feedback" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "tour_interests_once" ON "tour_interests" USING btree ("stop_id","person_id");--> statement-breakpoint
CREATE INDEX "tour_interests_person_id_index" ON "tour_interests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tour_interests_case_id_index" ON "tour_interests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "tour_interests_at_index" ON "tour_interests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tour_stops_viewing_id_position_index" ON "tour_stops" USING btree ("viewing_id","position");--> statement-breakpoint
CREATE INDEX "tour_stops_property_id_index" ON "tour_stops" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "tours_created_by_index" ON "tours" USING btree ("created_by");--> statement-breakpoint
-- hand-written
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_kind" CHECK (("property_id" is null) <> ("title" is null));--> statement-breakpoint
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_place" CHECK (("lat" is null) = ("lon" is null) and ("property_id" is null or "lat" is null));--> statement-breakpoint
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_minutes" CHECK ("minutes" between 1 and 240);--> statement-breakpoint
ALTER TABLE "tour_stops" ADD CONSTRAINT "tour_stops_consent" CHECK ("consent" not in ('asked', 'granted', 'refused') or ("asked_whom" is not null and "asked_on" is not null));--> statement-breakpoint
ALTER TABLE "story_pages" ADD CONSTRAINT "story_pages_slug" CHECK ("slug" ~ '^[a-z0-9][a-z0-9-]*$');--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on story_pages for each statement execute function note_public_change();
