import { buffer } from 'node:stream/consumers';
import { openDb } from '#lib/server/db.ts';
import { takeBounce } from '#modules/people/server/take-bounce.ts';
import { command } from '../command.ts';

const words = { hard: 'kommt nicht an, dorthin geht nichts mehr', soft: 'nimmt gerade nichts an, gezählt', none: 'nichts zu tun' } as const;

export default command({
	summary: 'nimmt eine zurückgekommene Mail an (Zustellbericht auf der Standardeingabe)',
	args: {},
	options: { to: { type: 'string', value: 'ADRESSE', summary: 'an wen der Bericht ging, falls der Mailserver es nur so sagt' } },
	help: [
		'Für den Mailserver, der Post an BOUNCE_ADDRESS weiterreicht. Postfix, in /etc/aliases (mit recipient_delimiter = +):',
		'  bounce: "|cd /opt/gestaltungsraum && npm run --silent cli -- bounce"',
		'Eine Adresse, die es nicht gibt, bekommt nichts mehr; nach drei vollen Postfächern ist vierzehn Tage Pause. Wer kein Kennzeichen von hier trägt, ändert nichts.'
	].join('\n'),
	run: async ({ options, house, say, result }) => {
		const source = await buffer(process.stdin);
		const { pool } = await house();
		const bounced = await takeBounce({ db: openDb(pool), now: new Date() }, { source, to: options.to });
		say(`${bounced.email}: ${words[bounced.severity ?? 'none']}${bounced.detail ? ` (${bounced.detail})` : ''}.`);
		result(bounced);
	}
});
