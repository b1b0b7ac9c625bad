import { dayOf } from '#lib/calendar.ts';
import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre';
import { columns, properties, type Space } from './space-columns.ts';

/** Lists of spaces as files. Each takes batches and gives bytes as they come, so that a million rows need no memory. */
export type Batches = AsyncIterable<Space[]>;
type Format = { type: string; write: (batches: Batches, baseUrl: string) => AsyncIterable<Uint8Array> };

const bytes = (text: string) => Buffer.from(text);

/** For German spreadsheets: UTF-8 with BOM, semicolons, decimal commas; what looks like a formula is defused. */
async function* csv(batches: Batches, baseUrl: string): AsyncIterable<Uint8Array> {
	const options = {
		delimiter: ';',
		record_delimiter: '\r\n' as const,
		escape_formulas: true,
		cast: { number: (n: number) => ({ value: String(n).replace('.', ','), escape_formulas: false }), date: dayOf }
	};
	yield bytes(`\ufeff${stringify([columns.map(({ header }) => header)], options)}`);
	for await (const spaces of batches)
		yield bytes(
			stringify(
				spaces.map((space) => columns.map(({ value }) => value(space, baseUrl))),
				options
			)
		);
}

async function* rowsOf(batches: Batches, baseUrl: string) {
	yield columns.map(({ header }) => header);
	for await (const spaces of batches) for (const space of spaces) yield columns.map(({ value }) => value(space, baseUrl));
}

async function* xlsx(batches: Batches, baseUrl: string): AsyncIterable<Uint8Array> {
	const freezePane = { rows: 1 };
	yield* writeXlsxStream(rowsOf(batches, baseUrl), { name: 'Räume', freezePane }) as AsyncIterable<Uint8Array>;
}

/** RFC 7946; a space whose place is not public has no geometry. */
async function* geojson(batches: Batches, baseUrl: string): AsyncIterable<Uint8Array> {
	yield bytes('{"type":"FeatureCollection","features":[');
	let separator = '\n';
	for await (const spaces of batches) {
		const features = spaces.map((space) => {
			const geometry = space.lat === null || space.lon === null ? null : { type: 'Point', coordinates: [space.lon, space.lat] };
			return JSON.stringify({ type: 'Feature', id: space.id, geometry, properties: properties(space, baseUrl) });
		});
		if (!features.length) continue;
		yield bytes(separator + features.join(',\n'));
		separator = ',\n';
	}
	yield bytes('\n]}\n');
}

export const formats = {
	csv: { type: 'text/csv; charset=utf-8', write: csv },
	xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
	geojson: { type: 'application/geo+json', write: geojson }
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);
