DROP INDEX "spaces_ags_index";--> statement-breakpoint
CREATE INDEX "spaces_ags_published_at_id_index" ON "spaces" USING btree ("ags","published_at","id");--> statement-breakpoint
CREATE INDEX "spaces_lat_lon" ON "spaces" USING btree ("lat","lon") WHERE "spaces"."lat" is not null;--> statement-breakpoint

-- A space is some 2.8 kB, most of it story, search words and documents that only its own page needs. They move out of the row, so that counting and filtering
-- read a third of the pages. Holds for rows written from now on; `vacuum full spaces` moves those of an older installation.
alter table spaces set (toast_tuple_target = 700);
