CREATE TABLE "membership_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"membership_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"tier" text DEFAULT 'member' NOT NULL,
	"joined_on" date,
	"left_on" date,
	"fee_paid_on" date,
	"values_version" integer,
	"values_confirmed_at" timestamp with time zone,
	"values_confirmed_by" uuid,
	"mission" text,
	"action_fields" text[] DEFAULT '{}' NOT NULL,
	"contributions" text[] DEFAULT '{}' NOT NULL,
	"internal_note" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_network_id_organisation_id_unique" UNIQUE("network_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "network_pages" (
	"network_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "network_pages_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "network_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"data" jsonb NOT NULL,
	"released_at" timestamp with time zone,
	"internal_note" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"function" text,
	"region" text,
	"topic" text,
	"statement" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"released_at" timestamp with time zone,
	"internal_note" text,
	"granted_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"email" text NOT NULL,
	"organisation" text,
	"state" text NOT NULL,
	"consent" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	CONSTRAINT "network_subscriptions_network_id_email_unique" UNIQUE("network_id","email")
);
--> statement-breakpoint
CREATE TABLE "network_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"change" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "network_values_network_id_version_unique" UNIQUE("network_id","version")
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tagline" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"openness" text NOT NULL,
	"phase" text DEFAULT 'closed' NOT NULL,
	"accent" text NOT NULL,
	"logo" text,
	"state_code" text,
	"fee_cents" integer,
	"sender_name" text,
	"sender_email" text,
	"legal" jsonb DEFAULT '{"responsible":"","privacy":""}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "networks_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_values_confirmed_by_people_id_fk" FOREIGN KEY ("values_confirmed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_pages" ADD CONSTRAINT "network_pages_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_pages" ADD CONSTRAINT "network_pages_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_parts" ADD CONSTRAINT "network_parts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_roles" ADD CONSTRAINT "network_roles_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_roles" ADD CONSTRAINT "network_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_roles" ADD CONSTRAINT "network_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_roles" ADD CONSTRAINT "network_roles_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_subscriptions" ADD CONSTRAINT "network_subscriptions_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_values" ADD CONSTRAINT "network_values_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_values" ADD CONSTRAINT "network_values_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_changes_membership_id_at_index" ON "membership_changes" USING btree ("membership_id","at");--> statement-breakpoint
CREATE INDEX "memberships_organisation_id_index" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "memberships_network_id_state_index" ON "memberships" USING btree ("network_id","state");--> statement-breakpoint
CREATE INDEX "network_parts_network_id_kind_position_index" ON "network_parts" USING btree ("network_id","kind","position");--> statement-breakpoint
CREATE INDEX "network_roles_network_id_role_index" ON "network_roles" USING btree ("network_id","role");--> statement-breakpoint
CREATE INDEX "network_roles_person_id_index" ON "network_roles" USING btree ("person_id");--> statement-breakpoint
-- What stands on public pages makes kept pages old when it changes.
create trigger public_change after insert or update or delete or truncate on network_pages for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change after insert or update or delete or truncate on memberships for each statement execute function note_public_change();--> statement-breakpoint
create trigger public_change_networks after insert or update or delete or truncate on organisations for each statement execute function note_public_change();
