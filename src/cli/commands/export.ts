import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openDb } from '#lib/server/db.ts';
import { exportSpaces } from '#modules/interop/server/export-spaces.ts';
import type { Space } from '#modules/interop/space-columns.ts';
import { formats, isFormat } from '#modules/interop/space-files.ts';
import { command, WrongUsage } from '../command.ts';

export default command({
	summary: 'schreibt die veröffentlichten Räume in eine Datei (CSV, XLSX, GeoJSON)',
	args: { DATEI: 'wohin; die Endung .csv, .xlsx oder .geojson bestimmt das Format' },
	options: { ags: { type: 'string', value: 'AGS', summary: 'nur die Räume dieser Gemeinde' } },
	help: 'Enthalten ist nur, was auch auf den öffentlichen Seiten steht: keine genaue Lage, die nicht freigegeben ist, keine internen Angaben.',
	run: async ({ args: [path = ''], options, house, progress, say, result }) => {
		const format = extname(path).slice(1).toLowerCase();
		if (!isFormat(format)) throw new WrongUsage(`Die Endung muss .csv, .xlsx oder .geojson sein, nicht „${extname(path)}“.`);
		const { pool, env } = await house();
		let rows = 0;
		async function* counted(batches: AsyncIterable<Space[]>) {
			for await (const batch of batches) {
				yield batch;
				progress('Räume', (rows += batch.length), null);
			}
		}
		const batches = counted(exportSpaces({ db: openDb(pool), actor: null, now: new Date() }, { ags: options.ags }));
		await pipeline(Readable.from(formats[format].write(batches, env.baseUrl)), createWriteStream(path));
		say(`${rows.toLocaleString('de-DE')} Räume in ${path}.`);
		result({ file: path, format, rows });
	}
});
