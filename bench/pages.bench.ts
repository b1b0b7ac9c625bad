import { bench } from './bench.ts';

const query = 'angebot=miete&flaeche_min=80&zustand=sanierung-noetig';
/** A reader with a cookie gets a page of their own, made anew. */
const own = { headers: { cookie: 'eigen=1' }, requests: 400, connections: 8 };
const anyone = { requests: 4000, connections: 8 };

const bytesOf = async (address: string, headers: Record<string, string>) =>
	(await (await fetch(address, { headers })).arrayBuffer()).byteLength;

/** `/raeume` and `/raeume/{slug}` against a bare server that sends as many bytes from the same statements; then repeats from the cache. */
export default bench({
	name: 'pages',
	sizes: [100_000],
	run: async ({ size, database, app, bare, load, rounds, row }) => {
		const db = await database(size);
		const ours = await app(db);
		const limit = await bare(db, import.meta.resolve('./pages.bare.ts'));
		const { rows } = await db.pool.query<{ slug: string }>(
			'select slug from spaces where jsonb_array_length(units) > 0 order by id limit 400'
		);
		const slugs = rows.map(({ slug }) => slug);
		const listBytes = await bytesOf(`${ours}/raeume?${query}`, { 'accept-encoding': 'identity' });
		const detailBytes = await bytesOf(`${ours}/raeume/${slugs[0]}`, { 'accept-encoding': 'identity' });
		const list = [`/raeume?${query}`];
		// As many as a round asks for: each house once a round. Repeats are of a few.
		const details = slugs.map((slug) => `/raeume/${slug}`);
		const few = details.slice(0, 20);
		const bareList = [`/?list=${encodeURIComponent(query)}&bytes=${listBytes}`];
		const bareDetails = slugs.map((slug) => `/?slug=${slug}&bytes=${detailBytes}`);
		const short = { requests: own.requests, connections: own.connections };

		const a = await rounds(
			5,
			() => load(ours, list, own),
			() => load(limit, bareList, short)
		);
		row({ name: '/raeume, gefiltert, jedes Mal neu', ours: a.a, limit: a.b, unit: 'Anfragen/s', goal: 0.6 });
		const b = await rounds(
			5,
			() => load(ours, details, own),
			() => load(limit, bareDetails, short)
		);
		row({ name: '/raeume/{slug}, jedes Mal neu', ours: b.a, limit: b.b, unit: 'Anfragen/s', goal: 0.4 });
		const c = await rounds(
			3,
			() => load(ours, list, anyone),
			() => load(limit, bareList, short)
		);
		row({ name: '/raeume, wiederholt ohne Anmeldung', ours: c.a, limit: c.b, unit: 'Anfragen/s', goal: 5 });
		const d = await rounds(
			3,
			() => load(ours, few, anyone),
			() => load(limit, bareDetails, short)
		);
		row({ name: '/raeume/{slug}, wiederholt ohne Anmeldung', ours: d.a, limit: d.b, unit: 'Anfragen/s', goal: 5 });

		const html = await (await fetch(`${ours}/raeume`)).text();
		const files = [...new Set([...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2))"/g)].map(([, file]) => file ?? ''))];
		let sent = 0;
		for (const path of ['/raeume', ...files]) {
			const response = await fetch(new URL(path, `${ours}/`), { headers: { 'accept-encoding': 'br' } });
			sent += Number(response.headers.get('content-length') ?? (await response.arrayBuffer()).byteLength);
		}
		row({ name: '/raeume mit Stil und Schrift, wie gesendet', ours: sent / 1000, limit: 100, unit: 'kB', goal: 1, better: 'less' });
	}
});
