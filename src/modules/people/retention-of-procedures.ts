import type { RetentionRule } from './retention-of-accounts.ts';

/** How long what is kept of concept procedures. */
export const retentionOfProcedures: readonly RetentionRule[] = [
	{
		what: 'Konzeptverfahren in Vorbereitung mit denen, die darin benannt sind (Name, Mailadresse, Aufgabe)',
		why: 'einen Aufruf vorbereiten, der Bestand hat, und allen Benannten zeigen, was sie erwartet',
		until: 'solange das Haus im Register steht; verworfene ein Jahr danach; wer benannt ist, geht mit dem Konto',
		sweep: { table: 'procedures', column: 'discarded_at', days: 365 }
	},
	{
		what: 'vertrauliche Angaben zur Akte eines Verfahrens, die nur mit einem Prüfwert öffentlich sind',
		why: 'belegen können, dass richtig entschieden wurde; in der Akte selbst stehen keine Namen',
		until: 'zehn Jahre; die Akte bleibt danach prüfbar',
		sweep: { table: 'record_secrets', column: 'at', days: 3650 }
	},
	{
		what: 'wer sich in einem Konzeptverfahren zu einer Besichtigung angemeldet hat',
		why: 'Plätze vergeben, erinnern und bei Absagen Bescheid geben',
		until: 'neunzig Tage nach dem Termin, früher mit dem Konto',
		sweep: { table: 'procedure_guests', column: 'forget_at', days: 0 }
	},
	{
		what: 'Fragen zu Aufrufen, und wer sie gestellt hat',
		why: 'antworten und Bescheid geben; wer gefragt hat, liest auch die Kommune nicht',
		until: 'die Frage mit dem Verfahren, der Name entfällt mit dem Konto; veröffentlicht wird nur die Fassung ohne Absender'
	},
	{
		what: 'wer einem Konzeptverfahren folgt',
		why: 'Bescheid geben, wenn sich etwas ändert',
		until: 'bis man nicht mehr folgt, oder mit dem Konto'
	},
	{
		what: 'Meldungen einer Gruppe zu ihrer Anhandgabe, mit Fotos',
		why: 'sehen, wie weit sie ist, und helfen, wenn es stockt',
		until: 'ein Jahr nach dem Ende ohne Vertrag, drei Jahre nach der Eröffnung; die Akte hält fest, dass gemeldet wurde',
		sweep: { table: 'option_reports', column: 'forget_at', days: 0 }
	},
	{
		what: 'was in Gesprächen zu einer Anhandgabe besprochen wurde',
		why: 'beide Seiten sollen dasselbe im Gedächtnis haben',
		until: 'ein Jahr nach dem Ende ohne Vertrag, drei Jahre nach der Eröffnung',
		sweep: { table: 'option_talks', column: 'forget_at', days: 0 }
	},
	{
		what: 'Anhandgaben mit Bedingungen, Meilensteinen, Nachfristen und Vertrag',
		why: 'nachweisen, wer ein Haus wann und warum an der Hand hatte',
		until: 'mit dem Verfahren; Namen derer, die etwas eingetragen haben, entfallen mit dem Konto'
	},
	{
		what: 'Ergebnisse von Konzeptverfahren: Empfehlung, Entscheidung, Lose, Briefe an die Gruppen und Einwände mit den Antworten',
		why: 'eine Vergabe begründen und nachprüfen können',
		until:
			'solange das Verfahren aufbewahrt wird; wer empfahl, entschied, loste oder einen Einwand erhob, steht nach dem Löschen des Kontos ohne Namen darin'
	},
	{
		what: 'Prüfung, Erklärungen zur Befangenheit, Punkte mit Begründung und Notizen der Jurysitzung zu Konzepten',
		why: 'nachweisen können, dass ein Haus nach den veröffentlichten Kriterien vergeben wurde',
		until:
			'solange es die Akte des Verfahrens gibt; Namen von Konten entfallen mit dem Konto, wer in der Jury saß, bleibt wie im Verfahren benannt'
	},
	{
		what: 'Konzepte, die nie abgegeben oder zurückgezogen wurden, mit Texten, Zahlen und Dateien',
		why: 'weiterschreiben, wenn es für alle mehr Zeit gibt, und nachsehen, was war',
		until: 'neunzig Tage nach der Frist oder dem Zurückziehen; wer schreibt, kann sie vorher wegwerfen',
		sweep: { table: 'concepts', column: 'forget_at', days: 0 }
	},
	{
		what: 'abgegebene Konzepte mit Ansprechperson und Dateien, bis zur Öffnung verschlossen',
		why: 'vergleichen, entscheiden und die Vergabe nachweisen',
		until: 'mit der Akte des Verfahrens; wird es vor der Öffnung aufgehoben, neunzig Tage danach'
	}
];
