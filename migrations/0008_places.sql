CREATE TABLE "boundary_rings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "boundary_rings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ags" text NOT NULL,
	"ring" "polygon" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "geocodes" (
	"query" text PRIMARY KEY NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"precision" text,
	"label" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outlines" (
	"level" text NOT NULL,
	"code" text NOT NULL,
	"path" text NOT NULL,
	"borders" text NOT NULL,
	"box" integer[] NOT NULL,
	CONSTRAINT "outlines_level_code_pk" PRIMARY KEY("level","code")
);
--> statement-breakpoint
CREATE TABLE "reference_loads" (
	"name" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "gazetteer" ADD COLUMN "is_main" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary_rings" ADD CONSTRAINT "boundary_rings_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "boundary_rings_place" ON "boundary_rings" USING gist ("ring");--> statement-breakpoint
CREATE INDEX "boundary_rings_ags_index" ON "boundary_rings" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "geocodes_expires_at_index" ON "geocodes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "municipalities_name_short_ags_index" ON "municipalities" USING btree ("name_short","ags");--> statement-breakpoint
CREATE INDEX "municipalities_postal_code_index" ON "municipalities" USING btree ("postal_code");--> statement-breakpoint
CREATE INDEX "municipalities_place" ON "municipalities" USING gist (ll_to_earth("lat", "lon"));--> statement-breakpoint
CREATE INDEX "vacancy_statistics_level_vacancy_rate_pct_index" ON "vacancy_statistics" USING btree ("level","vacancy_rate_pct");