import { sentence, summary } from '../backup/summary.ts';
import { verifyBackup } from '../backup/manifest.ts';
import { command } from '../command.ts';

export default command({
	summary: 'prüft eine Sicherung: jeder Teil da und unverändert',
	args: { DATEI: 'die Sicherung' },
	options: {},
	run: async ({ args: [path = ''], progress, say, result }) => {
		const manifest = await verifyBackup(path, (done) => progress('Prüfung', done, null));
		say(`In Ordnung: ${sentence(manifest)}.`);
		result({ file: path, ...summary(manifest) });
	}
});
