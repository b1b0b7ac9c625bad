CREATE TABLE "procedure_grants" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"from_day" date,
	"until_day" date,
	"counter_performance" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "released_by" uuid;--> statement-breakpoint
ALTER TABLE "procedure_grants" ADD CONSTRAINT "procedure_grants_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedures_released_by_index" ON "procedures" USING btree ("released_by");