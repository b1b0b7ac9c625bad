DROP INDEX "boundary_rings_place";--> statement-breakpoint
CREATE INDEX "boundary_rings_box" ON "boundary_rings" USING gist (box("ring"));--> statement-breakpoint
-- Rings are read whole and often: kept as they are, without compression.
ALTER TABLE "boundary_rings" ALTER COLUMN "ring" SET STORAGE EXTERNAL;