CREATE TABLE "candidate_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"concept_id" uuid NOT NULL,
	"supplement_id" uuid,
	"replaces" uuid,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_files_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "deliberations" (
	"concept_id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presentations" (
	"concept_id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"by_person_id" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_locks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"locked_at" timestamp with time zone NOT NULL,
	"locked_by" uuid,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopen_reason" text
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"concept_id" uuid,
	"reason" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"concept_id" uuid NOT NULL,
	"condition_id" uuid,
	"asks" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "jury_withdrawals" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"counts" boolean,
	"counts_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "hidden_words" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "released_files" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_supplement_id_supplements_id_fk" FOREIGN KEY ("supplement_id") REFERENCES "public"."supplements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_locks" ADD CONSTRAINT "score_locks_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_locks" ADD CONSTRAINT "score_locks_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_locks" ADD CONSTRAINT "score_locks_reopened_by_people_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_withdrawals" ADD CONSTRAINT "jury_withdrawals_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_withdrawals" ADD CONSTRAINT "jury_withdrawals_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_withdrawals" ADD CONSTRAINT "jury_withdrawals_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_withdrawals" ADD CONSTRAINT "jury_withdrawals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_files_concept_id_index" ON "candidate_files" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "candidate_files_supplement_id_index" ON "candidate_files" USING btree ("supplement_id");--> statement-breakpoint
CREATE INDEX "candidate_files_by_person_id_index" ON "candidate_files" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "deliberations_procedure_id_index" ON "deliberations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "deliberations_updated_by_index" ON "deliberations" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "presentations_procedure_id_index" ON "presentations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "presentations_by_person_id_index" ON "presentations" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "score_locks_procedure_id_index" ON "score_locks" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "score_locks_locked_by_index" ON "score_locks" USING btree ("locked_by");--> statement-breakpoint
CREATE INDEX "score_locks_reopened_by_index" ON "score_locks" USING btree ("reopened_by");--> statement-breakpoint
CREATE INDEX "substitutions_procedure_id_index" ON "substitutions" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "substitutions_member_id_index" ON "substitutions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "substitutions_concept_id_index" ON "substitutions" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "substitutions_by_person_id_index" ON "substitutions" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "supplements_concept_id_index" ON "supplements" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "supplements_procedure_id_index" ON "supplements" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "supplements_asked_by_index" ON "supplements" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "supplements_answered_by_index" ON "supplements" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "jury_withdrawals_procedure_id_index" ON "jury_withdrawals" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "jury_withdrawals_by_person_id_index" ON "jury_withdrawals" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "jury_withdrawals_decided_by_index" ON "jury_withdrawals" USING btree ("decided_by");--> statement-breakpoint
ALTER TABLE "candidates" DROP COLUMN "supplement_until";--> statement-breakpoint
ALTER TABLE "candidates" DROP COLUMN "redactions";