CREATE TABLE "procedure_amendments" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"based_on" smallint NOT NULL,
	"draft" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_followers" (
	"procedure_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "procedure_followers_procedure_id_person_id_pk" PRIMARY KEY("procedure_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "procedure_guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"people" smallint NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_pages" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"round" smallint NOT NULL,
	"property_id" uuid NOT NULL,
	"ags" text NOT NULL,
	"state_code" text NOT NULL,
	"town" text NOT NULL,
	"town_slug" text NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"version" smallint NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"is_demo" boolean NOT NULL,
	"withheld_at" timestamp with time zone,
	"published_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "procedure_pages_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "procedure_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"number" smallint,
	"person_id" uuid,
	"text" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"wording" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"published_at" timestamp with time zone,
	"aside_reason" text,
	"aside_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "procedure_viewings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"guest_note" text DEFAULT '' NOT NULL,
	"capacity" smallint,
	"state" text DEFAULT 'planned' NOT NULL,
	"cancel_reason" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"reminded_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "procedure_amendments" ADD CONSTRAINT "procedure_amendments_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_amendments" ADD CONSTRAINT "procedure_amendments_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_followers" ADD CONSTRAINT "procedure_followers_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_followers" ADD CONSTRAINT "procedure_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_guests" ADD CONSTRAINT "procedure_guests_viewing_id_procedure_viewings_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."procedure_viewings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_guests" ADD CONSTRAINT "procedure_guests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_pages" ADD CONSTRAINT "procedure_pages_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_pages" ADD CONSTRAINT "procedure_pages_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_pages" ADD CONSTRAINT "procedure_pages_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_questions" ADD CONSTRAINT "procedure_questions_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_questions" ADD CONSTRAINT "procedure_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_questions" ADD CONSTRAINT "procedure_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_viewings" ADD CONSTRAINT "procedure_viewings_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_viewings" ADD CONSTRAINT "procedure_viewings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedure_amendments_updated_by_index" ON "procedure_amendments" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "procedure_followers_person_id_index" ON "procedure_followers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_guests_once" ON "procedure_guests" USING btree ("viewing_id","person_id");--> statement-breakpoint
CREATE INDEX "procedure_guests_person_id_index" ON "procedure_guests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "procedure_guests_forget_at_index" ON "procedure_guests" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "procedure_pages_state_deadline_index" ON "procedure_pages" USING btree ("state","deadline");--> statement-breakpoint
CREATE INDEX "procedure_pages_ags_published_at_index" ON "procedure_pages" USING btree ("ags","published_at");--> statement-breakpoint
CREATE INDEX "procedure_pages_state_code_index" ON "procedure_pages" USING btree ("state_code");--> statement-breakpoint
CREATE INDEX "procedure_pages_property_id_index" ON "procedure_pages" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "procedure_pages_published_at_procedure_id_index" ON "procedure_pages" USING btree ("published_at","procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_questions_procedure_id_asked_at_index" ON "procedure_questions" USING btree ("procedure_id","asked_at");--> statement-breakpoint
CREATE INDEX "procedure_questions_person_id_index" ON "procedure_questions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "procedure_questions_answered_by_index" ON "procedure_questions" USING btree ("answered_by");--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_questions_number" ON "procedure_questions" USING btree ("procedure_id","number");--> statement-breakpoint
CREATE INDEX "procedure_viewings_procedure_id_starts_at_index" ON "procedure_viewings" USING btree ("procedure_id","starts_at");--> statement-breakpoint
CREATE INDEX "procedure_viewings_starts_at_index" ON "procedure_viewings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "procedure_viewings_created_by_index" ON "procedure_viewings" USING btree ("created_by");--> statement-breakpoint
-- hand-written
create trigger public_change after insert or update or delete or truncate on procedure_pages for each statement execute function note_public_change();
