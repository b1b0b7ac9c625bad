/**
 * The plain way to match, for comparison only: every pair is scored in SQL, without an index, with the five weightiest criteria (use, region, area, cost, contract)
 * in the shape of `score.ts`. It may use every core that PostgreSQL gives it; what it leaves out (eight criteria, parts, hard wishes but one) makes it faster, not slower, so it is a fair limit.
 * $1 is the one side as JSON. The scores are near those of the product, not equal: the product has thirteen criteria.
 */
export const everySpaceInSql = `
	with w as (
		select array(select jsonb_array_elements_text(j->'uses')) as uses, array(select jsonb_array_elements_text(j->'offerModes')) as modes,
			array(select jsonb_array_elements_text(j->'regionAgs')) as ags,
			(j->>'regionLat')::float8 as lat, (j->>'regionLon')::float8 as lon, (j->>'radiusKm')::float8 as radius,
			(j->>'areaMinM2')::float8 as least, (j->>'areaMaxM2')::float8 as most, (j->>'maxMonthly')::float8 as monthly, (j->>'maxPurchase')::float8 as purchase
		from (select $1::jsonb as j) given
	), scored as (
		select s.id,
			20 * case when s.uses && w.uses then 1 when s.uses = '{}' then 0.5 else 0.25 end
			+ 16 * case when s.ags = any(w.ags) then 1 when w.lat is null then 0.5 when s.lat is null then 0.5
				else greatest(0, 1 - 0.3 * earth_distance(ll_to_earth(w.lat, w.lon), ll_to_earth(s.lat, s.lon)) / 1000 / w.radius) end
			+ 15 * case when s.area_max_m2 is null then 0.5 when s.area_max_m2 >= coalesce(w.least, 0) and s.area_min_m2 <= coalesce(w.most, 1e9) then 1 else 0.3 end
			+ 12 * case when s.price_monthly <= w.monthly or s.price_purchase <= w.purchase then 1 when s.price_monthly is null and s.price_purchase is null then 0.5 else 0.2 end
			+ 9 * case when s.offers && w.modes then 1 when s.offers = '{}' then 0.5 else 0 end as score
		from spaces s, w
		where not s.uses_excluded && w.uses
	)
	select id, score from scored order by score desc, id limit 20`;

export const everyRequestInSql = `
	with s as (
		select array(select jsonb_array_elements_text(j->'uses')) as uses, array(select jsonb_array_elements_text(j->'offers')) as offers,
			array(select jsonb_array_elements_text(j->'usesExcluded')) as excluded, j->>'ags' as ags, (j->>'lat')::float8 as lat, (j->>'lon')::float8 as lon,
			(j->>'areaMinM2')::float8 as least, (j->>'areaMaxM2')::float8 as most, (j->>'priceMonthly')::float8 as monthly, (j->>'pricePurchase')::float8 as purchase
		from (select $1::jsonb as j) given
	), scored as (
		select r.id,
			20 * case when r.uses && s.uses then 1 else 0.25 end
			+ 16 * case when s.ags = any(r.region_ags) then 1 when r.region_lat is null or s.lat is null then 0.5
				else greatest(0, 1 - 0.3 * earth_distance(ll_to_earth(r.region_lat, r.region_lon), ll_to_earth(s.lat, s.lon)) / 1000 / r.radius_km) end
			+ 15 * case when s.most is null then 0.5 when s.most >= coalesce(r.area_min_m2, 0) and s.least <= coalesce(r.area_max_m2, 1e9) then 1 else 0.3 end
			+ 12 * case when s.monthly <= r.max_monthly or s.purchase <= r.max_purchase then 1 when s.monthly is null and s.purchase is null then 0.5 else 0.2 end
			+ 9 * case when r.offer_modes && s.offers then 1 when s.offers = '{}' then 0.5 else 0 end as score
		from space_requests r, s
		where r.request_state = 'published' and not r.uses && s.excluded
	)
	select id, score from scored order by score desc, id limit 20`;
