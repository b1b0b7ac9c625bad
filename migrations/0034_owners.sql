CREATE TABLE "owner_campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"name" text NOT NULL,
	"goal" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"selection" jsonb NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"signatory" text NOT NULL,
	"signatory_role" text,
	"reply_by" date NOT NULL,
	"with_costs" boolean DEFAULT false NOT NULL,
	"frozen_at" timestamp with time zone,
	"sent_on" date,
	"closed_at" timestamp with time zone,
	"figures" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"property_id" uuid NOT NULL,
	"state" text NOT NULL,
	"exclusion" text,
	"return_reason" text,
	"hash" text NOT NULL,
	"code_until" date NOT NULL,
	"sent_on" date,
	"replied_at" timestamp with time zone,
	"position" integer NOT NULL,
	CONSTRAINT "owner_recipients_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "owner_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_id" uuid NOT NULL,
	"standing" text NOT NULL,
	"plan" text NOT NULL,
	"advice_needs" text[] NOT NULL,
	"callback" text NOT NULL,
	"phone" text,
	"email" text,
	"message" text,
	"via" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_senders" (
	"ags" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"street" text NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"protection" text NOT NULL,
	"authority" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"kind" text DEFAULT 'unknown' NOT NULL,
	"name" text NOT NULL,
	"representative" text,
	"street" text,
	"postal_code" text,
	"city" text,
	"country" text,
	"address_trouble_on" date,
	"email" text,
	"phone" text,
	"preferred_channel" text DEFAULT 'unknown' NOT NULL,
	"distance" text DEFAULT 'unknown' NOT NULL,
	"do_not_contact_at" timestamp with time zone,
	"do_not_contact_reason" text,
	"legal_basis" text NOT NULL,
	"origin" text NOT NULL,
	"known_since" date NOT NULL,
	"purge_on" date NOT NULL,
	"notice_sent_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ownerships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"rank" text DEFAULT 'primary' NOT NULL,
	"right_kind" text DEFAULT 'ownership' NOT NULL,
	"share" text,
	"since" date,
	"until" date,
	"attitude" text DEFAULT 'not_reached' NOT NULL,
	"attitude_source" text,
	"attitude_on" date,
	"advice_needs" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vacancy_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"words" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
ALTER TABLE "owner_campaigns" ADD CONSTRAINT "owner_campaigns_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_campaigns" ADD CONSTRAINT "owner_campaigns_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_recipients" ADD CONSTRAINT "owner_recipients_campaign_id_owner_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."owner_campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_recipients" ADD CONSTRAINT "owner_recipients_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_recipients" ADD CONSTRAINT "owner_recipients_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_replies" ADD CONSTRAINT "owner_replies_recipient_id_owner_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."owner_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_senders" ADD CONSTRAINT "owner_senders_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_owner_id_owners_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."owners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_reasons" ADD CONSTRAINT "vacancy_reasons_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_reasons" ADD CONSTRAINT "vacancy_reasons_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owner_campaigns_ags_updated_at_index" ON "owner_campaigns" USING btree ("ags","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "owner_recipients_campaign_id_owner_id_property_id_index" ON "owner_recipients" USING btree ("campaign_id","owner_id","property_id");--> statement-breakpoint
CREATE INDEX "owner_recipients_owner_id_sent_on_index" ON "owner_recipients" USING btree ("owner_id","sent_on");--> statement-breakpoint
CREATE INDEX "owner_recipients_property_id_index" ON "owner_recipients" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "owner_replies_recipient_id_at_index" ON "owner_replies" USING btree ("recipient_id","at");--> statement-breakpoint
CREATE INDEX "owners_ags_name_index" ON "owners" USING btree ("ags","name");--> statement-breakpoint
CREATE INDEX "owners_purge_on_index" ON "owners" USING btree ("purge_on");--> statement-breakpoint
CREATE INDEX "ownerships_property_id_index" ON "ownerships" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "ownerships_owner_id_index" ON "ownerships" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ownerships_current" ON "ownerships" USING btree ("property_id","owner_id","right_kind") WHERE "ownerships"."until" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "vacancy_reasons_property_id_cause_index" ON "vacancy_reasons" USING btree ("property_id","cause");--> statement-breakpoint
-- hand-written
ALTER TABLE "owners" ADD CONSTRAINT "owners_left_alone_says_why" CHECK (("do_not_contact_at" is null) = ("do_not_contact_reason" is null));--> statement-breakpoint
ALTER TABLE "owner_recipients" ADD CONSTRAINT "owner_recipients_excluded_says_why" CHECK (("state" = 'excluded') = ("exclusion" is not null));--> statement-breakpoint
-- Whoever asked to be left alone gets no letter, whatever the program above thinks.
create function keep_owner_alone() returns trigger language plpgsql as $$
begin
	if new.state in ('queued', 'sent') and (tg_op = 'INSERT' or new.state is distinct from old.state)
		and exists (select 1 from owners where id = new.owner_id and do_not_contact_at is not null) then
		raise exception 'owner % does not want to be contacted', new.owner_id using errcode = 'check_violation';
	end if;
	return new;
end $$;--> statement-breakpoint
create trigger keep_owner_alone before insert or update on owner_recipients for each row execute function keep_owner_alone();--> statement-breakpoint
-- An owner belongs to the register of one municipality: neither a house nor a letter of another is tied to them.
create function keep_owner_in_town() returns trigger language plpgsql as $$
begin
	if (select ags from owners where id = new.owner_id) is distinct from (select ags from properties where id = new.property_id) then
		raise exception 'owner % and house % stand in different registers', new.owner_id, new.property_id using errcode = 'check_violation';
	end if;
	return new;
end $$;--> statement-breakpoint
create trigger keep_owner_in_town before insert or update of owner_id, property_id on ownerships for each row execute function keep_owner_in_town();--> statement-breakpoint
create trigger keep_owner_in_town before insert or update of owner_id, property_id on owner_recipients for each row execute function keep_owner_in_town();
