/** "5 Stunden", "3 Tage"; null when too few cases were measured to say. */
export function hoursText(hours: number | null): string | null {
	if (hours === null) return null;
	if (hours < 36) return hours < 1.5 ? 'eine Stunde' : `${Math.round(hours)} Stunden`;
	return `${Math.round(hours / 24)} Tage`;
}

/** What happened, by machine and step. */
export const stepWords: Record<string, string> = {
	'case.open': 'eröffnet',
	'case.accept': 'angenommen',
	'case.clarify': 'in Klärung',
	'case.mediate': 'in Vermittlung',
	'case.award': 'ins Verfahren gegeben',
	'case.sleep': 'ruht',
	'case.wake': 'aufgewacht',
	'case.close': 'abgeschlossen',
	'case.reject': 'zurückgewiesen',
	'case.reopen': 'wieder geöffnet',
	'case.hand_over': 'übergeben',
	'recommendation.begin': 'Empfehlung angefangen',
	'recommendation.block': 'Empfehlung hängt fest',
	'recommendation.done': 'Empfehlung erledigt',
	'recommendation.not_useful': 'Empfehlung hilft nicht',
	'recommendation.already_done': 'Empfehlung war schon erledigt',
	'recommendation.resume': 'Empfehlung wieder aufgenommen',
	'viewing.cancel': 'Termin abgesagt',
	'viewing.hold': 'Termin hat stattgefunden',
	'introduction.propose': 'Bekanntschaft vorgeschlagen',
	'introduction.agree': 'zur Bekanntschaft zugesagt',
	'introduction.decline': 'Bekanntschaft abgelehnt'
};

/** "12 KB", "1,4 MB" */
export const sizeText = (bytes: number): string =>
	bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
