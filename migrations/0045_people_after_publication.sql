CREATE TABLE "procedure_nominations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_id" uuid NOT NULL,
	"role" text NOT NULL,
	"juror_kind" text,
	"has_vote" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"affiliation" text DEFAULT '' NOT NULL,
	"deputy_for" uuid,
	"succeeds" uuid,
	"reason" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "record_key_changes" (
	"seq" integer PRIMARY KEY NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"head" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"accepted" text NOT NULL,
	CONSTRAINT "record_key_changes_from_unique" UNIQUE("from"),
	CONSTRAINT "record_key_changes_to_unique" UNIQUE("to"),
	CONSTRAINT "record_key_changes_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "seal_passes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seal_id" uuid NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"part" text NOT NULL,
	"mask" text NOT NULL,
	"point" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "procedure_members" ADD COLUMN "succeeds" uuid;--> statement-breakpoint
ALTER TABLE "procedure_members" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "procedure_members" ADD COLUMN "left_reason" text;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD COLUMN "rest" text;--> statement-breakpoint
ALTER TABLE "seal_shares" ADD COLUMN "point" smallint;--> statement-breakpoint
ALTER TABLE "procedure_nominations" ADD CONSTRAINT "procedure_nominations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_nominations" ADD CONSTRAINT "procedure_nominations_deputy_for_procedure_members_id_fk" FOREIGN KEY ("deputy_for") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_nominations" ADD CONSTRAINT "procedure_nominations_succeeds_procedure_members_id_fk" FOREIGN KEY ("succeeds") REFERENCES "public"."procedure_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_nominations" ADD CONSTRAINT "procedure_nominations_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_passes" ADD CONSTRAINT "seal_passes_seal_id_seals_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."seals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_passes" ADD CONSTRAINT "seal_passes_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seal_passes" ADD CONSTRAINT "seal_passes_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedure_nominations_procedure_id_index" ON "procedure_nominations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "procedure_nominations_email_index" ON "procedure_nominations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "procedure_nominations_deputy_for_index" ON "procedure_nominations" USING btree ("deputy_for");--> statement-breakpoint
CREATE INDEX "procedure_nominations_succeeds_index" ON "procedure_nominations" USING btree ("succeeds");--> statement-breakpoint
CREATE INDEX "procedure_nominations_by_person_id_index" ON "procedure_nominations" USING btree ("by_person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seal_passes_seal_id_to_person_id_index" ON "seal_passes" USING btree ("seal_id","to_person_id");--> statement-breakpoint
CREATE INDEX "seal_passes_from_person_id_index" ON "seal_passes" USING btree ("from_person_id");--> statement-breakpoint
CREATE INDEX "seal_passes_to_person_id_index" ON "seal_passes" USING btree ("to_person_id");--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_succeeds_procedure_members_id_fk" FOREIGN KEY ("succeeds") REFERENCES "public"."procedure_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "procedure_members_succeeds_index" ON "procedure_members" USING btree ("succeeds");--> statement-breakpoint
ALTER TABLE "procedure_members" DROP CONSTRAINT "procedure_members_person_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "procedure_members" ADD CONSTRAINT "procedure_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER "record_key_changes_stay" BEFORE UPDATE OR DELETE ON "record_key_changes" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();
--> statement-breakpoint
-- Whoever led before stays in the file; of those who lead now there is one.
DROP INDEX "procedure_members_one_manager";
--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_members_one_manager" ON "procedure_members" USING btree ("procedure_id") WHERE "role" = 'manager' AND "left_at" IS NULL;
--> statement-breakpoint
-- Who took part in something published stays in its file when their account goes, without their name; a draft forgets them.
CREATE FUNCTION "procedure_members_of_gone" () RETURNS trigger LANGUAGE plpgsql AS $$
begin
	delete from procedure_members m using procedures p
		where p.id = m.procedure_id and p.published_at is null
		and (m.person_id = old.id or (m.person_id is null and old.email_verified and m.email = old.email));
	insert into jury_withdrawals (member_id, procedure_id, reason, at)
		select m.id, m.procedure_id, 'Das Konto wurde gelöscht.', now() from procedure_members m
		where m.role in ('juror', 'deputy') and (m.person_id = old.id or (m.person_id is null and old.email_verified and m.email = old.email))
		on conflict do nothing;
	update procedure_nominations n set name = 'Konto gelöscht' from procedure_members m
		where m.procedure_id = n.procedure_id and m.person_id = old.id and m.name = n.name;
	update procedure_nominations set name = 'Konto gelöscht', email = '', ended_at = now(), outcome = 'declined'
		where ended_at is null and old.email_verified and email = old.email;
	update procedure_members m set person_id = null, email = null, name = 'Konto gelöscht', is_opener = false,
		left_at = coalesce(left_at, now()), left_reason = coalesce(left_reason, 'Das Konto wurde gelöscht.')
		where m.person_id = old.id or (m.person_id is null and old.email_verified and m.email = old.email);
	return old;
end $$;
--> statement-breakpoint
CREATE TRIGGER "procedure_members_of_gone" BEFORE DELETE ON "people" FOR EACH ROW EXECUTE FUNCTION "procedure_members_of_gone" ();
