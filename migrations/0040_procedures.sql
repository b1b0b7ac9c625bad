CREATE TABLE "procedure_areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_eligibility" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"evidence" text[] DEFAULT '{}' NOT NULL,
	"evidence_note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "procedure_files_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "procedure_leaves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"weight" smallint NOT NULL,
	"levels" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"evidence" text[] DEFAULT '{}' NOT NULL,
	"evidence_note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"role" text NOT NULL,
	"juror_kind" text,
	"has_vote" boolean DEFAULT false NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"affiliation" text DEFAULT '' NOT NULL,
	"deputy_for" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"reason" text,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_trials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"points" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offer_cents" bigint
);
--> statement-breakpoint
CREATE TABLE "procedure_units" (
	"procedure_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "procedure_units_procedure_id_unit_id_pk" PRIMARY KEY("procedure_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "procedures_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"property_id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"transfer" text NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"hand_in" text DEFAULT '' NOT NULL,
	"price_rule" text DEFAULT 'fixed' NOT NULL,
	"price_cents" bigint,
	"price_unit" text DEFAULT 'total' NOT NULL,
	"price_share" smallint DEFAULT 0 NOT NULL,
	"price_full_cents" bigint,
	"term_years" smallint,
	"deciding_body" text NOT NULL,
	"tie_rule" text NOT NULL,
	"mandate" text,
	"timeline" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"preflight" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hours" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "procedures_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "procedure_areas" ADD CONSTRAINT "procedure_areas_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_areas" ADD CONSTRAINT "procedure_areas_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_eligibility" ADD CONSTRAINT "procedure_eligibility_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_eligibility" ADD CONSTRAINT "procedure_eligibility_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_files" ADD CONSTRAINT "procedure_files_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_files" ADD CONSTRAINT "procedure_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_leaves" ADD CONSTRAINT "procedure_leaves_area_id_procedure_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."procedure_areas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_leaves" ADD CONSTRAINT "procedure_leaves_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_deputy_for_procedure_members_id_fk" FOREIGN KEY ("deputy_for") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_trials" ADD CONSTRAINT "procedure_trials_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_units" ADD CONSTRAINT "procedure_units_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_units" ADD CONSTRAINT "procedure_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedure_areas_procedure_id_index" ON "procedure_areas" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_areas_updated_by_index" ON "procedure_areas" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "procedure_eligibility_procedure_id_index" ON "procedure_eligibility" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_eligibility_updated_by_index" ON "procedure_eligibility" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "procedure_files_procedure_id_index" ON "procedure_files" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_files_by_person_id_index" ON "procedure_files" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "procedure_leaves_area_id_index" ON "procedure_leaves" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "procedure_leaves_updated_by_index" ON "procedure_leaves" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "procedure_members_procedure_id_index" ON "procedure_members" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_members_person_id_index" ON "procedure_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "procedure_members_email_index" ON "procedure_members" USING btree ("email");--> statement-breakpoint
CREATE INDEX "procedure_members_deputy_for_index" ON "procedure_members" USING btree ("deputy_for");--> statement-breakpoint
CREATE INDEX "procedure_steps_procedure_id_at_index" ON "procedure_steps" USING btree ("procedure_id","at");--> statement-breakpoint
CREATE INDEX "procedure_steps_by_person_id_index" ON "procedure_steps" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "procedure_trials_procedure_id_index" ON "procedure_trials" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_units_unit_id_index" ON "procedure_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "procedures_property_id_index" ON "procedures" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "procedures_updated_at_index" ON "procedures" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "procedures_created_by_index" ON "procedures" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "procedures_updated_by_index" ON "procedures" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "procedures_discarded_at_index" ON "procedures" USING btree ("discarded_at");--> statement-breakpoint
-- hand-written
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_price" CHECK ("price_share" between 0 and 999 and ("price_rule" = 'weighted') = ("price_share" > 0) and "price_cents" >= 0 and ("price_rule" <> 'weighted' or ("price_cents" is not null and "price_full_cents" > "price_cents")));--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_words" CHECK ("kind" in ('direct_match', 'expression_of_interest', 'single_stage', 'two_stage', 'with_dialogue', 'room_grant') and "transfer" in ('sale', 'heritable_right', 'lease', 'interim') and "tie_rule" in ('heaviest', 'offer', 'lot', 'body') and ("tie_rule" <> 'offer' or "price_rule" = 'weighted') and "term_years" > 0);--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_state" CHECK ("state" in ('draft', 'ready', 'discarded') and ("state" = 'discarded') = ("discarded_at" is not null));--> statement-breakpoint
ALTER TABLE "procedure_leaves" ADD CONSTRAINT "procedure_leaves_weight" CHECK ("weight" between 0 and 1000);--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_votes" CHECK (("role" = 'juror') = ("juror_kind" is not null) and ("role" = 'juror' or not "has_vote") and ("role" = 'deputy' or "deputy_for" is null));--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_members_one_manager" ON "procedure_members" USING btree ("procedure_id") WHERE "role" = 'manager';
