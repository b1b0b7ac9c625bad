CREATE TABLE "walk_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"kind" text NOT NULL,
	"property_id" uuid NOT NULL,
	"note" text,
	"made_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"by_person_id" uuid,
	"settled_at" timestamp with time zone,
	"settled_by" uuid
);
--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "walk_entries_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "walk_entries_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "walk_entries_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_entries" ADD CONSTRAINT "walk_entries_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "walk_entries_property_id_index" ON "walk_entries" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "walk_entries_ags_taken_at_index" ON "walk_entries" USING btree ("ags","taken_at") WHERE settled_at is null and kind in ('changed', 'gone');