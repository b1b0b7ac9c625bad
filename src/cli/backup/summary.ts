import type { Manifest } from './manifest.ts';

/** What a backup holds, for people and for machines. */
export function summary(manifest: Manifest) {
	const entries = Object.entries(manifest.entries);
	const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
	const files = entries.filter(([name]) => name.startsWith('files/')).length;
	const bytes = entries.reduce((sum, [, entry]) => sum + entry.bytes, 0);
	return { createdAt: manifest.createdAt, tables: manifest.tables.length, rows, files, bytes };
}

export function sentence(manifest: Manifest): string {
	const { createdAt, tables, rows, files, bytes } = summary(manifest);
	const german = (n: number) => n.toLocaleString('de-DE');
	const when = new Date(createdAt).toLocaleString('de-DE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' });
	return `${german(rows)} Zeilen in ${tables} Tabellen und ${german(files)} Dateien, ${german(Math.round(bytes / 1e5) / 10)} MB, Stand ${when}`;
}
