CREATE TABLE "jury_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"title" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"decide_by" date NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jury_votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid,
	"is_recusal" boolean NOT NULL,
	"verdict" text,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "jury_votes_application_id_person_id_unique" UNIQUE("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "learning_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"is_open" boolean DEFAULT true NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"joined_by" uuid,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "place_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"network_id" uuid NOT NULL,
	"catalogue_id" uuid NOT NULL,
	"round_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"attitude_confirmed_at" timestamp with time zone,
	"answers" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"message" text,
	"answer" text,
	"office_note" text,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_catalogues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"attitude" text DEFAULT '' NOT NULL,
	"min_others" smallint DEFAULT 5 NOT NULL,
	"criteria" jsonb NOT NULL,
	"change" text,
	"published_at" timestamp with time zone,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_catalogues_network_id_version_unique" UNIQUE("network_id","version")
);
--> statement-breakpoint
CREATE TABLE "place_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"code" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_figures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"key" text NOT NULL,
	"year" smallint NOT NULL,
	"value" double precision NOT NULL,
	"source" text,
	"reported_on" date NOT NULL,
	"created_by" uuid,
	CONSTRAINT "place_figures_place_id_key_year_unique" UNIQUE("place_id","key","year")
);
--> statement-breakpoint
CREATE TABLE "place_pages" (
	"place_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"ags" text NOT NULL,
	"state_code" text NOT NULL,
	"network_slug" text,
	"bookable" text[] NOT NULL,
	"offers" text[] NOT NULL,
	"legal_form" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"name" text NOT NULL,
	"search_text" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_pages_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "place_pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text,
	"caption" text,
	"credit" text,
	"position" smallint DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_pictures_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "place_programmes" (
	"network_id" uuid PRIMARY KEY NOT NULL,
	"award_name" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"reassess_months" integer DEFAULT 36 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid,
	"machine" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"network_id" uuid,
	"property_id" uuid,
	"ags" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'emerging' NOT NULL,
	"profile" jsonb NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	"contact_released_at" timestamp with time zone,
	"network_statement" text,
	"awarded_on" date,
	"reassess_on" date,
	"internal_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "tandems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"proposer_id" uuid NOT NULL,
	"asked_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"message" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "jury_rounds" ADD CONSTRAINT "jury_rounds_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_rounds" ADD CONSTRAINT "jury_rounds_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_votes" ADD CONSTRAINT "jury_votes_application_id_place_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."place_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_votes" ADD CONSTRAINT "jury_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_groups" ADD CONSTRAINT "learning_groups_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_groups" ADD CONSTRAINT "learning_groups_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_members" ADD CONSTRAINT "learning_members_group_id_learning_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."learning_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_members" ADD CONSTRAINT "learning_members_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_members" ADD CONSTRAINT "learning_members_joined_by_people_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_applications" ADD CONSTRAINT "place_applications_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_applications" ADD CONSTRAINT "place_applications_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_applications" ADD CONSTRAINT "place_applications_catalogue_id_place_catalogues_id_fk" FOREIGN KEY ("catalogue_id") REFERENCES "public"."place_catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_applications" ADD CONSTRAINT "place_applications_round_id_jury_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."jury_rounds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_applications" ADD CONSTRAINT "place_applications_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_catalogues" ADD CONSTRAINT "place_catalogues_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_catalogues" ADD CONSTRAINT "place_catalogues_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_evidence" ADD CONSTRAINT "place_evidence_application_id_place_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."place_applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_evidence" ADD CONSTRAINT "place_evidence_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_figures" ADD CONSTRAINT "place_figures_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_figures" ADD CONSTRAINT "place_figures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_pages" ADD CONSTRAINT "place_pages_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_pages" ADD CONSTRAINT "place_pages_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_pictures" ADD CONSTRAINT "place_pictures_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_pictures" ADD CONSTRAINT "place_pictures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_programmes" ADD CONSTRAINT "place_programmes_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_steps" ADD CONSTRAINT "place_steps_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_steps" ADD CONSTRAINT "place_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_proposer_id_places_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_asked_id_places_id_fk" FOREIGN KEY ("asked_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tandems" ADD CONSTRAINT "tandems_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "jury_rounds_network_id_index" ON "jury_rounds" USING btree ("network_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jury_rounds_one_open" ON "jury_rounds" USING btree ("network_id") WHERE "jury_rounds"."state" = 'open';--> statement-breakpoint
CREATE INDEX "jury_votes_person_id_index" ON "jury_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "learning_groups_network_id_index" ON "learning_groups" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "learning_members_place_id_index" ON "learning_members" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "learning_members_once" ON "learning_members" USING btree ("group_id","place_id") WHERE "learning_members"."left_at" is null;--> statement-breakpoint
CREATE INDEX "place_applications_network_id_state_index" ON "place_applications" USING btree ("network_id","state");--> statement-breakpoint
CREATE INDEX "place_applications_round_id_index" ON "place_applications" USING btree ("round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "place_applications_one_open" ON "place_applications" USING btree ("place_id") WHERE "place_applications"."state" not in ('awarded', 'not_yet', 'withdrawn');--> statement-breakpoint
CREATE INDEX "place_evidence_application_id_index" ON "place_evidence" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "place_pages_ags_index" ON "place_pages" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "place_pages_name_place_id_index" ON "place_pages" USING btree ("name","place_id");--> statement-breakpoint
CREATE INDEX "place_pictures_place_id_position_index" ON "place_pictures" USING btree ("place_id","position");--> statement-breakpoint
CREATE INDEX "place_steps_subject_id_at_index" ON "place_steps" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "place_steps_place_id_index" ON "place_steps" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "places_organisation_id_index" ON "places" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "places_network_id_index" ON "places" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "places_ags_index" ON "places" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "tandems_asked_id_index" ON "tandems" USING btree ("asked_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tandems_one_open" ON "tandems" USING btree (least("proposer_id", "asked_id"),greatest("proposer_id", "asked_id")) WHERE "tandems"."state" in ('proposed', 'agreed');--> statement-breakpoint
-- What stands on public pages makes kept pages old when it changes.
create trigger public_change after insert or update or delete or truncate on place_pages for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on place_figures for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on place_catalogues for each statement execute function note_public_change();
