CREATE TABLE "concept_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"concept_id" uuid NOT NULL,
	"email" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD COLUMN "recipient" text NOT NULL;--> statement-breakpoint
ALTER TABLE "concept_envelopes" ADD COLUMN "entry" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "concept_files" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "from_id" uuid;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "recipient" text;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "concepts" ADD COLUMN "forget_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "opener_keys" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "concept_invitations" ADD CONSTRAINT "concept_invitations_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_invitations" ADD CONSTRAINT "concept_invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concept_invitations_concept_id_index" ON "concept_invitations" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "concept_invitations_created_by_index" ON "concept_invitations" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_from_id_concepts_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."concepts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concepts_organisation_id_index" ON "concepts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "concepts_updated_by_index" ON "concepts" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "concepts_forget_at_index" ON "concepts" USING btree ("forget_at");--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_from_id_index" ON "concepts" USING btree ("from_id");--> statement-breakpoint
-- hand-written
ALTER TABLE "concepts" DROP CONSTRAINT "concepts_state";--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_state" CHECK ("state" in ('draft', 'submitted', 'withdrawn', 'lapsed', 'opened') and ("state" in ('draft', 'submitted', 'lapsed') or "draft" is null) and ("state" <> 'submitted' or "submitted_at" is not null) and ("state" <> 'opened' or ("number" is not null and "opened_at" is not null)));--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_one_per_group" ON "concepts" USING btree ("procedure_id", "round", "group_id") WHERE "state" <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "concepts_one_per_organisation" ON "concepts" USING btree ("procedure_id", "round", "organisation_id") WHERE "state" <> 'withdrawn';
