import { retentionOfProcedures } from './retention-of-procedures.ts';
import { retentionOfAccounts, type RetentionRule } from './retention-of-accounts.ts';

/** How long what is kept: the nightly job (`server/keep-retention.ts`) and the public page are both made of this list. */
export const retention: readonly RetentionRule[] = [
	...retentionOfAccounts,
	...retentionOfProcedures,
	{
		what: 'Nachrichten an Ansprechpersonen mit ihren Antworten',
		why: 'fragen, antworten und messen, wie schnell geantwortet wird',
		until: 'unbestätigt zwei Wochen, sonst ein Jahr nach dem letzten Wort; wer sie schrieb, kann sie jederzeit löschen',
		sweep: { table: 'messages', column: 'expires_at', days: 0 }
	},
	{
		what: 'Meldungen leerer Häuser mit Foto, Ort, Text und, wenn angegeben, Mailadresse',
		why: 'prüfen, ob ein Haus leer steht, und antworten; öffentlich ist davon nichts',
		until:
			'angefangene einen Tag, Missbrauch und Zurückgezogenes dreißig Tage, sonst ein Jahr nach dem Abschluss; wer gemeldet hat, kann Adresse und Meldung vorher löschen',
		sweep: { table: 'reports', column: 'forget_at', days: 0 }
	},
	{
		what: 'Hinweise auf rechtswidrige Inhalte mit Begründung, Namen und Mailadresse',
		why: 'den Hinweis prüfen, bestätigen und die Entscheidung mitteilen (Art. 16 der Verordnung (EU) 2022/2065)',
		until: 'ein Jahr nach der Entscheidung',
		sweep: { table: 'content_notices', column: 'forget_at', days: 0 }
	},
	{
		what: 'Entscheidungen über Inhalte mit Begründung, Wortlaut und Beschwerde',
		why: 'begründen und nachweisen, was warum eingeschränkt wurde (Art. 17 der Verordnung (EU) 2022/2065)',
		until: 'drei Jahre nach dem Abschluss; der Name entfällt mit dem Konto',
		sweep: { table: 'content_matters', column: 'forget_at', days: 0 }
	},
	{
		what: 'von welchem Konto bis wann nichts veröffentlicht wird',
		why: 'wiederholten Missbrauch verhindern',
		until: 'ein Jahr nach dem letzten Tag, oder mit dem Konto',
		sweep: { table: 'publishing_bars', column: 'until', days: 365 }
	},
	{
		what: 'Gespräche mit Nachrichten und Dateien, dazu gemeldete Nachrichten mit ihrem Wortlaut',
		why: 'miteinander sprechen, ohne Adressen zu tauschen; Missbrauch prüfen',
		until: 'zwei Jahre nach dem letzten Wort; wer das Konto löscht, geht, die Nachrichten bleiben den anderen ohne den Namen',
		sweep: { table: 'conversations', column: 'last_at', days: 730 }
	},
	{
		what: 'wen jemand blockiert hat',
		why: 'in Ruhe gelassen werden; die andere Seite erfährt davon nichts',
		until: 'bis die Person es aufhebt oder eines der beiden Konten gelöscht wird'
	},
	{
		what: 'Fälle mit Beteiligten, Notizen, Empfehlungen, Unterlagen und Terminen',
		why: 'Menschen und leere Häuser zusammenbringen und nachvollziehen können, wie es dazu kam',
		until: 'drei Jahre nach dem Ende des Falls; wer beteiligt ist, geht mit dem Konto',
		sweep: { table: 'cases', column: 'closed_at', days: 1096 }
	},
	{
		what: 'Gruppen mit ihren Menschen, Aufgaben, Bedarf und Unterlagen',
		why: 'gemeinsam mit einem Haus etwas vorhaben',
		until: 'ein Jahr nach der Auflösung; wer die Gruppe verlässt oder das Konto löscht, ist sofort heraus',
		sweep: { table: 'groups', column: 'dissolved_at', days: 365 }
	},
	{
		what: 'Einladungen in Gruppen, bis zur Antwort mit Mailadresse',
		why: 'jemanden in eine Gruppe holen und sagen können, dass der Link schon benutzt wurde',
		until: 'dreißig Tage nach ihrem Ablauf',
		sweep: { table: 'group_invitations', column: 'expires_at', days: 30 }
	},
	{
		what: 'Anfragen, bei einer Gruppe mitzumachen, mit der Antwort',
		why: 'anklopfen und antworten',
		until: 'neunzig Tage nach der Antwort, sonst mit der Gruppe oder dem Konto',
		sweep: { table: 'group_knocks', column: 'decided_at', days: 90 }
	},
	{
		what: 'Einladungen einer Kommune an Gesuche, eine Gruppe zu bilden, und wer ja oder nein gesagt hat',
		why: 'einen Nutzungsmix anbieten, ohne Namen weiterzugeben',
		until: 'ein Jahr',
		sweep: { table: 'group_mixes', column: 'at', days: 365 }
	},
	{
		what: 'wer in welchem Monat eine Beratung angefragt hat (der Wortlaut ist eine Nachricht)',
		why: 'zählen, wie viele Plätze ein Angebot noch hat',
		until: 'ein Jahr, oder mit dem Konto',
		sweep: { table: 'advice_places', column: 'created_at', days: 365 }
	},
	{
		what: 'Fachleute im Verzeichnis der Beratung: Name, Können, Sprachen, und wie sie zugestimmt haben',
		why: 'jemanden finden, der sich auskennt, mit Einwilligung (Art. 7 Abs. 1 DSGVO)',
		until: 'bis die Organisation sie herausnimmt: dann sofort fort, samt der Einwilligung'
	},
	{
		what: 'Einladungen an Kolleg:innen mit Mailadresse',
		why: 'jemandem einen Platz anbieten und sagen können, dass der Link schon benutzt wurde',
		until: 'dreißig Tage nach ihrem Ablauf',
		sweep: { table: 'invitations', column: 'expires_at', days: 30 }
	},
	{
		what: 'Ansprüche auf eine Kommune, über die nicht entschieden wurde',
		why: 'prüfen, wer für die Kommune handeln darf',
		until: 'ein halbes Jahr nach der Anmeldung',
		sweep: { table: 'claims', column: 'created_at', days: 183, whileEmpty: 'decided_at' }
	},
	{
		what: 'entschiedene Ansprüche mit Begründung',
		why: 'nachweisen, weshalb jemand für eine Kommune handeln darf oder nicht',
		until: 'drei Jahre nach der Entscheidung',
		sweep: { table: 'claims', column: 'decided_at', days: 1096 }
	},
	{
		what: 'Gesuche und Profile von Gruppen',
		why: 'passende Räume finden',
		until: 'bis sie beendet werden oder ihre Frist abläuft; gelöscht mit dem Konto'
	},
	{
		what: 'Häuser und Räume mit ihren Zustimmungen, Ankündigungen und Widersprüchen',
		why: 'Register der Kommune und Nachweis, dass gezeigt werden durfte (Art. 7 Abs. 1 DSGVO)',
		until: 'solange die Kommune das Register führt; zurückgezogene Einträge sind sofort unsichtbar, der Name entfällt mit dem Konto'
	},
	{
		what: 'Eigentümer:innen leerer Häuser: Name, Anschrift, Kontakt, Eigentumsverhältnis, Haltung, Briefe an sie und ihre Antworten',
		why: 'mit Eigentümer:innen sprechen, beraten und vermitteln (Art. 6 Abs. 1 DSGVO, Grundlage und Herkunft stehen je Person dabei)',
		until:
			'bis zum Löschdatum, das je Person eingetragen ist, höchstens zehn Jahre; auf Wunsch sofort. Zahlen abgeschlossener Anschreiben bleiben ohne Personen',
		sweep: { table: 'owners', column: 'purge_on', days: 0 }
	},
	{
		what: 'wer sich bei einem Leerstandsspaziergang für welches Haus interessiert hat: Name, Mailadresse, eigene Worte',
		why: 'ansprechen, wer mehr wissen möchte (Einwilligung, auf der Seite oder auf dem Blatt)',
		until: 'zwei Jahre, früher mit dem Konto oder auf Wunsch; was ein Fall geworden ist, steht dort',
		sweep: { table: 'tour_interests', column: 'at', days: 730 }
	},
	{
		what: 'wie jemand einen Leerstandsspaziergang fand',
		why: 'den nächsten besser machen; das Büro liest es ohne Namen',
		until: 'zwei Jahre, früher mit dem Konto',
		sweep: { table: 'tour_feedback', column: 'at', days: 730 }
	},
	{
		what: 'Stimmen in Geschichten: Satz, Name, Aufgabe',
		why: 'zeigen, was Menschen selbst sagen, mit ihrer Freigabe',
		until: 'bis die Freigabe zurückgenommen wird: dann sofort von der öffentlichen Seite; sonst mit der Geschichte'
	},
	{
		what: 'Stimmen in Kommunenprofilen: Satz, Name, Aufgabe, Foto',
		why: 'zeigen, was Menschen vor Ort sagen, mit ihrer Freigabe',
		until:
			'bis die Freigabe zurückgenommen wird: dann sofort fort, auch aus allen früheren Fassungen; sonst mit der fünfzigsten neueren Fassung'
	},
	{
		what: 'Bewerbungen von Orten mit Belegen, und die Urteile der Jury mit ihren Gründen',
		why: 'Auszeichnungen nachvollziehen und beim nächsten Mal vergleichen können',
		until: 'solange der Ort besteht; Namen entfallen mit dem Konto, zurückgezogene Bewerbungen bleiben nur der Gruppe und dem Netzwerkbüro'
	},
	{
		what: 'wer einen Ort in einer Lerngruppe vertritt (Name und Mailadresse)',
		why: 'die Orte der Gruppe sollen einander erreichen',
		until: 'bis der Ort die Lerngruppe verlässt, dann sofort vergessen'
	},
	{
		what: 'Anträge auf Aufnahme in ein Netzwerk mit Ansprechperson, Notizen und Stimmen',
		why: 'über die Aufnahme entscheiden und es begründen können',
		until: 'solange es das Netzwerk gibt; Entwürfe, an denen niemand mehr schreibt, ein Jahr. Die Ansprechperson ändert die Kommune selbst'
	},
	{
		what: 'wer wann gefragt wurde, ob ein Eintrag noch stimmt, und was geantwortet wurde',
		why: 'niemanden zu oft fragen, und belegen können, worauf eine Angabe beruht',
		until: 'zwei Jahre nach der Frage, früher mit dem Eintrag oder dem Konto',
		sweep: { table: 'freshness_asks', column: 'asked_at', days: 730 }
	},
	{
		what: 'wer wann was geändert hat',
		why: 'Nachvollziehbarkeit von Entscheidungen der Verwaltung',
		until: 'mit dem Vorgang; der Name entfällt mit dem Konto'
	},
	{
		what: 'Rechnungen mit Anschrift und Zahlungen, dazu gebuchte Umsätze aus Kontoauszügen',
		why: 'Aufbewahrung von Buchungsbelegen (§ 147 AO)',
		until: 'acht Jahre nach dem Ende ihres Jahres',
		sweep: { table: 'invoices', column: 'keep_until', days: 1 }
	},
	{
		what: 'Umsätze aus Kontoauszügen, die zu keiner Rechnung gehören',
		why: 'eine Zuordnung noch ändern können',
		until: 'neunzig Tage nach der Entscheidung',
		sweep: { table: 'bank_entries', column: 'keep_until', days: 0 }
	}
];
