/** Something with a code, a name and what tells it from its namesakes. */
export type Named = { code: string; name: string; type: string; state: string };

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** "Müllrose" reads müllrose → muellrose; "Herzberg (Elster)" → herzberg-elster; "Cottbus/Chóśebuz" → cottbus-chosebuz. */
export const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[äöüß]/g, (c) => umlauts[c] ?? c)
		.replaceAll('ł', 'l')
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

function namesakes(things: Named[], slug: (thing: Named) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const thing of things) counts.set(slug(thing), (counts.get(slug(thing)) ?? 0) + 1);
	return counts;
}

/** "rosenheim" is the city, "landkreis-rosenheim" the county around it. */
export function districtSlugs(districts: Named[]): Map<string, string> {
	const plain = (d: Named) => slugOf(d.name);
	const counts = namesakes(districts, plain);
	const isCity = (d: Named) => /stadt/i.test(d.type);
	return new Map(districts.map((d) => [d.code, counts.get(plain(d)) === 1 || isCity(d) ? plain(d) : `landkreis-${plain(d)}`]));
}

/** The name alone where it is the only one; with its district where there are several; with its key where even that is not enough. */
export function municipalitySlugs(municipalities: Named[]): Map<string, string> {
	const plain = (m: Named) => slugOf(m.name);
	const wide = (m: Named) => `${plain(m)}-${m.state}`;
	const counts = namesakes(municipalities, plain);
	const wideCounts = namesakes(municipalities, wide);
	const slugs = new Map<string, string>();
	for (const m of municipalities) {
		const unique = counts.get(plain(m)) === 1 ? plain(m) : wideCounts.get(wide(m)) === 1 ? wide(m) : `${wide(m)}-${m.code}`;
		slugs.set(m.code, unique);
	}
	if (new Set(slugs.values()).size !== slugs.size) throw new Error('slugs are not unique');
	return slugs;
}
