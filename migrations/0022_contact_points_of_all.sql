CREATE TABLE "message_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"by_name" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"topic" text,
	"text" text NOT NULL,
	"about" jsonb,
	"person_id" uuid,
	"sender_name" text NOT NULL,
	"sender_email" text NOT NULL,
	"state" text NOT NULL,
	"step" text DEFAULT 'office' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"network_id" uuid,
	"sent_to" text[] DEFAULT '{}' NOT NULL,
	"answers_as" text DEFAULT '' NOT NULL,
	"promised_days" integer DEFAULT 10 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"first_reply_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_points" DROP CONSTRAINT "contact_points_ags_municipalities_ags_fk";
--> statement-breakpoint
DROP INDEX "contact_points_ags_index";--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
-- Contact points were those of municipalities: their organisations get them, made unclaimed and unseen where nobody needed one before.
INSERT INTO "organisations" ("id", "slug", "kind", "name", "ags", "place_ags", "sector", "created_at", "updated_at")
SELECT gen_random_uuid(), m."slug", 'municipality', m."name_short", m."ags", m."ags", 'local_authorities', now(), now()
FROM "municipalities" m WHERE m."ags" IN (SELECT "ags" FROM "contact_points")
ON CONFLICT ("ags") DO NOTHING;--> statement-breakpoint
UPDATE "contact_points" c SET "organisation_id" = o."id" FROM "organisations" o WHERE o."ags" = c."ags";--> statement-breakpoint
ALTER TABLE "contact_points" ALTER COLUMN "organisation_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "topics" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "deputy_id" uuid;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "absent_from" date;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "absent_until" date;--> statement-breakpoint
ALTER TABLE "contact_points" ADD COLUMN "absence_note" text;--> statement-breakpoint
ALTER TABLE "message_replies" ADD CONSTRAINT "message_replies_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_replies" ADD CONSTRAINT "message_replies_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_replies_message_id_at_index" ON "message_replies" USING btree ("message_id","at");--> statement-breakpoint
CREATE INDEX "messages_organisation_id_sent_at_index" ON "messages" USING btree ("organisation_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_person_id_index" ON "messages" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "messages_network_id_index" ON "messages" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "messages_expires_at_index" ON "messages" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_deputy_id_contact_points_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."contact_points"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_points_organisation_id_index" ON "contact_points" USING btree ("organisation_id");--> statement-breakpoint
ALTER TABLE "contact_points" DROP COLUMN "ags";