CREATE TABLE "network_inquiries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"ask" jsonb NOT NULL,
	"minutes" integer NOT NULL,
	"audience" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "address_troubles" (
	"email" text PRIMARY KEY NOT NULL,
	"soft_count" integer DEFAULT 0 NOT NULL,
	"paused_until" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"detail" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"items" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_choices" (
	"person_id" uuid NOT NULL,
	"about" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "channel_choices_person_id_about_pk" PRIMARY KEY("person_id","about")
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"person_id" uuid NOT NULL,
	"organisation_id" text NOT NULL,
	"deputy_id" uuid NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "deputies_person_id_organisation_id_pk" PRIMARY KEY("person_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"minutes" integer NOT NULL,
	"weekday" integer NOT NULL,
	"hour" integer NOT NULL,
	"brief_ended_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "topic" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "sender_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "on_behalf_of" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "ask" jsonb;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "deputy_mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "brief_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "answer" jsonb;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "answered_by" uuid;--> statement-breakpoint
ALTER TABLE "network_inquiries" ADD CONSTRAINT "network_inquiries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_inquiries" ADD CONSTRAINT "network_inquiries_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_choices" ADD CONSTRAINT "channel_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "network_inquiries_network_id_created_at_index" ON "network_inquiries" USING btree ("network_id","created_at");--> statement-breakpoint
CREATE INDEX "network_inquiries_created_by_index" ON "network_inquiries" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "briefs_person_id_slot_index" ON "briefs" USING btree ("person_id","slot");--> statement-breakpoint
CREATE INDEX "deputies_deputy_id_index" ON "deputies" USING btree ("deputy_id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_brief_id_briefs_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."briefs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_kind_subject_id_index" ON "notices" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "notices_sender_id_created_at_index" ON "notices" USING btree ("sender_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_open" ON "notices" USING btree ("person_id") WHERE "notices"."ask" is not null and "notices"."answered_at" is null and "notices"."withdrawn_at" is null;--> statement-breakpoint
-- What people chose for the daily note they chose for matches; what waits takes the way it took before.
INSERT INTO "channel_choices" ("person_id", "about", "channel") SELECT "id", about, CASE "note_rhythm" WHEN 'weekly' THEN 'brief' ELSE 'never' END
	FROM "people", (VALUES ('topic:match'), ('topic:contact')) AS t (about) WHERE "note_rhythm" <> 'daily';--> statement-breakpoint
UPDATE "notices" n SET "topic" = CASE WHEN n."kind" = 'match' THEN 'match' ELSE 'contact' END, "minutes" = CASE WHEN n."kind" = 'match' THEN 1 ELSE 2 END,
	"channel" = CASE p."note_rhythm" WHEN 'weekly' THEN 'brief' ELSE p."note_rhythm" END FROM "people" p WHERE p."id" = n."person_id";--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "topic" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "channel" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "minutes" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "note_rhythm";