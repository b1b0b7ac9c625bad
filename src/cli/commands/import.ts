import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openDb } from '#lib/server/db.ts';
import type { Actor } from '#modules/people/actor.ts';
import { mappingText } from '#modules/properties/import/import-forms.ts';
import { townAssumedText, type PublicReport, type Report } from '#modules/properties/import/import.ts';
import { limits } from '#modules/properties/import/refusals.ts';
import { importList } from '#modules/properties/server/import/import-list.ts';
import { runImportUndo } from '#modules/properties/server/import/run-import-undo.ts';
import { undoImport } from '#modules/properties/server/import/undo-import.ts';
import { command, exit, WrongUsage } from '../command.ts';

/** Whoever may start programs on this machine runs the installation; no person stands behind it. */
const operator: Actor = { id: '', name: 'Kommandozeile', email: '', grants: [{ role: 'admin' }] };

async function read(path: string): Promise<Uint8Array> {
	try {
		return await readFile(path);
	} catch {
		throw new WrongUsage(`Die Datei ${path} lässt sich nicht lesen.`);
	}
}

function tell(report: PublicReport, say: (line?: string) => void, dryRun: boolean): void {
	const n = (value: number) => value.toLocaleString('de-DE').padStart(9);
	say(dryRun ? 'Probelauf, nichts wurde geändert:' : `Eingelesen (Kennung ${report.id}):`);
	const lines: [string, number][] = [
		['Zeilen mit Daten', report.rows],
		['übergangen', report.skipped],
		['neu', report.created],
		['geändert', report.updated],
		['unverändert', report.unchanged],
		['abgelehnt', report.rejected]
	];
	for (const [label, value] of lines) say(`${n(value)}  ${label}`);
	const assumed = townAssumedText(report, 'die Kommune der Liste');
	if (assumed) say(`  ${assumed}`);
	const rejected = report.problems.filter((p) => p.level === 'rejected');
	for (const { row, column, message } of rejected.slice(0, 20)) say(`  Zeile ${row}${column ? `, ${column}` : ''}: ${message}`);
	if (rejected.length > 20) say(`  … und ${rejected.length - 20} weitere, siehe --json oder /buero/import/${report.id}`);
}

function tellUndo(undone: Report['undo'], say: (line?: string) => void): void {
	const { removed = 0, restored = 0, kept = [] } = undone ?? {};
	say(
		`Zurückgenommen: ${removed.toLocaleString('de-DE')} neue Häuser entfernt, ${restored.toLocaleString('de-DE')} geänderte zurückgesetzt.`
	);
	for (const { rowNumber, title, reason } of kept.slice(0, 20)) say(`  Zeile ${rowNumber}, ${title}: ${reason}`);
	if (kept.length > 20) say(`  … und ${kept.length - 20} weitere, siehe --json`);
}

export default command({
	summary: 'liest die Leerstandsliste einer Kommune ein (XLSX, ODS, CSV)',
	args: { 'DATEI?': 'die Liste, so wie sie ist' },
	options: {
		municipality: { type: 'string', value: 'AGS', summary: 'achtstelliger Schlüssel der Kommune, zum Beispiel 12073008' },
		undo: { type: 'string', value: 'KENNUNG', summary: 'nimmt einen Import zurück; die Kennung steht in seinem Bericht' },
		'dry-run': { type: 'boolean', summary: 'nur prüfen und berichten, nichts ändern' },
		sheet: {
			type: 'string',
			value: 'BLATT',
			summary: 'Name oder Nummer des Blattes in einer Arbeitsmappe; sonst das, das am meisten nach Adressen aussieht'
		},
		mapping: { type: 'string', value: 'DATEI', summary: 'JSON mit Spaltenname und Feld, wo die Vermutung nicht stimmt' }
	},
	help: `Gelingt auch, wenn einzelne Zeilen abgelehnt werden; der Bericht nennt sie. Nichts wird veröffentlicht.
Zurücknehmen lässt sich ein Import mit --undo oder unter /buero/import. Höchstens ${limits.rows.toLocaleString('de-DE')} Zeilen und ${limits.fileBytes / 1024 / 1024} MB.`,
	run: async ({ args, options, house, say, progress, result }) => {
		const [path] = args;
		if (options.undo) {
			const { pool } = await house();
			const ctx = { db: openDb(pool), actor: operator, now: new Date() };
			await undoImport(ctx, { id: options.undo, byJob: false });
			const watch = ({ done, total }: { done: number; total: number | null }) => progress('zurückgenommen', done, total);
			const undone = await runImportUndo(ctx, { id: options.undo, personId: null, watch });
			tellUndo(undone, say);
			result({ id: options.undo, undo: undone });
			return exit.ok;
		}
		if (!path) throw new WrongUsage('Es fehlt: DATEI.');
		const ags = options.municipality ?? '';
		if (!/^\d{8}$/.test(ags)) throw new WrongUsage('Bitte die Kommune mit --municipality AGS nennen (acht Ziffern).');
		const mapping = options.mapping ? mappingText(new TextDecoder().decode(await read(options.mapping))) : undefined;
		const bytes = await read(path);
		const { pool, store } = await house();
		const dryRun = options['dry-run'];
		const ctx = { db: openDb(pool), actor: operator, now: new Date() };
		const watch = (label: string, { done, total }: { done: number; total: number | null }) => progress(label, done, total);
		const report = await importList(ctx, { store, ags, fileName: basename(path), bytes, dryRun, sheet: options.sheet, mapping, watch });
		tell(report, say, dryRun);
		result(report);
		return exit.ok;
	}
});
