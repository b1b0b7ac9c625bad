ALTER TABLE "invitations" DROP CONSTRAINT "invitations_hash_unique";--> statement-breakpoint
ALTER TABLE "invitations" DROP COLUMN "hash";--> statement-breakpoint
-- Whoever edits for a municipality holds a seat in its organisation from now on; who did so first may also give seats.
INSERT INTO "organisations" ("id", "slug", "kind", "name", "ags", "place_ags", "sector", "claimed_at", "published_at", "created_at", "updated_at")
SELECT gen_random_uuid(), m."slug", 'municipality', m."name_short", m."ags", m."ags", 'local_authorities', g."since", g."since", now(), now()
FROM (SELECT "ags", min("granted_at") AS "since" FROM "grants" WHERE "role" = 'editor' GROUP BY "ags") g
JOIN "municipalities" m ON m."ags" = g."ags"
ON CONFLICT ("ags") DO UPDATE SET "claimed_at" = coalesce("organisations"."claimed_at", excluded."claimed_at"), "published_at" = coalesce("organisations"."published_at", excluded."published_at");--> statement-breakpoint
INSERT INTO "seats" ("id", "organisation_id", "person_id", "function", "rights", "starts_at", "created_by", "created_at")
SELECT gen_random_uuid(), o."id", g."person_id", 'administration',
	CASE WHEN row_number() OVER (PARTITION BY g."ags" ORDER BY g."granted_at", g."id") = 1 THEN 'manage' ELSE 'edit' END,
	g."granted_at", g."granted_by", now()
FROM "grants" g JOIN "organisations" o ON o."ags" = g."ags"
WHERE g."role" = 'editor' AND NOT EXISTS (SELECT 1 FROM "seats" s WHERE s."organisation_id" = o."id" AND s."person_id" = g."person_id");--> statement-breakpoint
DELETE FROM "grants" g USING "organisations" o WHERE g."role" = 'editor' AND o."ags" = g."ags";
