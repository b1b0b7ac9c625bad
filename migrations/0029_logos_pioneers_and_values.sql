CREATE TABLE "pioneers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_id" uuid NOT NULL,
	"ags" text NOT NULL,
	"state" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"named_by" uuid,
	"answered_at" timestamp with time zone,
	"answered_by" uuid
);
--> statement-breakpoint
ALTER TABLE "network_parts" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "network_parts" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "host" text;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "values_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "pioneers" ADD CONSTRAINT "pioneers_county_id_organisations_id_fk" FOREIGN KEY ("county_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pioneers" ADD CONSTRAINT "pioneers_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pioneers" ADD CONSTRAINT "pioneers_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pioneers" ADD CONSTRAINT "pioneers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pioneers_once" ON "pioneers" USING btree ("county_id","ags");--> statement-breakpoint
CREATE INDEX "pioneers_ags_index" ON "pioneers" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "organisations_logo_index" ON "organisations" USING btree ("logo");--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_host_unique" UNIQUE("host");--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on pioneers for each statement execute function note_public_change();
