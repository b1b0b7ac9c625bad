CREATE TABLE "profile_files" (
	"key" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "profile_pages" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"files" text[] DEFAULT '{}' NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"data" jsonb NOT NULL,
	"file_key" text,
	"released_at" timestamp with time zone,
	"internal_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "profile_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"note" text,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profile_versions_organisation_id_number_unique" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_files" ADD CONSTRAINT "profile_files_organisation_id_profiles_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."profiles"("organisation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_files" ADD CONSTRAINT "profile_files_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_pages" ADD CONSTRAINT "profile_pages_organisation_id_profiles_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."profiles"("organisation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_parts" ADD CONSTRAINT "profile_parts_organisation_id_profiles_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."profiles"("organisation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_parts" ADD CONSTRAINT "profile_parts_file_key_profile_files_key_fk" FOREIGN KEY ("file_key") REFERENCES "public"."profile_files"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_parts" ADD CONSTRAINT "profile_parts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_versions" ADD CONSTRAINT "profile_versions_organisation_id_profiles_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."profiles"("organisation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_versions" ADD CONSTRAINT "profile_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_files_organisation_id_index" ON "profile_files" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "profile_parts_organisation_id_kind_position_index" ON "profile_parts" USING btree ("organisation_id","kind","position");--> statement-breakpoint
create index profile_versions_parts on profile_versions using gin (parts jsonb_path_ops);--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on profile_pages for each statement execute function note_public_change();
