/** What is kept, why and how long. */
export type RetentionRule = {
	what: string;
	why: string;
	/** As people read it. */
	until: string;
	/** What the nightly job deletes: rows whose moment in `column` lies `days` back. Without it something else ends them, and `until` says what. */
	sweep?: {
		table: string;
		column: string;
		days: number;
		/** Only rows in which nothing stands here: what was never decided. */ whileEmpty?: string;
	};
};

/** What belongs to an account, whatever somebody does with it. */
export const retentionOfAccounts: readonly RetentionRule[] = [
	{
		what: 'Name und Mailadresse',
		why: 'Konto, Anmelden, Nachrichten',
		until: 'bis zum Löschen des Kontos, das jede Person selbst kann'
	},
	{
		what: 'Sitzungen mit Gerät („Firefox, Windows“)',
		why: 'angemeldet bleiben und fremde Geräte erkennen',
		until: 'bis zum Abmelden, sonst dreißig Tage nach dem letzten Besuch',
		sweep: { table: 'sessions', column: 'expires_at', days: 0 }
	},
	{
		what: 'Anmeldungen: wann, auf welchem Weg, mit welchem Gerät',
		why: 'selbst nachsehen können, ob jemand Fremdes im Konto war',
		until: 'neunzig Tage',
		sweep: { table: 'sign_ins', column: 'at', days: 90 }
	},
	{
		what: 'begonnene Anmeldungen bei Anmeldediensten (nur ein Prüfwert)',
		why: 'die Antwort genau einmal und nur im selben Browser annehmen',
		until: 'zehn Minuten gültig, nachts gelöscht',
		sweep: { table: 'sign_in_states', column: 'expires_at', days: 0 }
	},
	{
		what: 'Wechsel der Mailadresse: alte und neue',
		why: 'die neue bestätigen, und zurück zur alten, wenn jemand Fremdes es war',
		until: 'ein Tag zum Bestätigen, dann sieben zum Zurücknehmen; nach acht gelöscht',
		sweep: { table: 'mail_changes', column: 'created_at', days: 8 }
	},
	{
		what: 'Kennung bei verbundenen Anmeldediensten',
		why: 'wer dort angemeldet ist, kommt in das eigene Konto',
		until: 'bis die Person sie trennt oder das Konto gelöscht wird'
	},
	{
		what: 'Anmeldelinks (nur ihr Prüfwert)',
		why: 'anmelden per Mail und sagen können, dass ein Link schon benutzt wurde',
		until: 'einen Tag nach ihrem Ablauf',
		sweep: { table: 'sign_in_links', column: 'expires_at', days: 1 }
	},
	{
		what: 'Passwort (Prüfwert), Passkeys (öffentlicher Teil), zweiter Faktor (verschlossen), Wiederherstellungscodes (Prüfwerte)',
		why: 'das Konto verschließen',
		until: 'bis sie jemand entfernt oder das Konto gelöscht wird'
	},
	{
		what: 'Fragen an Passkeys',
		why: 'eine Antwort genau einmal annehmen',
		until: 'fünf Minuten gültig, nachts gelöscht',
		sweep: { table: 'passkey_challenges', column: 'expires_at', days: 0 }
	},
	{
		what: 'gezählte Versuche, unter einem täglich wechselnden Prüfwert statt der Adresse',
		why: 'Raten und Überfluten verhindern',
		until: 'ihr Zeitfenster (höchstens einen Tag), nachts gelöscht',
		sweep: { table: 'attempts', column: 'ends_at', days: 0 }
	},
	{
		what: 'Liste verschickter Mails ohne Inhalt',
		why: 'Zustellfehler finden',
		until: 'dreißig Tage',
		sweep: { table: 'mails', column: 'created_at', days: 30 }
	},
	{
		what: 'Adressen, von denen Mails zurückkamen, mit dem Grund',
		why: 'dorthin nichts mehr schicken',
		until: 'bis die Person sagt, dass die Adresse stimmt, sonst zwei Jahre',
		sweep: { table: 'address_troubles', column: 'updated_at', days: 730 }
	},
	{
		what: 'wie viel Zeit jemand gibt, auf welchem Weg was kommt, Abwesenheit und Vertretung',
		why: 'ein Wochenbrief statt vieler Mails',
		until: 'bis zur Änderung; Abwesenheiten enden mit ihrem letzten Tag und sind dreißig Tage später gelöscht',
		sweep: { table: 'absences', column: 'ends_at', days: 30 }
	},
	{
		what: 'wann ein Wochenbrief kam und wie lang er war',
		why: 'niemandem zweimal in der Woche schreiben',
		until: 'ein Jahr',
		sweep: { table: 'briefs', column: 'created_at', days: 365 }
	},
	{
		what: 'Neuigkeiten und Fragen im Konto mit den Antworten',
		why: 'zeigen, was passt und wer sich meldet; denen, die gefragt haben, die Antwort geben',
		until: 'ein Jahr',
		sweep: { table: 'notices', column: 'created_at', days: 365 }
	},
	{
		what: 'Entwürfe',
		why: 'nichts Getipptes verlieren',
		until: 'bis zum Absenden oder Verwerfen, sonst ein Jahr nach der letzten Änderung',
		sweep: { table: 'drafts', column: 'updated_at', days: 365 }
	},
	{
		what: 'widerrufene Schlüssel für Programme (nur ihr Prüfwert)',
		why: 'nachsehen können, welcher es war',
		until: 'neunzig Tage nach dem Widerruf',
		sweep: { table: 'api_keys', column: 'revoked_at', days: 90 }
	}
];
