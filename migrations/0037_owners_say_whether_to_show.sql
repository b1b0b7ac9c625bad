ALTER TABLE "owner_replies" ADD COLUMN "showing" text DEFAULT 'unsaid' NOT NULL;--> statement-breakpoint
ALTER TABLE "owner_replies" ADD COLUMN "consented_at" timestamp with time zone;