CREATE TABLE "advice_experts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"work" text NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"states" text[] DEFAULT '{}' NOT NULL,
	"districts" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"consent" text,
	"released_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "advice_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"modules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"states" text[] DEFAULT '{}' NOT NULL,
	"districts" text[] DEFAULT '{}' NOT NULL,
	"payer" text NOT NULL,
	"pay_note" text,
	"capacity" integer,
	"published_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "advice_offers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "advice_places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"month" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funding_programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"giver" text NOT NULL,
	"summary" text NOT NULL,
	"states" text[] DEFAULT '{}' NOT NULL,
	"districts" text[] DEFAULT '{}' NOT NULL,
	"purposes" text[] DEFAULT '{}' NOT NULL,
	"applicants" text[] DEFAULT '{}' NOT NULL,
	"heritage_only" boolean DEFAULT false NOT NULL,
	"ownership" text,
	"max_population" integer,
	"quota_pct" double precision,
	"min_euro" double precision,
	"max_euro" double precision,
	"deadline_kind" text NOT NULL,
	"next_deadline" date,
	"source_url" text NOT NULL,
	"note" text,
	"reviewed_on" date NOT NULL,
	"reviewed_by" uuid,
	"review_days" integer DEFAULT 180 NOT NULL,
	"published_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "funding_programmes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "advice_experts" ADD CONSTRAINT "advice_experts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_experts" ADD CONSTRAINT "advice_experts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_offers" ADD CONSTRAINT "advice_offers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_offers" ADD CONSTRAINT "advice_offers_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_places" ADD CONSTRAINT "advice_places_offer_id_advice_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."advice_offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advice_places" ADD CONSTRAINT "advice_places_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "advice_experts_organisation_id_index" ON "advice_experts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "advice_experts_created_by_index" ON "advice_experts" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "advice_offers_organisation_id_index" ON "advice_offers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "advice_offers_created_by_index" ON "advice_offers" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "advice_places_once" ON "advice_places" USING btree ("offer_id","person_id","month");--> statement-breakpoint
CREATE INDEX "advice_places_person_id_index" ON "advice_places" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "advice_places_created_at_index" ON "advice_places" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "funding_programmes_published_at_index" ON "funding_programmes" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "funding_programmes_reviewed_by_index" ON "funding_programmes" USING btree ("reviewed_by");--> statement-breakpoint
CREATE INDEX "funding_programmes_created_by_index" ON "funding_programmes" USING btree ("created_by");--> statement-breakpoint
-- hand-written
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_amounts" CHECK ("quota_pct" between 0 and 100 and "min_euro" >= 0 and "max_euro" >= 0 and "min_euro" <= "max_euro" and "max_population" > 0);--> statement-breakpoint
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_deadline" CHECK (("deadline_kind" = 'continuous' and "next_deadline" is null) or "deadline_kind" = 'calls' or ("deadline_kind" = 'dated' and "next_deadline" is not null));--> statement-breakpoint
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_review" CHECK ("review_days" > 0);--> statement-breakpoint
ALTER TABLE "funding_programmes" ADD CONSTRAINT "funding_programmes_whole" CHECK ("published_at" is null or (cardinality("purposes") > 0 and cardinality("applicants") > 0));--> statement-breakpoint
ALTER TABLE "advice_offers" ADD CONSTRAINT "advice_offers_capacity" CHECK ("capacity" > 0);--> statement-breakpoint
ALTER TABLE "advice_places" ADD CONSTRAINT "advice_places_month" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$');--> statement-breakpoint
ALTER TABLE "advice_experts" ADD CONSTRAINT "advice_experts_consent" CHECK ("released_at" is null or "consent" is not null);
