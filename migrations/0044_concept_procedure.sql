CREATE TABLE "award_decisions" (
	"procedure_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"body" text NOT NULL,
	"decided_on" date NOT NULL,
	"reasons" text NOT NULL,
	"deviation" text NOT NULL,
	"votes_for" smallint,
	"votes_against" smallint,
	"abstentions" smallint,
	"document_key" text,
	"document_hash" text,
	"is_none" boolean DEFAULT false NOT NULL,
	"places" jsonb NOT NULL,
	"decided_by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_decisions_procedure_id_number_pk" PRIMARY KEY("procedure_id","number"),
	CONSTRAINT "award_decisions_document_key_unique" UNIQUE("document_key")
);
--> statement-breakpoint
CREATE TABLE "award_letters" (
	"procedure_id" uuid NOT NULL,
	"decision" smallint NOT NULL,
	"concept_id" uuid NOT NULL,
	"letter" jsonb NOT NULL,
	"hash" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_letters_procedure_id_decision_concept_id_pk" PRIMARY KEY("procedure_id","decision","concept_id")
);
--> statement-breakpoint
CREATE TABLE "award_lots" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"groups" jsonb NOT NULL,
	"announced" text NOT NULL,
	"announced_by" uuid,
	"announced_at" timestamp with time zone NOT NULL,
	"word" text,
	"drawn" jsonb,
	"drawn_by" uuid,
	"drawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "award_objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"concept_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text DEFAULT 'raised' NOT NULL,
	"text" text NOT NULL,
	"raised_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"effect" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
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
	"dissent" text DEFAULT '' NOT NULL,
	"recommended_by" uuid,
	"recommended_at" timestamp with time zone,
	"body" text,
	"decided_on" date,
	"reasons" text DEFAULT '' NOT NULL,
	"deviation" text DEFAULT '' NOT NULL,
	"votes_for" smallint,
	"votes_against" smallint,
	"abstentions" smallint,
	"document_key" text,
	"is_none" boolean DEFAULT false NOT NULL,
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
	"recipient" text NOT NULL,
	"entry" jsonb NOT NULL,
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
	"removed_at" timestamp with time zone,
	CONSTRAINT "concept_files_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "concept_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"concept_id" uuid NOT NULL,
	"email" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
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
	"from_id" uuid,
	"group_id" uuid,
	"organisation_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"draft" jsonb,
	"updated_by" uuid,
	"recipient" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"invited_at" timestamp with time zone,
	"forget_at" timestamp with time zone
);
--> statement-breakpoint
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
CREATE TABLE "candidates" (
	"concept_id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"reason" text,
	"condition_id" uuid,
	"invited_at" timestamp with time zone,
	"hidden_words" text[] DEFAULT '{}' NOT NULL,
	"released_files" uuid[] DEFAULT '{}' NOT NULL,
	"hidden_at" timestamp with time zone,
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
	"draft" jsonb,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp with time zone
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
CREATE TABLE "record_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"prev" text NOT NULL,
	"root" text NOT NULL,
	"records" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "record_heads_prev_unique" UNIQUE("prev"),
	CONSTRAINT "record_heads_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "record_leaves" (
	"day" date NOT NULL,
	"record_id" uuid NOT NULL,
	"main_length" integer NOT NULL,
	"main_head" text NOT NULL,
	"box" text NOT NULL,
	"box_length" integer NOT NULL,
	"box_head" text NOT NULL,
	"box_salt" text NOT NULL,
	"path" jsonb NOT NULL,
	CONSTRAINT "record_leaves_record_id_day_pk" PRIMARY KEY("record_id","day")
);
--> statement-breakpoint
CREATE TABLE "record_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"salt" text NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opener_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone
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
CREATE TABLE "procedure_grants" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"from_day" date,
	"until_day" date,
	"counter_performance" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
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
DROP INDEX "messages_waiting";--> statement-breakpoint
DROP INDEX "cases_waiting";--> statement-breakpoint
ALTER TABLE "procedure_members" ADD COLUMN "is_opener" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "is_blind" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "openness" text DEFAULT 'ranking' NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "slug" text;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "deadline" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "repeats" uuid;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_by" uuid;--> statement-breakpoint
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_decisions" ADD CONSTRAINT "award_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_letters" ADD CONSTRAINT "award_letters_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_letters" ADD CONSTRAINT "award_letters_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_lots" ADD CONSTRAINT "award_lots_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_lots" ADD CONSTRAINT "award_lots_announced_by_people_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_lots" ADD CONSTRAINT "award_lots_drawn_by_people_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objections" ADD CONSTRAINT "award_objections_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objections" ADD CONSTRAINT "award_objections_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objections" ADD CONSTRAINT "award_objections_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objections" ADD CONSTRAINT "award_objections_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_places" ADD CONSTRAINT "award_places_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_places" ADD CONSTRAINT "award_places_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_recommended_by_people_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_contents" ADD CONSTRAINT "concept_contents_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD CONSTRAINT "concept_envelopes_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD CONSTRAINT "concept_envelopes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_files" ADD CONSTRAINT "concept_files_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_files" ADD CONSTRAINT "concept_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_invitations" ADD CONSTRAINT "concept_invitations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_invitations" ADD CONSTRAINT "concept_invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_members" ADD CONSTRAINT "concept_members_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_members" ADD CONSTRAINT "concept_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_from_id_concepts_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."concepts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_supplement_id_supplements_id_fk" FOREIGN KEY ("supplement_id") REFERENCES "public"."supplements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_checks" ADD CONSTRAINT "candidate_checks_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_checks" ADD CONSTRAINT "candidate_checks_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentations" ADD CONSTRAINT "presentations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_scores" ADD CONSTRAINT "review_scores_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_member_id_procedure_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "procedure_calls" ADD CONSTRAINT "procedure_calls_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_calls" ADD CONSTRAINT "procedure_calls_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_leaves" ADD CONSTRAINT "record_leaves_day_record_heads_day_fk" FOREIGN KEY ("day") REFERENCES "public"."record_heads"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opener_keys" ADD CONSTRAINT "opener_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD CONSTRAINT "seal_shares_seal_id_seals_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."seals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD CONSTRAINT "seal_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_grants" ADD CONSTRAINT "procedure_grants_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "award_decisions_decided_by_index" ON "award_decisions" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "award_letters_concept_id_index" ON "award_letters" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "award_lots_announced_by_index" ON "award_lots" USING btree ("announced_by");--> statement-breakpoint
CREATE INDEX "award_lots_drawn_by_index" ON "award_lots" USING btree ("drawn_by");--> statement-breakpoint
CREATE UNIQUE INDEX "award_objections_procedure_id_number_index" ON "award_objections" USING btree ("procedure_id","number");--> statement-breakpoint
CREATE INDEX "award_objections_procedure_id_state_index" ON "award_objections" USING btree ("procedure_id","state");--> statement-breakpoint
CREATE INDEX "award_objections_concept_id_index" ON "award_objections" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "award_objections_raised_by_index" ON "award_objections" USING btree ("raised_by");--> statement-breakpoint
CREATE INDEX "award_objections_answered_by_index" ON "award_objections" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "award_places_concept_id_index" ON "award_places" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "awards_decided_by_index" ON "awards" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "awards_recommended_by_index" ON "awards" USING btree ("recommended_by");--> statement-breakpoint
CREATE INDEX "concept_envelopes_concept_id_at_index" ON "concept_envelopes" USING btree ("concept_id","at");--> statement-breakpoint
CREATE INDEX "concept_envelopes_by_person_id_index" ON "concept_envelopes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "concept_files_concept_id_index" ON "concept_files" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "concept_files_by_person_id_index" ON "concept_files" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "concept_invitations_concept_id_index" ON "concept_invitations" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "concept_invitations_created_by_index" ON "concept_invitations" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "concept_members_person_id_index" ON "concept_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "concepts_procedure_id_round_state_index" ON "concepts" USING btree ("procedure_id","round","state");--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_procedure_id_round_number_index" ON "concepts" USING btree ("procedure_id","round","number");--> statement-breakpoint
CREATE INDEX "concepts_group_id_index" ON "concepts" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "concepts_organisation_id_index" ON "concepts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "concepts_updated_by_index" ON "concepts" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "concepts_forget_at_index" ON "concepts" USING btree ("forget_at");--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_from_id_index" ON "concepts" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "candidate_files_concept_id_index" ON "candidate_files" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "candidate_files_supplement_id_index" ON "candidate_files" USING btree ("supplement_id");--> statement-breakpoint
CREATE INDEX "candidate_files_by_person_id_index" ON "candidate_files" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "candidates_procedure_id_state_index" ON "candidates" USING btree ("procedure_id","state");--> statement-breakpoint
CREATE INDEX "candidates_checked_by_index" ON "candidates" USING btree ("checked_by");--> statement-breakpoint
CREATE INDEX "candidate_checks_by_person_id_index" ON "candidate_checks" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_procedure_id_member_id_index" ON "conflict_declarations" USING btree ("procedure_id","member_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_concept_id_index" ON "conflict_declarations" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_member_id_index" ON "conflict_declarations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "conflict_declarations_by_person_id_index" ON "conflict_declarations" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "deliberations_procedure_id_index" ON "deliberations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "deliberations_updated_by_index" ON "deliberations" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "presentations_procedure_id_index" ON "presentations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "presentations_by_person_id_index" ON "presentations" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "review_scores_review_id_leaf_id_index" ON "review_scores" USING btree ("review_id","leaf_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_concept_id_member_id_index" ON "reviews" USING btree ("concept_id","member_id");--> statement-breakpoint
CREATE INDEX "reviews_procedure_id_index" ON "reviews" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "reviews_member_id_index" ON "reviews" USING btree ("member_id");--> statement-breakpoint
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
CREATE INDEX "procedure_calls_by_person_id_index" ON "procedure_calls" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "record_leaves_day_index" ON "record_leaves" USING btree ("day");--> statement-breakpoint
CREATE INDEX "record_secrets_record_id_chain_seq_index" ON "record_secrets" USING btree ("record_id","chain","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "opener_keys_subject_id_person_id_index" ON "opener_keys" USING btree ("subject_id","person_id");--> statement-breakpoint
CREATE INDEX "opener_keys_person_id_index" ON "opener_keys" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seal_shares_seal_id_person_id_index" ON "seal_shares" USING btree ("seal_id","person_id");--> statement-breakpoint
CREATE INDEX "seal_shares_person_id_index" ON "seal_shares" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seals_subject_id_round_kind_index" ON "seals" USING btree ("subject_id","round","kind");--> statement-breakpoint
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
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_repeats_procedures_id_fk" FOREIGN KEY ("repeats") REFERENCES "public"."procedures"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedures_repeats_index" ON "procedures" USING btree ("repeats");--> statement-breakpoint
CREATE INDEX "procedures_state_deadline_index" ON "procedures" USING btree ("state","deadline");--> statement-breakpoint
CREATE INDEX "procedures_released_by_index" ON "procedures" USING btree ("released_by");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ((("sent_at" at time zone 'UTC') + make_interval(days => "promised_days"))) WHERE "messages"."state" = 'open' and "messages"."escalated_at" is null;--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree ((("waiting_since" at time zone 'UTC') + make_interval(days => "promised_days"))) WHERE "cases"."state" = 'new' and "cases"."escalated_at" is null;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_slug_unique" UNIQUE("slug");--> statement-breakpoint
-- hand-written
ALTER TABLE "procedures" DROP CONSTRAINT "procedures_state";
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_state" CHECK ("state" in ('draft', 'ready', 'discarded', 'open', 'closed', 'precheck', 'scoring', 'deliberation', 'recommended', 'decided', 'option', 'contract', 'works', 'done', 'cancelled') and ("state" = 'discarded') = ("discarded_at" is not null) and "round" in (1, 2) and ("state" in ('draft', 'ready', 'discarded') or ("slug" is not null and "published_at" is not null)));
--> statement-breakpoint
CREATE UNIQUE INDEX "concept_members_one_lead" ON "concept_members" USING btree ("concept_id") WHERE "role" = 'lead';
--> statement-breakpoint
CREATE UNIQUE INDEX "concept_envelopes_one_valid" ON "concept_envelopes" USING btree ("concept_id") WHERE "superseded_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "review_scores_one_valid" ON "review_scores" USING btree ("review_id", "leaf_id") WHERE "superseded_at" is null;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_state" CHECK ("state" in ('open', 'submitted', 'locked', 'abstained') and "confidence" between 1 and 3 and ("state" <> 'abstained' or "reason" is not null));
--> statement-breakpoint
CREATE FUNCTION "record_entries_stay" () RETURNS trigger LANGUAGE plpgsql AS $$ begin raise exception 'entries of a record are never changed'; end $$;
--> statement-breakpoint
CREATE TRIGGER "record_entries_stay" BEFORE UPDATE ON "record_entries" FOR EACH ROW EXECUTE FUNCTION "record_entries_stay" ();
--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_state" CHECK ("state" in ('draft', 'submitted', 'withdrawn', 'lapsed', 'opened') and ("state" in ('draft', 'submitted', 'lapsed') or "draft" is null) and ("state" <> 'submitted' or "submitted_at" is not null) and ("state" <> 'opened' or ("number" is not null and "opened_at" is not null)));
--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_one_per_group" ON "concepts" USING btree ("procedure_id", "round", "group_id") WHERE "state" <> 'withdrawn';
--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_one_per_organisation" ON "concepts" USING btree ("procedure_id", "round", "organisation_id") WHERE "state" <> 'withdrawn';
--> statement-breakpoint
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
--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on procedure_pages for each statement execute function note_public_change();
--> statement-breakpoint
CREATE FUNCTION "record_stays" () RETURNS trigger LANGUAGE plpgsql AS $$ begin raise exception 'what stands in a record is never changed or taken away'; end $$;
--> statement-breakpoint
CREATE TRIGGER "record_entries_are_kept" BEFORE DELETE ON "record_entries" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();
--> statement-breakpoint
CREATE TRIGGER "record_heads_stay" BEFORE UPDATE OR DELETE ON "record_heads" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();
--> statement-breakpoint
CREATE TRIGGER "record_leaves_stay" BEFORE UPDATE OR DELETE ON "record_leaves" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();
--> statement-breakpoint
CREATE FUNCTION "procedures_with_record_stay" () RETURNS trigger LANGUAGE plpgsql AS $$ begin if exists (select from record_entries where record_id = old.id) then raise exception 'a procedure with a record is never taken away'; end if; return old; end $$;
--> statement-breakpoint
CREATE TRIGGER "procedures_with_record_stay" BEFORE DELETE ON "procedures" FOR EACH ROW EXECUTE FUNCTION "procedures_with_record_stay" ();
