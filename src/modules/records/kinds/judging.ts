/**
 * What the record says of checking and scoring. Facts name a concept by its number and never say who, which points or why; that is sealed.
 * `concept`: its number; `concepts`, `reviews`, `told`: how many; `until`, `at`: a moment; `condition`: its id in the call; `counts`: yes or no; `reason`: where the sentence says that everybody reads it.
 */
export const kinds = {
	'candidate.checked': 'Die Bedingungen eines Konzepts wurden geprüft.',
	'candidate.excluded': 'Ein Konzept wurde ausgeschlossen.',
	'candidate.file_replaced': 'Für das erste Lesen wurde eine Datei ohne Namen hinterlegt.',
	'candidate.readmitted': 'Ein ausgeschlossenes Konzept wurde wieder aufgenommen.',
	'candidate.redacted': 'Es wurde festgelegt, was beim ersten Lesen verborgen bleibt.',
	'conflict.declared': 'Jemand hat erklärt, ob Befangenheit besteht.',
	'conflict.set': 'Die Leitung hat eine Befangenheit festgestellt oder zurückgenommen.',
	'deliberation.noted': 'Zu einem Konzept wurde aufgeschrieben, was besprochen wurde.',
	'dialogue.cancelled': 'Ein Gespräch zwischen den Stufen wurde abgesagt.',
	'dialogue.held': 'Mit einer ausgewählten Gruppe wurde gesprochen. Sie hat die Niederschrift.',
	'dialogue.planned': 'Eine ausgewählte Gruppe wurde zum Gespräch eingeladen.',
	'juror.substituted': 'Eine Vertretung wertet anstelle eines Jurymitglieds.',
	'juror.withdrawal_decided': 'Entschieden wurde, ob die Stimmen eines ausgeschiedenen Jurymitglieds zählen.',
	'juror.withdrawn': 'Jemand ist aus der Jury ausgeschieden.',
	'jury.reminded': 'Die Jury wurde erinnert.',
	'presentation.cancelled': 'Die Vorstellung eines Konzepts wurde abgesagt.',
	'presentation.planned': 'Eine Gruppe wurde zur Vorstellung eingeladen.',
	'review.abstained': 'Festgehalten wurde, dass zu einem Konzept eine Stimme fehlt.',
	'review.submitted': 'Eine Bewertung wurde abgegeben.',
	'score.changed': 'Jemand hat in der Jurysitzung die eigenen Punkte geändert, mit Begründung.',
	'scores.locked': 'Die Punkte wurden festgeschrieben.',
	'scores.reopened': 'Festgeschriebene Punkte wurden wieder geöffnet; der Grund ist für alle lesbar.',
	'supplement.answered': 'Eine Gruppe hat nachgereicht, was fehlte.',
	'supplement.requested': 'Von einer Gruppe wurde etwas nachgefordert, mit Frist.'
} as const;
