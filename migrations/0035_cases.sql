CREATE TABLE "case_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"is_shared" boolean NOT NULL,
	"desk" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_documents_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "case_internal_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"desk" text NOT NULL,
	"text" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text NOT NULL,
	"access" text DEFAULT 'shared' NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_shared_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"text" text NOT NULL,
	"by_person_id" uuid,
	"party_id" uuid,
	"is_from_desk" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"machine" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text,
	"is_shared" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "case_subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"property_id" uuid,
	"request_id" uuid,
	"match_id" uuid,
	"message_id" uuid
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "cases_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"origin" text NOT NULL,
	"topic" text,
	"organisation_id" uuid NOT NULL,
	"holder" text DEFAULT 'organisation' NOT NULL,
	"network_id" uuid,
	"state" text DEFAULT 'new' NOT NULL,
	"assignee_id" uuid,
	"backup_id" uuid,
	"next_step" text,
	"next_step_on" date,
	"next_step_reminded_on" date,
	"sleep_from" text,
	"sleep_until" date,
	"sleep_reason" text,
	"promised_days" smallint DEFAULT 10 NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"escalated_at" timestamp with time zone,
	"escalated_to" text,
	"escalated_why" text,
	"first_word_at" timestamp with time zone,
	"outcome" text,
	"lesson" text,
	"closed_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cases_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "case_introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"first_agreed_at" timestamp with time zone,
	"second_agreed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_recommendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"party_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"href" text,
	"contact_point_id" uuid,
	"state" text DEFAULT 'proposed' NOT NULL,
	"blocked_by" text,
	"due_on" date,
	"reminders" smallint DEFAULT 0 NOT NULL,
	"reminded_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_viewing_guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewing_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"people" smallint DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_viewings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"is_public" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"cancel_reason" text,
	"reminded_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "escalated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_documents" ADD CONSTRAINT "case_documents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_documents" ADD CONSTRAINT "case_documents_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_internal_notes" ADD CONSTRAINT "case_internal_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_internal_notes" ADD CONSTRAINT "case_internal_notes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_parties" ADD CONSTRAINT "case_parties_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_parties" ADD CONSTRAINT "case_parties_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_parties" ADD CONSTRAINT "case_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_shared_notes" ADD CONSTRAINT "case_shared_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_shared_notes" ADD CONSTRAINT "case_shared_notes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_shared_notes" ADD CONSTRAINT "case_shared_notes_party_id_case_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."case_parties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_steps" ADD CONSTRAINT "case_steps_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_steps" ADD CONSTRAINT "case_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_request_id_space_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."space_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_subjects" ADD CONSTRAINT "case_subjects_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_backup_id_people_id_fk" FOREIGN KEY ("backup_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_introductions" ADD CONSTRAINT "case_introductions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_introductions" ADD CONSTRAINT "case_introductions_first_id_case_parties_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."case_parties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_introductions" ADD CONSTRAINT "case_introductions_second_id_case_parties_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."case_parties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_introductions" ADD CONSTRAINT "case_introductions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recommendations" ADD CONSTRAINT "case_recommendations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recommendations" ADD CONSTRAINT "case_recommendations_party_id_case_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."case_parties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recommendations" ADD CONSTRAINT "case_recommendations_contact_point_id_contact_points_id_fk" FOREIGN KEY ("contact_point_id") REFERENCES "public"."contact_points"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recommendations" ADD CONSTRAINT "case_recommendations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_viewing_guests" ADD CONSTRAINT "case_viewing_guests_viewing_id_case_viewings_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."case_viewings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_viewing_guests" ADD CONSTRAINT "case_viewing_guests_party_id_case_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."case_parties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_viewings" ADD CONSTRAINT "case_viewings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_viewings" ADD CONSTRAINT "case_viewings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_documents_case_id_at_index" ON "case_documents" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_documents_by_person_id_index" ON "case_documents" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "case_internal_notes_case_id_at_index" ON "case_internal_notes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_internal_notes_by_person_id_index" ON "case_internal_notes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "case_parties_case_id_index" ON "case_parties" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_parties_person_id_index" ON "case_parties" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "case_parties_organisation_id_index" ON "case_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "case_parties_email_index" ON "case_parties" USING btree ("email");--> statement-breakpoint
