import { openDb } from '#lib/server/db.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { resetSecondFactorByHand } from '#modules/people/server/reset-second-factor-by-hand.ts';
import { command, WrongUsage } from '../command.ts';

export default command({
	summary: 'nimmt jemandem den zweiten Faktor, wenn Telefon und Codes verloren sind',
	args: { MAIL: 'die Mailadresse, mit der sich die Person anmeldet' },
	options: {},
	help: 'Alle Sitzungen der Person enden. Bei der nächsten Anmeldung richtet sie einen neuen zweiten Faktor ein.\nBitte vorher vergewissern, wer fragt.',
	run: async ({ args: [given], house, say, result }) => {
		const email = mailAddress.safeParse(given);
		if (!email.success) throw new WrongUsage(email.error.issues[0]?.message ?? '');
		const { pool } = await house();
		const id = await resetSecondFactorByHand({ db: openDb(pool), actor: null, now: new Date() }, email.data);
		say(`Der zweite Faktor von ${email.data} ist zurückgesetzt, alle Sitzungen sind beendet.`);
		result({ id, email: email.data });
	}
});
