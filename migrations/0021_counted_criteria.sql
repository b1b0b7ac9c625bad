DROP INDEX "request_cards_anywhere";--> statement-breakpoint
ALTER TABLE "request_cards" ADD COLUMN "counted" integer GENERATED ALWAYS AS ((uses_sought > 0)::int | ((lat is not null or cardinality(towns) > 0)::int << 1) | ((least is not null or most is not null)::int << 2)
				| ((monthly is not null or purchase is not null)::int << 3) | ((modes <> 0)::int << 4) | ((conditions <> 0)::int << 5)
				| ((goods_brought > 0)::int << 6) | (has_time::int << 7) | (accessibility_required::int << 8) | (public_access_needed::int << 9)
				| ((settings <> 0)::int << 10) | (no_heritage::int << 11) | (shares::int << 12)
				| (((uses | modes | conditions | goods | settings) & 1 <> 0 or self_help = 0)::int << 13)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "request_cards_counted_index" ON "request_cards" USING btree ("counted");--> statement-breakpoint

-- Who looks anywhere concerns every space: all that the search counts of them lies side by side, by what counts.
create index request_cards_anywhere on request_cards (counted) include (request_id, uses, uses_sought, towns, lat, lon, radius, reach, region_is_hard,
  least, most, area_is_hard, monthly, purchase, modes, modes_are_hard, conditions, self_help, goods, goods_brought, has_time, interim_ok, latest,
  accessibility_required, public_access_needed, settings, no_heritage, shares) where reach is null and towns = '{}';
