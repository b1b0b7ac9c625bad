CREATE TABLE "record_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"prev" text NOT NULL,
	"root" text NOT NULL,
	"records" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "record_heads_prev_unique" UNIQUE("prev"),
	CONSTRAINT "record_heads_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "record_leaves" (
	"day" date NOT NULL,
	"record_id" uuid NOT NULL,
	"main_length" integer NOT NULL,
	"main_head" text NOT NULL,
	"box" text NOT NULL,
	"box_length" integer NOT NULL,
	"box_head" text NOT NULL,
	"box_salt" text NOT NULL,
	"path" jsonb NOT NULL,
	CONSTRAINT "record_leaves_record_id_day_pk" PRIMARY KEY("record_id","day")
);
--> statement-breakpoint
ALTER TABLE "record_secrets" ADD COLUMN "at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "record_leaves" ADD CONSTRAINT "record_leaves_day_record_heads_day_fk" FOREIGN KEY ("day") REFERENCES "public"."record_heads"("day") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_leaves_day_index" ON "record_leaves" USING btree ("day");--> statement-breakpoint
-- hand-written
CREATE FUNCTION "record_stays" () RETURNS trigger LANGUAGE plpgsql AS $$ begin raise exception 'what stands in a record is never changed or taken away'; end $$;--> statement-breakpoint
CREATE TRIGGER "record_entries_are_kept" BEFORE DELETE ON "record_entries" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();--> statement-breakpoint
CREATE TRIGGER "record_heads_stay" BEFORE UPDATE OR DELETE ON "record_heads" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();--> statement-breakpoint
CREATE TRIGGER "record_leaves_stay" BEFORE UPDATE OR DELETE ON "record_leaves" FOR EACH ROW EXECUTE FUNCTION "record_stays" ();--> statement-breakpoint
CREATE FUNCTION "procedures_with_record_stay" () RETURNS trigger LANGUAGE plpgsql AS $$ begin if exists (select from record_entries where record_id = old.id) then raise exception 'a procedure with a record is never taken away'; end if; return old; end $$;--> statement-breakpoint
CREATE TRIGGER "procedures_with_record_stay" BEFORE DELETE ON "procedures" FOR EACH ROW EXECUTE FUNCTION "procedures_with_record_stay" ();
