import { openDb } from '#lib/server/db.ts';
import { changeKey } from '#modules/records/server/change-key.ts';
import { closeDays } from '#modules/records/server/close-days.ts';
import { command } from '../command.ts';

export default command({
	summary: 'wechselt den Schlüssel, mit dem Akten signiert werden; alte Akten bleiben prüfbar',
	args: {},
	options: { reason: { type: 'string', value: 'GRUND', default: '', summary: 'warum; steht bei den Tagesköpfen, für alle lesbar' } },
	help: 'Beispiel: npm run cli -- change-record-key --reason "Eine Sicherung ist abhandengekommen"\nDer alte Schlüssel bestätigt den neuen und wird vergessen. Geben Sie den neuen bekannt, wo Sie den alten genannt haben. Siehe docs/operations.md.',
	run: async ({ options: { reason }, house, say, result }) => {
		const { pool } = await house();
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		await closeDays(ctx);
		const change = await changeKey(ctx, { reason });
		say(`Bis jetzt: ${change.from}`);
		say(`Ab jetzt:  ${change.to}`);
		say('Bitte den neuen bekannt geben, wo der alte steht, und eine Sicherung machen.');
		result(change);
	}
});
