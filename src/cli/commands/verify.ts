import { sentence, summary } from '../backup/summary.ts';
import { verifyBackup } from '../backup/manifest.ts';
import { command } from '../command.ts';
import { isRecordFile, verifyRecordFiles } from '../verify-record.ts';

export default command({
	summary: 'prüft eine Sicherung oder die Akte eines Verfahrens: alles da und unverändert',
	args: { DATEI: 'die Sicherung, oder die Akte als JSON' },
	options: {
		receipt: { type: 'string', value: 'DATEI', summary: 'Akte: die Quittung über das eigene Konzept' },
		concept: { type: 'string', value: 'DATEI', summary: 'Akte: das eigene Konzept, wie es abgegeben wurde (mit --receipt)' },
		salt: { type: 'string', value: 'SALZ', summary: 'Akte: das Salz dazu, wenn die Konzeptdatei es nicht enthält' },
		key: { type: 'string', value: 'SCHLÜSSEL', summary: 'Akte: der Schlüssel der Kommune, wie er anderswo steht' },
		heads: { type: 'string', value: 'DATEI', summary: 'Akte: aufgehobene Tagesköpfe' }
	},
	help: 'Für eine Akte heißt 0: unversehrt, 1: nicht in Ordnung, 2: nicht zu lesen. Gerechnet wird auf dieser Maschine, ohne Datenbank und ohne Netz.',
	run: async ({ args: [path = ''], options, progress, say, result }) => {
		if (await isRecordFile(path)) {
			const { code, report } = await verifyRecordFiles(path, { ...options, say, progress: (done) => progress('Prüfung', done, null) });
			result({ file: path, ...report });
			return code;
		}
		const manifest = await verifyBackup(path, (done) => progress('Prüfung', done, null));
		say(`In Ordnung: ${sentence(manifest)}.`);
		result({ file: path, ...summary(manifest) });
	}
});
