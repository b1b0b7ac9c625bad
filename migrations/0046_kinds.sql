CREATE TABLE "procedure_partners" (
	"procedure_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"email" text NOT NULL,
	"reasons" text NOT NULL,
	"has_agreed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "next" text;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "said" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "procedure_partners" ADD CONSTRAINT "procedure_partners_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;