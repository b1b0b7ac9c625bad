import { existsSync } from 'node:fs';
import { refused } from '#lib/refusal.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { sentence, summary } from '../backup/summary.ts';
import { command } from '../command.ts';

export default command({
	summary: 'sichert alle Daten und Dateien in eine Datei',
	args: { DATEI: 'wohin, etwa sicherung.tar.gz' },
	options: { force: { type: 'boolean', short: 'f', summary: 'eine vorhandene Datei ersetzen' } },
	help: [
		'Geht bei laufendem Betrieb: gesichert wird der Stand eines Augenblicks. Die Datei enthält personenbezogene Daten und die Schlüssel der',
		'Installation; nur der Benutzer, der sie anlegt, kann sie lesen. Aufgaben, die gerade warten (etwa Mails im Versand), sind nicht dabei.'
	].join('\n'),
	run: async ({ args: [path = ''], options, house, progress, say, result }) => {
		if (existsSync(path) && !options.force) throw refused('exists', `${path} gibt es schon. Mit --force wird die Datei ersetzt.`);
		const manifest = await writeBackup(await house(), path, progress);
		say(`Gesichert in ${path}: ${sentence(manifest)}.`);
		result({ file: path, ...summary(manifest) });
	}
});
