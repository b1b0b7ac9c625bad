CREATE TABLE "option_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"property_id" uuid NOT NULL,
	"unit_id" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "option_milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"reported_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"level" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "option_remedies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"what" text NOT NULL,
	"until" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"told_at" timestamp with time zone,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "option_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"milestone_id" uuid,
	"text" text NOT NULL,
	"photo_key" text,
	"via" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone,
	CONSTRAINT "option_reports_photo_key_unique" UNIQUE("photo_key")
);
--> statement-breakpoint
CREATE TABLE "option_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"step" text NOT NULL,
	"ends_on" date,
	"reason" text,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "option_talks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"option_id" uuid NOT NULL,
	"on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_held" boolean DEFAULT false NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"forget_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "options" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"turn" smallint NOT NULL,
	"concept_id" uuid NOT NULL,
	"holder_name" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"fee_cents" bigint,
	"fee_is_credited" boolean DEFAULT false NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"most_extensions" smallint DEFAULT 1 NOT NULL,
	"extension_count" smallint DEFAULT 0 NOT NULL,
	"levels" jsonb NOT NULL,
	"warned" smallint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"return_reason" text,
	"return_declared_by" uuid,
	"return_declared_at" timestamp with time zone,
	"end_reason" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"contract_on" date,
	"contract_kind" text,
	"document_key" text,
	"document_type" text,
	"works_on" date,
	"used_on" date,
	"place_id" uuid,
	"told_at" timestamp with time zone,
	"story_id" uuid,
	CONSTRAINT "options_document_key_unique" UNIQUE("document_key")
);
--> statement-breakpoint
ALTER TABLE "option_holds" ADD CONSTRAINT "option_holds_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_holds" ADD CONSTRAINT "option_holds_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_holds" ADD CONSTRAINT "option_holds_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_milestones" ADD CONSTRAINT "option_milestones_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_milestones" ADD CONSTRAINT "option_milestones_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_remedies" ADD CONSTRAINT "option_remedies_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_remedies" ADD CONSTRAINT "option_remedies_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_remedies" ADD CONSTRAINT "option_remedies_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_reports" ADD CONSTRAINT "option_reports_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_reports" ADD CONSTRAINT "option_reports_milestone_id_option_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."option_milestones"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_reports" ADD CONSTRAINT "option_reports_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_steps" ADD CONSTRAINT "option_steps_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_steps" ADD CONSTRAINT "option_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_talks" ADD CONSTRAINT "option_talks_option_id_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_talks" ADD CONSTRAINT "option_talks_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_return_declared_by_people_id_fk" FOREIGN KEY ("return_declared_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "option_holds_option_id_index" ON "option_holds" USING btree ("option_id");--> statement-breakpoint
CREATE INDEX "option_holds_property_id_index" ON "option_holds" USING btree ("property_id");--> statement-breakpoint
CREATE UNIQUE INDEX "option_holds_one_per_unit" ON "option_holds" USING btree ("unit_id") WHERE ended_at is null and unit_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "option_holds_one_per_house" ON "option_holds" USING btree ("property_id") WHERE ended_at is null and unit_id is null;--> statement-breakpoint
CREATE INDEX "option_milestones_option_id_due_on_index" ON "option_milestones" USING btree ("option_id","due_on");--> statement-breakpoint
CREATE INDEX "option_milestones_state_due_on_index" ON "option_milestones" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "option_milestones_decided_by_index" ON "option_milestones" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "option_remedies_option_id_until_index" ON "option_remedies" USING btree ("option_id","until");--> statement-breakpoint
CREATE INDEX "option_remedies_state_until_index" ON "option_remedies" USING btree ("state","until");--> statement-breakpoint
CREATE INDEX "option_remedies_set_by_index" ON "option_remedies" USING btree ("set_by");--> statement-breakpoint
CREATE INDEX "option_remedies_closed_by_index" ON "option_remedies" USING btree ("closed_by");--> statement-breakpoint
CREATE INDEX "option_reports_option_id_at_index" ON "option_reports" USING btree ("option_id","at");--> statement-breakpoint
CREATE INDEX "option_reports_milestone_id_index" ON "option_reports" USING btree ("milestone_id");--> statement-breakpoint
CREATE INDEX "option_reports_by_person_id_index" ON "option_reports" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "option_reports_forget_at_index" ON "option_reports" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "option_steps_option_id_at_index" ON "option_steps" USING btree ("option_id","at");--> statement-breakpoint
CREATE INDEX "option_steps_by_person_id_index" ON "option_steps" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "option_talks_option_id_on_index" ON "option_talks" USING btree ("option_id","on");--> statement-breakpoint
CREATE INDEX "option_talks_by_person_id_index" ON "option_talks" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "option_talks_forget_at_index" ON "option_talks" USING btree ("forget_at");--> statement-breakpoint
CREATE UNIQUE INDEX "options_turn_once" ON "options" USING btree ("procedure_id","turn");--> statement-breakpoint
CREATE UNIQUE INDEX "options_concept_once" ON "options" USING btree ("concept_id");--> statement-breakpoint
CREATE UNIQUE INDEX "options_one_holder" ON "options" USING btree ("procedure_id") WHERE state in ('active', 'extended', 'fulfilled');--> statement-breakpoint
CREATE INDEX "options_state_ends_on_index" ON "options" USING btree ("state","ends_on");--> statement-breakpoint
CREATE INDEX "options_place_id_index" ON "options" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "options_story_id_index" ON "options" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "options_granted_by_index" ON "options" USING btree ("granted_by");--> statement-breakpoint
CREATE INDEX "options_return_declared_by_index" ON "options" USING btree ("return_declared_by");--> statement-breakpoint
CREATE INDEX "options_ended_by_index" ON "options" USING btree ("ended_by");--> statement-breakpoint
-- hand-written
-- A house is held as a whole or in parts, never both: no two rows in force for one house of which one has a unit and the other has none.
ALTER TABLE "option_holds" ADD CONSTRAINT "option_holds_whole_or_parts"
	EXCLUDE USING gist ("property_id" WITH =, ((case when "unit_id" is null then 0 else 1 end)) WITH <>)
	WHERE ("ended_at" is null);
--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_state" CHECK ("state" in ('active', 'extended', 'fulfilled', 'returned', 'lapsed') and "ends_on" > "starts_on" and "extension_count" between 0 and "most_extensions" and ("state" in ('returned', 'lapsed')) = ("ended_at" is not null) and ("state" <> 'fulfilled' or ("contract_on" is not null and "contract_kind" is not null)));
--> statement-breakpoint
ALTER TABLE "option_milestones" ADD CONSTRAINT "option_milestones_state" CHECK ("state" in ('planned', 'reported', 'confirmed', 'rejected') and ("state" <> 'rejected' or "reason" is not null));
--> statement-breakpoint
ALTER TABLE "option_remedies" ADD CONSTRAINT "option_remedies_state" CHECK ("state" in ('open', 'met', 'failed') and ("state" = 'open') = ("closed_at" is null));
--> statement-breakpoint
CREATE UNIQUE INDEX "option_remedies_one_open" ON "option_remedies" USING btree ("option_id") WHERE "state" = 'open';
