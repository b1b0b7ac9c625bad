/** The way of a procedure, one kind for each of its moves. */
export const kinds = {
	'procedure.publish': 'Der Aufruf wurde veröffentlicht. Kriterien, Gewichte und Fristen stehen seitdem fest.',
	'procedure.close': 'Die Frist ist abgelaufen, die Abgabe ist beendet.',
	'procedure.extend': 'Die Abgabe wurde noch einmal geöffnet, für alle gleich.',
	'procedure.unseal': 'Zwei Öffnende haben den Eingang gemeinsam geöffnet.',
	'procedure.propose': 'Die Zeit für Fragen und Einwände ist vorbei. Die genannte Gruppe ist vorgeschlagen.',
	'procedure.invite': 'Die erste Stufe ist vorbei. Wer ausgewählt wurde, kann ein Konzept abgeben.',
	'procedure.admit': 'Die Vorprüfung ist abgeschlossen. Was zugelassen ist, wird bewertet.',
	'procedure.reveal': 'Alle Einzelbewertungen liegen vor. Die Jury sieht sie jetzt gegenseitig.',
	'procedure.conclude': 'Die Prüfung ist abgeschlossen, die Empfehlung steht.',
	'procedure.recommend': 'Die Empfehlung ist ausgesprochen.',
	'procedure.decide': 'Es wurde entschieden. Alle erfahren es im selben Augenblick.',
	'procedure.grant': 'Das Haus wurde auf Zeit an die Hand gegeben.',
	'procedure.lapse': 'Die Anhandgabe ist zurückgegeben worden oder abgelaufen.',
	'procedure.sign': 'Der Vertrag ist geschlossen.',
	'procedure.build': 'Die Arbeiten am Haus haben begonnen.',
	'procedure.use': 'Das Haus ist wieder in Nutzung.',
	'procedure.cancel': 'Das Verfahren wurde aufgehoben.'
} as const;
