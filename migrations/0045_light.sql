CREATE TABLE "procedure_grants" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"from_day" date,
	"until_day" date,
	"counter_performance" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
DROP INDEX "messages_waiting";--> statement-breakpoint
DROP INDEX "cases_waiting";--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_by" uuid;--> statement-breakpoint
ALTER TABLE "procedure_grants" ADD CONSTRAINT "procedure_grants_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedures_released_by_index" ON "procedures" USING btree ("released_by");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ((("sent_at" at time zone 'UTC') + make_interval(days => "promised_days"))) WHERE "messages"."state" = 'open' and "messages"."escalated_at" is null;--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree ((("waiting_since" at time zone 'UTC') + make_interval(days => "promised_days"))) WHERE "cases"."state" = 'new' and "cases"."escalated_at" is null;