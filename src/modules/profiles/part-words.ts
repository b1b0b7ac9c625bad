import type { PartKind } from './parts.ts';

/** How the parts of a profile are asked for: names, leads, fields; the address word of each kind. */

type Label = { label: string; hint?: string; rows?: number; type?: 'url' | 'number'; required?: boolean };
export type PartWords = {
	/** "Stimmen", the page in the office. */
	many: string;
	/** "Stimme", one of them. */
	one: string;
	lead: string;
	/** There is one of it, not a list. */
	isSingle?: boolean;
	fields: Record<string, Label>;
};

const formatting = 'Eine Leerzeile beginnt einen neuen Absatz, „- “ am Zeilenanfang eine Liste. Adressen werden zu Links.';

export const partWords: Record<PartKind, PartWords> = {
	intro: {
		many: 'Vorstellung',
		one: 'Vorstellung',
		lead: 'Der erste Satz, den Fremde von Ihnen lesen, und ein paar Zeilen dazu, wer Sie sind.',
		isSingle: true,
		fields: {
			title: { label: 'Ein Satz, der bleibt', hint: 'zum Beispiel „Eine kleine Stadt mit einem großen Marktplatz“', required: true },
			text: { label: 'Das sind wir', hint: formatting, rows: 8, required: true }
		}
	},
	frame: {
		many: 'Eckdaten',
		one: 'Eckdaten',
		lead: 'Einwohner, Fläche und Leerstand kommen aus dem amtlichen Register. Hier steht, was das Register nicht weiß.',
		isSingle: true,
		fields: {
			districtCount: { label: 'Zahl der Ortsteile', type: 'number' },
			insekYear: {
				label: 'Jahr des INSEK',
				hint: 'des integrierten städtebaulichen Entwicklungskonzepts, oder eines vergleichbaren',
				type: 'number'
			},
			insekUrl: { label: 'Link zum Konzept', type: 'url' },
			cooperationSince: {
				label: 'Zusammenarbeit seit',
				hint: 'Jahr, in dem Sie angefangen haben, mit anderen an Leerstand zu arbeiten',
				type: 'number'
			},
			podcastUrl: { label: 'Podcast-Folge über Sie', hint: 'Öffnet sich beim Anbieter, erst wenn jemand darauf klickt.', type: 'url' }
		}
	},
	fact: {
		many: 'Besonderheiten',
		one: 'Besonderheit',
		lead: 'Was es so nur bei Ihnen gibt: ein Schutzgebiet, ein Bahnhof, ein Planetarium.',
		fields: {
			title: { label: 'In wenigen Wörtern', required: true },
			text: { label: 'Ein Satz dazu', rows: 2 }
		}
	},
	standing: {
		many: 'Hier stehen wir',
		one: 'Abschnitt',
		lead: 'Was gelungen ist, was nicht, und woran Sie gerade sitzen. Die Überschriften wählen Sie selbst, zum Beispiel Partizipation, Zwischennutzung, ehemalige Industrie als Chance.',
		fields: {
			title: { label: 'Überschrift', required: true },
			text: { label: 'Text', hint: formatting, rows: 9, required: true },
			picture: { label: 'Bild daneben' }
		}
	},
	next: {
		many: 'Das haben wir noch vor',
		one: 'Vorhaben',
		lead: 'Die nächsten Schritte, auch die unfertigen. Wer liest, soll mitdenken können.',
		fields: {
			title: { label: 'Überschrift', required: true },
			text: { label: 'Text', hint: formatting, rows: 6, required: true }
		}
	},
	project: {
		many: 'Projekte, mit denen es anfing',
		one: 'Projekt',
		lead: 'Häuser und Vorhaben, auf die Sie stolz sind. Aus der Art des Hauses entsteht die Zeichnung.',
		fields: {
			title: { label: 'Name', required: true },
			text: { label: 'In drei Sätzen', rows: 4, required: true },
			house: { label: 'Art des Hauses' },
			year: { label: 'Seit', type: 'number' },
			website: { label: 'Website', type: 'url' }
		}
	},
	voice: {
		many: 'Stimmen',
		one: 'Stimme',
		lead: 'Ein Satz, ein Name, eine Aufgabe. Zu sehen erst, wenn die Person genau diesen Wortlaut freigegeben hat.',
		fields: {
			text: { label: 'Was gesagt wurde', rows: 4, required: true },
			name: { label: 'Name', required: true },
			function: { label: 'Aufgabe', hint: 'zum Beispiel „Ortsvorsteherin“', required: true }
		}
	},
	picture: {
		many: 'Bilder',
		one: 'Bild',
		lead: 'Das erste Bild steht groß am Anfang der Seite. Aufnahmeort, Gerät und Uhrzeit aus der Kamera bleiben draußen.',
		fields: {
			alt: { label: 'Bildbeschreibung', hint: 'Was ist zu sehen? Ein Satz, auch für Menschen, die das Bild nicht sehen.', required: true },
			caption: { label: 'Bildunterschrift' },
			credit: { label: 'Bild von', required: true }
		}
	},
	recording: {
		many: 'Aufnahmen',
		one: 'Aufnahme',
		lead: 'Gespräche und kurze Filme, von hier abgespielt und von niemandem sonst. Ohne Text zum Mitlesen erscheint keine.',
		fields: {
			title: { label: 'Titel', required: true },
			speakers: { label: 'Wer spricht', hint: 'zum Beispiel „Bürgermeisterin im Gespräch mit einer Schülerin“' },
			transcript: {
				label: 'Text zum Mitlesen',
				hint: 'Alles Gesprochene und wichtige Geräusche. Sie können ihn nachreichen; veröffentlicht wird erst mit ihm.',
				rows: 12
			}
		}
	}
};

/** Address word to kind: `/buero/profil/{slug}/teile/{teil}`; their order is that of the page. */
export const partAddresses: Record<string, PartKind> = {
	vorstellung: 'intro',
	eckdaten: 'frame',
	besonderheiten: 'fact',
	'hier-stehen-wir': 'standing',
	'noch-vor': 'next',
	projekte: 'project',
	stimmen: 'voice',
	bilder: 'picture',
	aufnahmen: 'recording'
};
export const addressOf = (kind: PartKind): string => Object.keys(partAddresses).find((word) => partAddresses[word] === kind) ?? '';
