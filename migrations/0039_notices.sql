CREATE TABLE "content_complaints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"is_upheld" boolean,
	"answer" text,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "content_complaints_decision_id_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "content_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"ground" text,
	"clause" text,
	"facts" text NOT NULL,
	"scope" text,
	"until" timestamp with time zone,
	"complain_until" timestamp with time zone NOT NULL,
	"bar_id" uuid,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_why" text,
	CONSTRAINT "content_decisions_matter_id_unique" UNIQUE("matter_id")
);
--> statement-breakpoint
CREATE TABLE "content_matter_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "content_matters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"content_id" uuid NOT NULL,
	"href" text NOT NULL,
	"frozen" jsonb NOT NULL,
	"author_id" uuid,
	"organisation_id" uuid,
	"category" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"taken_by_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"forget_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "content_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"category" text NOT NULL,
	"spot" text NOT NULL,
	"why" text NOT NULL,
	"name" text,
	"email" text,
	"person_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publishing_bars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "withheld_contents" (
	"kind" text NOT NULL,
	"content_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "withheld_contents_kind_content_id_pk" PRIMARY KEY("kind","content_id")
);
--> statement-breakpoint
ALTER TABLE "content_complaints" ADD CONSTRAINT "content_complaints_decision_id_content_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."content_decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_complaints" ADD CONSTRAINT "content_complaints_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_decisions" ADD CONSTRAINT "content_decisions_matter_id_content_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."content_matters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_decisions" ADD CONSTRAINT "content_decisions_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_matter_steps" ADD CONSTRAINT "content_matter_steps_matter_id_content_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."content_matters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_matter_steps" ADD CONSTRAINT "content_matter_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_matters" ADD CONSTRAINT "content_matters_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_matters" ADD CONSTRAINT "content_matters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_matters" ADD CONSTRAINT "content_matters_taken_by_id_people_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_notices" ADD CONSTRAINT "content_notices_matter_id_content_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."content_matters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_notices" ADD CONSTRAINT "content_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publishing_bars" ADD CONSTRAINT "publishing_bars_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_complaints_answered_by_id_index" ON "content_complaints" USING btree ("answered_by_id");--> statement-breakpoint
CREATE INDEX "content_decisions_decided_by_id_index" ON "content_decisions" USING btree ("decided_by_id");--> statement-breakpoint
CREATE INDEX "content_decisions_until_index" ON "content_decisions" USING btree ("until");--> statement-breakpoint
CREATE INDEX "content_matter_steps_matter_id_at_index" ON "content_matter_steps" USING btree ("matter_id","at");--> statement-breakpoint
CREATE INDEX "content_matter_steps_by_person_id_index" ON "content_matter_steps" USING btree ("by_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "content_matters_one" ON "content_matters" USING btree ("kind","content_id") WHERE state in ('open', 'in_review');--> statement-breakpoint
CREATE INDEX "content_matters_state_due_at_index" ON "content_matters" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "content_matters_created_at_index" ON "content_matters" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "content_matters_author_id_index" ON "content_matters" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "content_matters_taken_by_id_index" ON "content_matters" USING btree ("taken_by_id");--> statement-breakpoint
CREATE INDEX "content_matters_organisation_id_index" ON "content_matters" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "content_notices_matter_id_created_at_index" ON "content_notices" USING btree ("matter_id","created_at");--> statement-breakpoint
CREATE INDEX "content_notices_person_id_index" ON "content_notices" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "content_notices_forget_at_index" ON "content_notices" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "publishing_bars_person_id_until_index" ON "publishing_bars" USING btree ("person_id","until");