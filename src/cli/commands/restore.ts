import { restoreBackup } from '../backup/restore-backup.ts';
import { sentence, summary } from '../backup/summary.ts';
import { command } from '../command.ts';

export default command({
	summary: 'spielt eine Sicherung ein',
	args: { DATEI: 'die Sicherung' },
	options: { replace: { type: 'boolean', summary: 'vorhandene Daten durch die der Sicherung ersetzen' } },
	help: 'Prüft zuerst die ganze Datei und spielt sie dann in einem Zug ein: ganz oder gar nicht. Am besten bei angehaltenem Server.',
	run: async ({ args: [path = ''], options, house, progress, say, result }) => {
		const manifest = await restoreBackup(await house(), path, { replace: options.replace, progress });
		say(`Eingespielt: ${sentence(manifest)}.`);
		result({ file: path, ...summary(manifest) });
	}
});
