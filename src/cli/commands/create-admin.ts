import { openDb } from '#lib/server/db.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { createAdmin } from '#modules/people/server/create-admin.ts';
import { command, WrongUsage } from '../command.ts';

export default command({
	summary: 'macht jemanden zur Administration, mit Konto, falls es noch keines gibt',
	args: { MAIL: 'die Mailadresse, mit der sich die Person anmeldet' },
	options: { name: { type: 'string', value: 'NAME', summary: 'Name für ein neues Konto' } },
	help: 'Beispiel: npm run cli -- create-admin vogel@stadt.de --name "Renate Vogel"\nEin zweiter Aufruf ändert nichts.',
	run: async ({ args: [given], options: { name }, house, say, result }) => {
		const email = mailAddress.safeParse(given);
		if (!email.success) throw new WrongUsage(email.error.issues[0]?.message ?? '');
		const { pool, env } = await house();
		const id = await createAdmin({ db: openDb(pool), actor: null, now: new Date() }, { email: email.data, name });
		say(`${email.data} verwaltet jetzt diese Installation. Anmelden: ${env.baseUrl}/anmelden`);
		result({ id, email: email.data, role: 'admin' });
	}
});
