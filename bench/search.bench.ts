import { openDb } from '#lib/server/db.ts';
import { countFacets } from '#modules/properties/server/count-facets.ts';
import { listSpaces } from '#modules/properties/server/list-spaces.ts';
import { readFilter } from '#modules/properties/space-filter.ts';
import { bench } from './bench.ts';

const questions = {
	'Wort (werkstatt)': 'q=werkstatt',
	'zwei Wörter, eines verschrieben': 'q=gasthof+bühme',
	'Umkreis 25 km': 'ort=16278&umkreis=25',
	'Umkreis und Wort': 'q=werkstatt&ort=16278&umkreis=50',
	'drei Facetten': 'nutzung=werkstatt&angebot=miete&zustand=sanierung-noetig',
	'Land und Fläche': 'land=brandenburg&flaeche_min=200&sortierung=groesse',
	'alles, neueste zuerst': ''
};

/** Our search against the plainest indexed query for the same ids; the growth over the sizes shows in the milliseconds. */
export default bench({
	name: 'search',
	sizes: [10_000, 100_000, 1_000_000],
	run: async ({ size, database, time, row }) => {
		const { pool } = await database(size);
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		for (const [name, query] of Object.entries(questions)) {
			const { filter } = readFilter(new URLSearchParams(query));
			const { spaces, prepared } = await listSpaces(ctx, filter);
			const ids = spaces.map(({ id }) => id);
			const limit = await time(() => pool.query('select * from spaces where id = any($1)', [ids]), 7);
			row({ name: `${name}: Liste`, ours: await time(() => listSpaces(ctx, filter), 7), limit, unit: 'ms', better: 'less' });
			row({ name: `${name}: Facetten`, ours: await time(() => countFacets(ctx, prepared), 7), limit, unit: 'ms', better: 'less' });
		}
	}
});
