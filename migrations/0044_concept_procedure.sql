CREATE TABLE "award_places" (
	"procedure_id" uuid NOT NULL,
	"concept_id" uuid NOT NULL,
	"rank" smallint,
	"outcome" text NOT NULL,
	"points" integer,
	"parts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "award_places_procedure_id_concept_id_pk" PRIMARY KEY("procedure_id","concept_id")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"recommendation" text DEFAULT '' NOT NULL,
	"recommended_at" timestamp with time zone,
	"body" text,
	"decided_on" date,
	"reasons" text DEFAULT '' NOT NULL,
	"votes_for" smallint,
	"votes_against" smallint,
	"abstentions" smallint,
	"document_key" text,
	"version" integer DEFAULT 1 NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"standstill_until" timestamp with time zone,
	CONSTRAINT "awards_document_key_unique" UNIQUE("document_key")
);
--> statement-breakpoint
CREATE TABLE "concept_contents" (
	"concept_id" uuid PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"offer_cents" bigint,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concept_envelopes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"concept_id" uuid NOT NULL,
	"superseded_at" timestamp with time zone,
	"content" "bytea" NOT NULL,
	"offer" "bytea",
	"entry_hash" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concept_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"concept_id" uuid NOT NULL,
	"for" uuid,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"sealed_at" timestamp with time zone,
	CONSTRAINT "concept_files_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "concept_members" (
	"concept_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "concept_members_concept_id_person_id_pk" PRIMARY KEY("concept_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "concepts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"number" smallint,
	"group_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"draft" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"opened_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"concept_id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"reason" text,
	"condition_id" uuid,
	"supplement_until" timestamp with time zone,
	"redactions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"checked_by" uuid,
	"checked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "candidate_checks" (
	"concept_id" uuid NOT NULL,
	"condition_id" uuid NOT NULL,
	"is_met" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_checks_concept_id_condition_id_pk" PRIMARY KEY("concept_id","condition_id")
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"concept_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"step" text NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"leaf_id" uuid NOT NULL,
	"points" smallint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"change_reason" text,
	"at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"concept_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"confidence" smallint,
	"note" text DEFAULT '' NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "procedure_calls" (
	"procedure_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"frozen" jsonb NOT NULL,
	"hash" text NOT NULL,
	"reason" text,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "procedure_calls_procedure_id_version_pk" PRIMARY KEY("procedure_id","version")
);
--> statement-breakpoint
CREATE TABLE "record_chains" (
	"record_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"length" integer DEFAULT 0 NOT NULL,
	"head" text NOT NULL,
	CONSTRAINT "record_chains_record_id_chain_pk" PRIMARY KEY("record_id","chain")
);
--> statement-breakpoint
CREATE TABLE "record_entries" (
	"record_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"prev" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"commitments" jsonb NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "record_entries_record_id_chain_seq_pk" PRIMARY KEY("record_id","chain","seq"),
	CONSTRAINT "record_entries_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "record_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"salt" text NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opener_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seal_shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seal_id" uuid NOT NULL,
	"person_id" uuid,
	"recipient" text NOT NULL,
	"share" text NOT NULL,
	"handed" text,
	"handed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"opens_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"identity" text,
	"opened_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "procedure_members" ADD COLUMN "is_opener" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "is_blind" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "openness" text DEFAULT 'ranking' NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "slug" text;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "deadline" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "repeats" uuid;--> statement-breakpoint
ALTER TABLE "award_places" ADD CONSTRAINT "award_places_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_places" ADD CONSTRAINT "award_places_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_contents" ADD CONSTRAINT "concept_contents_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD CONSTRAINT "concept_envelopes_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD CONSTRAINT "concept_envelopes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_files" ADD CONSTRAINT "concept_files_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_files" ADD CONSTRAINT "concept_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_members" ADD CONSTRAINT "concept_members_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_members" ADD CONSTRAINT "concept_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_checks" ADD CONSTRAINT "candidate_checks_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_checks" ADD CONSTRAINT "candidate_checks_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_scores" ADD CONSTRAINT "review_scores_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_calls" ADD CONSTRAINT "procedure_calls_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_calls" ADD CONSTRAINT "procedure_calls_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opener_keys" ADD CONSTRAINT "opener_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD CONSTRAINT "seal_shares_seal_id_seals_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."seals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD CONSTRAINT "seal_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_places_concept_id_index" ON "award_places" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "awards_decided_by_index" ON "awards" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "concept_envelopes_concept_id_at_index" ON "concept_envelopes" USING btree ("concept_id","at");--> statement-breakpoint
CREATE INDEX "concept_envelopes_by_person_id_index" ON "concept_envelopes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "concept_files_concept_id_index" ON "concept_files" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "concept_files_by_person_id_index" ON "concept_files" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "concept_members_person_id_index" ON "concept_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "concepts_procedure_id_round_state_index" ON "concepts" USING btree ("procedure_id","round","state");--> statement-breakpoint
CREATE INDEX "concepts_group_id_index" ON "concepts" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_procedure_id_round_number_index" ON "concepts" USING btree ("procedure_id","round","number");--> statement-breakpoint
CREATE INDEX "candidates_procedure_id_state_index" ON "candidates" USING btree ("procedure_id","state");--> statement-breakpoint
CREATE INDEX "candidates_checked_by_index" ON "candidates" USING btree ("checked_by");--> statement-breakpoint
CREATE INDEX "candidate_checks_by_person_id_index" ON "candidate_checks" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_procedure_id_member_id_index" ON "conflict_declarations" USING btree ("procedure_id","member_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_concept_id_index" ON "conflict_declarations" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_member_id_index" ON "conflict_declarations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_by_person_id_index" ON "conflict_declarations" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "review_scores_review_id_leaf_id_index" ON "review_scores" USING btree ("review_id","leaf_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_concept_id_member_id_index" ON "reviews" USING btree ("concept_id","member_id");--> statement-breakpoint
CREATE INDEX "reviews_procedure_id_index" ON "reviews" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "reviews_member_id_index" ON "reviews" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "procedure_calls_by_person_id_index" ON "procedure_calls" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "record_secrets_record_id_chain_seq_index" ON "record_secrets" USING btree ("record_id","chain","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "opener_keys_subject_id_person_id_index" ON "opener_keys" USING btree ("subject_id","person_id");--> statement-breakpoint
CREATE INDEX "opener_keys_person_id_index" ON "opener_keys" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seal_shares_seal_id_person_id_index" ON "seal_shares" USING btree ("seal_id","person_id");--> statement-breakpoint
CREATE INDEX "seal_shares_person_id_index" ON "seal_shares" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seals_subject_id_round_kind_index" ON "seals" USING btree ("subject_id","round","kind");--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_repeats_procedures_id_fk" FOREIGN KEY ("repeats") REFERENCES "public"."procedures"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedures_repeats_index" ON "procedures" USING btree ("repeats");--> statement-breakpoint
CREATE INDEX "procedures_state_deadline_index" ON "procedures" USING btree ("state","deadline");--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_slug_unique" UNIQUE("slug");--> statement-breakpoint
-- hand-written
ALTER TABLE "procedures" DROP CONSTRAINT "procedures_state";--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_state" CHECK ("state" in ('draft', 'ready', 'discarded', 'open', 'closed', 'precheck', 'scoring', 'deliberation', 'recommended', 'decided', 'option', 'contract', 'works', 'done', 'cancelled') and ("state" = 'discarded') = ("discarded_at" is not null) and "round" in (1, 2) and ("state" in ('draft', 'ready', 'discarded') or ("slug" is not null and "published_at" is not null)));--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_state" CHECK ("state" in ('draft', 'submitted', 'withdrawn', 'lapsed', 'opened') and ("state" = 'draft' or "draft" is null) and ("state" <> 'submitted' or "submitted_at" is not null) and ("state" <> 'opened' or ("number" is not null and "opened_at" is not null)));--> statement-breakpoint
CREATE UNIQUE INDEX "concept_members_one_lead" ON "concept_members" USING btree ("concept_id") WHERE "role" = 'lead';--> statement-breakpoint
CREATE UNIQUE INDEX "concept_envelopes_one_valid" ON "concept_envelopes" USING btree ("concept_id") WHERE "superseded_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_scores_one_valid" ON "review_scores" USING btree ("review_id", "leaf_id") WHERE "superseded_at" is null;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_state" CHECK ("state" in ('open', 'submitted', 'locked', 'abstained') and "confidence" between 1 and 3 and ("state" <> 'abstained' or "reason" is not null));--> statement-breakpoint
CREATE FUNCTION "record_entries_stay" () RETURNS trigger LANGUAGE plpgsql AS $$ begin raise exception 'entries of a record are never changed'; end $$;--> statement-breakpoint
CREATE TRIGGER "record_entries_stay" BEFORE UPDATE ON "record_entries" FOR EACH ROW EXECUTE FUNCTION "record_entries_stay" ();
