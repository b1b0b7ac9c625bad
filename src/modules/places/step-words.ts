/** How steps read in a history: machine and step. */
export const stepWords: Record<string, string> = {
	'place.begin': 'Ort angelegt',
	'place.award': 'ausgezeichnet',
	'place.rest': 'ruht',
	'place.resume': 'wieder aufgenommen',
	'place.revoke': 'Auszeichnung beendet',
	'tandem.propose': 'Tandem vorgeschlagen',
	'tandem.agree': 'Tandem zugesagt',
	'tandem.decline': 'Tandem abgesagt',
	'tandem.withdraw': 'Tandemvorschlag zurückgezogen',
	'tandem.end': 'Tandem beendet',
	'application.begin': 'Bewerbung begonnen',
	'application.submit': 'Bewerbung eingereicht',
	'application.withdraw': 'Bewerbung zurückgezogen',
	'application.return': 'Bewerbung zurückgegeben',
	'application.accept': 'Bewerbung vollständig',
	'application.present': 'der Jury vorgelegt',
	'application.award': 'Entscheidung: ausgezeichnet',
	'application.defer': 'Entscheidung: noch nicht',
	'application.send_back': 'zurück an die Gruppe'
};
