CREATE TABLE "group_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mix_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "group_document_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_document_versions_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "group_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"places" smallint NOT NULL,
	"used" smallint DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "group_knocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"is_speaker" boolean DEFAULT false NOT NULL,
	"is_named" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_mixes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"words" text NOT NULL,
	"group_id" uuid,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"title" text NOT NULL,
	"uses" text[] DEFAULT '{}' NOT NULL,
	"area_min_m2" real,
	"area_max_m2" real,
	"max_monthly" real,
	"days" text[] DEFAULT '{}' NOT NULL,
	"day_parts" text[] DEFAULT '{}' NOT NULL,
	"noise" text DEFAULT 'unknown' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_ticks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"form" text NOT NULL,
	"step" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"idea" text DEFAULT '' NOT NULL,
	"seeks" text DEFAULT '' NOT NULL,
	"property_id" uuid,
	"house_title" text,
	"house_gone" text,
	"ags" text,
	"state" text DEFAULT 'forming' NOT NULL,
	"shown_at" timestamp with time zone,
	"town_at" timestamp with time zone,
	"legal_form" text,
	"organisation_id" uuid,
	"request_id" uuid,
	"dissolved_at" timestamp with time zone,
	"dissolved_why" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "case_subjects" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "group_calls" ADD CONSTRAINT "group_calls_mix_id_group_mixes_id_fk" FOREIGN KEY ("mix_id") REFERENCES "public"."group_mixes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_calls" ADD CONSTRAINT "group_calls_request_id_space_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."space_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_calls" ADD CONSTRAINT "group_calls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_document_versions" ADD CONSTRAINT "group_document_versions_document_id_group_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."group_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_document_versions" ADD CONSTRAINT "group_document_versions_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_documents" ADD CONSTRAINT "group_documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_knocks" ADD CONSTRAINT "group_knocks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_knocks" ADD CONSTRAINT "group_knocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_knocks" ADD CONSTRAINT "group_knocks_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_mixes" ADD CONSTRAINT "group_mixes_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_mixes" ADD CONSTRAINT "group_mixes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_mixes" ADD CONSTRAINT "group_mixes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_needs" ADD CONSTRAINT "group_needs_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_needs" ADD CONSTRAINT "group_needs_member_id_group_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."group_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_member_id_group_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."group_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_ticks" ADD CONSTRAINT "group_ticks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_ticks" ADD CONSTRAINT "group_ticks_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_request_id_space_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."space_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_calls_once" ON "group_calls" USING btree ("mix_id","request_id");--> statement-breakpoint
CREATE INDEX "group_calls_person_id_index" ON "group_calls" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "group_calls_request_id_index" ON "group_calls" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_document_versions_number" ON "group_document_versions" USING btree ("document_id","number");--> statement-breakpoint
CREATE INDEX "group_document_versions_by_person_id_index" ON "group_document_versions" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "group_documents_group_id_created_at_index" ON "group_documents" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "group_invitations_group_id_created_at_index" ON "group_invitations" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "group_invitations_created_by_index" ON "group_invitations" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "group_invitations_expires_at_index" ON "group_invitations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "group_knocks_group_id_at_index" ON "group_knocks" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "group_knocks_person_id_index" ON "group_knocks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "group_knocks_decided_by_index" ON "group_knocks" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "group_knocks_decided_at_index" ON "group_knocks" USING btree ("decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "group_knocks_open" ON "group_knocks" USING btree ("group_id","person_id") WHERE "group_knocks"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_once" ON "group_members" USING btree ("group_id","person_id");--> statement-breakpoint
CREATE INDEX "group_members_person_id_index" ON "group_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "group_members_organisation_id_index" ON "group_members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "group_mixes_property_id_at_index" ON "group_mixes" USING btree ("property_id","at");--> statement-breakpoint
CREATE INDEX "group_mixes_group_id_index" ON "group_mixes" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "group_mixes_by_person_id_index" ON "group_mixes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "group_mixes_at_index" ON "group_mixes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "group_needs_group_id_created_at_index" ON "group_needs" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "group_needs_member_id_index" ON "group_needs" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "group_roles_group_id_created_at_index" ON "group_roles" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "group_roles_member_id_index" ON "group_roles" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_ticks_once" ON "group_ticks" USING btree ("group_id","form","step");--> statement-breakpoint
CREATE INDEX "group_ticks_by_person_id_index" ON "group_ticks" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "groups_property_id_index" ON "groups" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "groups_ags_town_at_index" ON "groups" USING btree ("ags","town_at");--> statement-breakpoint
CREATE INDEX "groups_shown_at_index" ON "groups" USING btree ("shown_at");--> statement-breakpoint
CREATE INDEX "groups_created_by_index" ON "groups" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "groups_organisation_id_index" ON "groups" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "groups_request_id_index" ON "groups" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "groups_dissolved_at_index" ON "groups" USING btree ("dissolved_at");--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_subjects_group_id_index" ON "case_subjects" USING btree ("group_id");--> statement-breakpoint
-- hand-written
ALTER TABLE "groups" ADD CONSTRAINT "groups_dissolved" CHECK (("state" = 'dissolved') = ("dissolved_at" is not null) and ("state" <> 'dissolved' or ("shown_at" is null and "town_at" is null)));--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_shown" CHECK (("state" <> 'forming' or "shown_at" is null) and ("state" <> 'visible' or "shown_at" is not null));--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_town" CHECK ("town_at" is null or "ags" is not null);--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_form" CHECK ("state" <> 'established' or "legal_form" is not null);--> statement-breakpoint
ALTER TABLE "group_needs" ADD CONSTRAINT "group_needs_amounts" CHECK ("area_min_m2" > 0 and "area_max_m2" > 0 and "area_min_m2" <= "area_max_m2" and "max_monthly" >= 0);--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_places" CHECK ("places" > 0 and "used" between 0 and "places" and ("kind" = 'link' or "places" = 1));--> statement-breakpoint
ALTER TABLE "group_knocks" ADD CONSTRAINT "group_knocks_decided" CHECK (("state" = 'open') = ("decided_at" is null));--> statement-breakpoint
ALTER TABLE "group_calls" ADD CONSTRAINT "group_calls_answered" CHECK (("state" = 'open') = ("answered_at" is null));--> statement-breakpoint
-- Groups stand on the public page of their house: their changes make kept pages old.
create trigger public_change after insert or update or delete or truncate on groups for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on group_members for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on group_roles for each statement execute function note_public_change();
--> statement-breakpoint
ALTER TABLE "case_subjects" DROP CONSTRAINT "case_subjects_one";--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_one" CHECK (num_nonnulls("property_id", "request_id", "match_id", "message_id", "group_id") = 1);
