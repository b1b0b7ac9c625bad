import { angermuende, marktleuthen, neukirchen } from '#testing/cast.ts';
import type { DemoPlace } from './demo-place.ts';

export const emerging: DemoPlace[] = [
	{
		...{ slug: 'werkhof-angermuende', name: 'Werkhof', ags: angermuende, state: 'emerging' },
		group: { name: 'Werkhof Angermünde', kind: 'initiative', slug: 'werkhof-angermuende' },
		profile: {
			summary: 'Sieben Leute machen aus einer leeren Schlosserei eine offene Werkstatt mit Café, zuerst auf Zeit, dann für immer.',
			projectText:
				'Noch ist es eine Halle mit Pfützen und sehr guter Akustik. Seit dem Frühjahr dürfen wir das vordere Drittel auf Zeit nutzen.\n\nJeden ersten Samstag ist Reparaturtag. Beim letzten kamen 64 Menschen und ein Hund mit kaputtem Wagen.',
			locationText: 'Hinter dem Marktplatz, durch die Toreinfahrt neben der Apotheke.',
			infrastructure: ['Bahnhof 900 m', 'Starkstrom', 'Hof mit Linde'],
			offers: {
				open: 'Reparaturtag am ersten Samstag im Monat, 10 bis 16 Uhr.',
				craft: 'Holz und Fahrrad, nach Absprache auch unter der Woche.',
				supply: 'Kaffee und Suppe am Reparaturtag, auf Spendenbasis.'
			},
			foundingHistory:
				'Eine Tischlerin, ein Fahrradmechaniker, eine Köchin und vier, die nicht stillsitzen können: kennengelernt beim Leerstandsspaziergang.',
			vision: 'Die ganze Halle, ein Café mit Fenster zur Straße, darüber zwei Wohnungen für Leute, die eine Weile mitmachen.',
			progress: 'Nutzungsvertrag auf Zeit, Satzung entworfen, Strom liegt, 38 Mitglieder sagen zu.',
			hurdles: 'Für die Baugenehmigung brauchen wir einen Stellplatznachweis. Wir haben einen Hof, aber er ist zwei Meter zu schmal.',
			funFact: 'Der Amboss in der Ecke wiegt 214 Kilo. Deshalb steht er noch da.',
			...{ completionYear: 2028, residentCount: 7, ageStructure: '24 bis 58 Jahre', legalForm: 'forming', housingForm: 'planned' },
			...{ developmentPartners: ['Stadt Angermünde'], bookable: ['workshop'], houseKind: 'workshop' }
		},
		contact: { name: 'Amira Haddad', email: 'amira@werkhof.example' }
	},
	{
		...{ slug: 'kulturbahnhof-marktleuthen', name: 'Kulturbahnhof', ags: marktleuthen, state: 'emerging' },
		group: { name: 'Kulturbahnhof Fichtelgebirge', kind: 'association', slug: 'kulturbahnhof-fichtelgebirge' },
		profile: {
			summary: 'Eine Bühne dort, wo der letzte Zug um sechs fährt: Das Kollektiv probt schon, das Dach tropft noch.',
			projectText:
				'Wir spielen seit vier Jahren in Scheunen, Garagen und einmal in einem Linienbus. Jetzt wollen wir bleiben.\n\nDer Bahnhof ist gekauft, die Gleise sind noch in Betrieb, und der Fahrplan ist unser Spielplan.',
			locationText: 'Am Bahnhof, der Zug hält stündlich.',
			infrastructure: ['Gleisanschluss', 'Lagerhalle 120 m²'],
			offers: { culture: 'Offene Probe am letzten Freitag im Monat.', open: 'Baustellencafé, solange Licht da ist.' },
			foundingHistory: 'Aus einer Anzeige: „Bühne gesucht, Dach nicht zwingend.“',
			vision: 'Sechzig Plätze, eine Werkstatt für Bühnenbild, ein Schlafsaal für Gastspiele.',
			progress: 'Kaufvertrag unterschrieben, Dach zur Hälfte neu, Bauantrag gestellt.',
			hurdles: 'Versammlungsstätte und Bahnbetrieb: zwei Behörden, zwei Brandschutzkonzepte, ein Haus.',
			...{
				completionYear: 2027,
				residentCount: 12,
				ageStructure: '19 bis 63 Jahre',
				legalForm: 'association',
				houseKind: 'railway_station'
			}
		},
		contact: { name: 'Jonas Weber', email: 'jonas@kulturbahnhof.example' }
	},
	{
		...{ slug: 'stellwerk-neukirchen', name: 'Stellwerk 3', ags: neukirchen, state: 'emerging' },
		group: { name: 'Stellwerk Neukirchen e. V.', kind: 'association', slug: 'stellwerk-neukirchen' },
		profile: {
			summary: 'Eine Weberei wird Makerhof: drei Etagen, drei Generationen, ein Aufzug, der bald fährt.',
			projectText:
				'Die Webstühle sind fort, die Transmission ist noch da. Wir bauen Etage für Etage aus, und jede fertige Etage bezahlt die nächste.\n\nDas Erdgeschoss läuft seit einem Jahr.',
			locationText: 'In der Ortsmitte, an der Würschnitz.',
			infrastructure: ['Bus 182', 'Ladepunkt', 'Lastenaufzug (im Bau)'],
			offers: {
				craft: 'Textilwerkstatt, Siebdruck, Nähkurse.',
				working: 'Fünf Ateliers, acht Schreibtische.',
				learning: 'Technikclub für Kinder, mittwochs.'
			},
			vision: 'Oben wohnen, unten arbeiten, in der Mitte einander helfen.',
			progress: 'Erdgeschoss vermietet, erste Etage im Trockenbau, Finanzierung für die zweite steht zu zwei Dritteln.',
			hurdles: 'Der Aufzug kostet so viel wie eine Etage. Wir haben lange so getan, als brauchten wir ihn nicht.',
			...{ completionYear: 2029, residentCount: 21, ageStructure: '17 bis 82 Jahre', legalForm: 'association', housingForm: 'planned' },
			...{ bookable: ['workshop', 'coworking'], houseKind: 'factory_hall' }
		},
		contact: { name: 'Maik Oehme', email: 'hallo@stellwerk3.example' }
	},
	{
		...{ slug: 'pfarrhaus-selb', name: 'Offenes Pfarrhaus', ags: '09479152', state: 'emerging' },
		group: { name: 'Kirchspiel Offene Kirche Selb', kind: 'church', slug: 'kirchspiel-offene-kirche-selb' },
		profile: {
			summary: 'Ein Pfarrhaus ohne Pfarrer: unten ein Wohnzimmer für die Stadt, oben drei Zimmer für Menschen, die neu anfangen.',
			projectText:
				'Das Haus war zu groß für eine Familie und zu schön für den Verkauf. Die drei Gemeinden haben es behalten und die Schlüssel verteilt.\n\nSeit Ostern steht die Tür an vier Tagen offen.',
			locationText: 'Neben der Stadtkirche, am Martin-Luther-Platz.',
			offers: {
				open: 'Wohnzimmer der Stadt, Dienstag bis Freitag.',
				care: 'Begleitung beim Ankommen, mit und ohne Termin.',
				living: 'Drei Zimmer auf Zeit.'
			},
			vision: 'Ein Garten ohne Zaun, in dem auch die wohnen, die keinen haben.',
			progress: 'Erdgeschoss offen, erste Bewohnerin eingezogen, Heizung getauscht.',
			hurdles: 'Wer schließt abends ab? Wir haben ein halbes Jahr gestritten und dann sieben Schlüssel nachgemacht.',
			...{
				completionYear: 2026,
				residentCount: 3,
				legalForm: 'other',
				housingForm: 'trial',
				bookable: ['seminar'],
				houseKind: 'church_parish'
			}
		},
		contact: { name: 'Annegret Fuchs', email: 'offen@kirchspiel-selb.example' }
	},
	{
		...{ slug: 'konsum-prenzlau', name: 'Konsum am Markt', ags: '12073452', state: 'emerging' },
		group: { name: 'Quartier am Markt', kind: 'other', slug: 'quartier-am-markt' },
		profile: {
			summary: 'Vier leere Läden, eine Wand dazwischen weniger: Markthalle für Kleinsterzeuger und Bühne für Mittagspausen.',
			projectText:
				'Wir mieten nicht einzelne Läden, sondern das ganze Erdgeschoss. So trägt der Laden, der läuft, den mit, der noch übt.\n\nZwölf Stände sind vergeben, der dreizehnte bleibt immer frei für eine Woche Ausprobieren.',
			locationText: 'Am Marktberg, zwischen Bücherei und Apotheke.',
			infrastructure: ['Bushaltestelle vor der Tür', 'Kühlraum'],
			offers: {
				supply: 'Markthalle von Mittwoch bis Samstag.',
				culture: 'Musik zur Mittagspause, donnerstags.',
				working: 'Stand auf Probe, eine Woche lang.'
			},
			vision: 'Das ganze Erdgeschoss der Straße, von denen geführt, die darin verkaufen.',
			progress: 'Zwölf Stände, ein gemeinsamer Kassencomputer, ein Mietvertrag über fünf Jahre.',
			hurdles: 'Nach dem ersten Winter haben drei aufgegeben. Jetzt teilen wir die Heizkosten nach Umsatz.',
			...{
				completionYear: 2027,
				residentCount: 19,
				ageStructure: 'arbeiten hier',
				legalForm: 'other',
				housingForm: 'none',
				houseKind: 'shop'
			}
		},
		contact: { name: 'Silvio Grabow', email: 'markt@quartier-prenzlau.example' }
	},
	{
		...{ slug: 'feuerwache-arnstadt', name: 'Wache 2', ags: '16070004', state: 'emerging', isDraft: true },
		group: { name: 'Wache Zwei', kind: 'initiative', slug: 'wache-zwei' },
		profile: {
			summary: 'Aus der alten Feuerwache soll ein Haus für Nachbarschaft und Musik werden.',
			projectText: 'Wir stehen ganz am Anfang: ein Schlüssel, eine Taschenlampe und vierzehn Leute mit Lust.',
			houseKind: 'fire_station'
		}
	}
];
