-- Version 1 of the weights. A new version is a new row with its reason; matches name the version that computed them.
insert into match_weights (version, weights, reason, created_at) values (
	1,
	'{"use": 20, "region": 16, "area": 15, "cost": 12, "offerMode": 9, "condition": 6, "commonGood": 6, "timing": 5, "accessibility": 3, "publicAccess": 3, "setting": 2, "heritage": 2, "sharing": 1}',
	'Der Anfang: Was man im Haus tun darf, wo es liegt, wie groß es ist und was es kostet, entscheidet zuerst. Zustand, Gemeinwohl und Zeit lassen sich gestalten, alles Weitere klärt das Gespräch.',
	'2026-11-22T00:00:00Z'
) on conflict do nothing;