CREATE INDEX "case_shared_notes_case_id_at_index" ON "case_shared_notes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_shared_notes_by_person_id_index" ON "case_shared_notes" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "case_shared_notes_party_id_index" ON "case_shared_notes" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "case_steps_case_id_at_index" ON "case_steps" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_steps_by_person_id_index" ON "case_steps" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "case_subjects_case_id_index" ON "case_subjects" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_subjects_property_id_index" ON "case_subjects" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "case_subjects_request_id_index" ON "case_subjects" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_subjects_match_once" ON "case_subjects" USING btree ("match_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_subjects_message_once" ON "case_subjects" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "cases_organisation_id_state_index" ON "cases" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "cases_network_id_state_index" ON "cases" USING btree ("network_id","state");--> statement-breakpoint
CREATE INDEX "cases_assignee_id_index" ON "cases" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "cases_backup_id_index" ON "cases" USING btree ("backup_id");--> statement-breakpoint
CREATE INDEX "cases_created_by_index" ON "cases" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "cases_closed_at_index" ON "cases" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree ("waiting_since") WHERE "cases"."state" = 'new' and "cases"."escalated_at" is null;--> statement-breakpoint
CREATE INDEX "cases_asleep" ON "cases" USING btree ("sleep_until") WHERE "cases"."state" = 'sleeping';--> statement-breakpoint
CREATE INDEX "case_introductions_case_id_index" ON "case_introductions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_introductions_second_id_index" ON "case_introductions" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "case_introductions_created_by_index" ON "case_introductions" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "case_recommendations_case_id_index" ON "case_recommendations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_recommendations_due_on_index" ON "case_recommendations" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "case_recommendations_created_by_index" ON "case_recommendations" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "case_recommendations_party_id_index" ON "case_recommendations" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_viewing_guests_viewing_id_party_id_index" ON "case_viewing_guests" USING btree ("viewing_id","party_id");--> statement-breakpoint
CREATE INDEX "case_viewing_guests_party_id_index" ON "case_viewing_guests" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "case_viewings_case_id_starts_at_index" ON "case_viewings" USING btree ("case_id","starts_at");--> statement-breakpoint
CREATE INDEX "case_viewings_created_by_index" ON "case_viewings" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "case_viewings_planned" ON "case_viewings" USING btree ("starts_at") WHERE "case_viewings"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("sent_at") WHERE "messages"."state" = 'open' and "messages"."escalated_at" is null;--> statement-breakpoint
-- hand-written
alter table cases add constraint cases_next_step check (state not in ('accepted', 'clarifying', 'matching', 'in_award') or (next_step is not null and next_step_on is not null));--> statement-breakpoint
alter table cases add constraint cases_sleep check (state <> 'sleeping' or (sleep_until is not null and sleep_from is not null and sleep_reason is not null));--> statement-breakpoint
alter table cases add constraint cases_ended check ((state in ('closed', 'rejected')) = (closed_at is not null) and (state <> 'closed' or outcome is not null));--> statement-breakpoint
alter table case_subjects add constraint case_subjects_one check (num_nonnulls(property_id, request_id, match_id, message_id) = 1);--> statement-breakpoint
alter table case_introductions add constraint case_introductions_both check (state <> 'agreed' or (first_agreed_at is not null and second_agreed_at is not null));--> statement-breakpoint
alter table case_introductions add constraint case_introductions_two check (first_id <> second_id);--> statement-breakpoint
alter table case_viewings add constraint case_viewings_span check (ends_at > starts_at and (capacity is null or capacity > 0));
