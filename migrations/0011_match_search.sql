ALTER TABLE "matches" DROP CONSTRAINT "matches_space_id_spaces_id_fk";
--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_space_id_properties_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "space_requests_circle" ON "space_requests" USING gist (cube_enlarge(ll_to_earth("region_lat", "region_lon")::cube, "radius_km" * 2020, 3)) WHERE "space_requests"."region_lat" is not null;