import { openDb } from '#lib/server/db.ts';
import { command, exit } from '../command.ts';
import { examine, type Finding } from '../doctor/examine.ts';

const marks: Record<Finding['state'], string> = { good: '✓', warning: '!', bad: '✗' };

export default command({
	summary: 'prüft die Installation und sagt, was zu tun ist',
	args: {},
	options: {},
	help: 'Geprüft werden Programm, Datenbank, Schema, Erweiterungen, Aufgaben, Plattenplatz, Dateiablage und Mail. Ein ✗ führt zu Rückgabewert 1.',
	run: async ({ house, say, result }) => {
		const opened = await house();
		const findings = await examine(opened, openDb(opened.pool));
		for (const { state, what, detail, todo } of findings) {
			say(`${marks[state]} ${what}: ${detail}`);
			if (todo) say(`    → ${todo}`);
		}
		result({ ok: findings.every(({ state }) => state !== 'bad'), findings });
		return findings.some(({ state }) => state === 'bad') ? exit.failed : exit.ok;
	}
});
