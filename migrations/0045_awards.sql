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
ALTER TABLE "awards" ADD COLUMN "dissent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "recommended_by" uuid;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "deviation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "is_none" boolean DEFAULT false NOT NULL;--> statement-breakpoint
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
CREATE INDEX "award_decisions_decided_by_index" ON "award_decisions" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "award_letters_concept_id_index" ON "award_letters" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "award_lots_announced_by_index" ON "award_lots" USING btree ("announced_by");--> statement-breakpoint
CREATE INDEX "award_lots_drawn_by_index" ON "award_lots" USING btree ("drawn_by");--> statement-breakpoint
CREATE UNIQUE INDEX "award_objections_procedure_id_number_index" ON "award_objections" USING btree ("procedure_id","number");--> statement-breakpoint
CREATE INDEX "award_objections_procedure_id_state_index" ON "award_objections" USING btree ("procedure_id","state");--> statement-breakpoint
CREATE INDEX "award_objections_concept_id_index" ON "award_objections" USING btree ("concept_id");--> statement-breakpoint
CREATE INDEX "award_objections_raised_by_index" ON "award_objections" USING btree ("raised_by");--> statement-breakpoint
CREATE INDEX "award_objections_answered_by_index" ON "award_objections" USING btree ("answered_by");--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_recommended_by_people_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "awards_recommended_by_index" ON "awards" USING btree ("recommended_by");