import type { ApplicationStep } from '#modules/places/application.ts';
import type { VoteInput } from '#modules/places/forms-award.ts';

type Told = { text: string; values?: Record<string, string> };
export type DemoAnswers = {
	/** Address word of the place. */
	place: string;
	until: 'draft' | 'submitted' | 'ready' | 'judging';
	attitude?: boolean;
	message?: string;
	answers: Record<string, Told>;
	votes?: (VoteInput & { juror: 'friedrich' | 'mara' | 'theres' })[];
	/** What follows, with what the group reads. */
	step?: ApplicationStep;
	answer?: string;
};

const land = (text: string): Told => ({ text });

/** Applications in every state, each told by its group. */
export const told: DemoAnswers[] = [
	{
		...{ place: 'stellwerk-neukirchen', until: 'judging' },
		message: 'Den Aufzug haben wir uns lange schöngeredet. Jetzt ist er bestellt, und wir haben gelernt, früher zu fragen.',
		answers: {
			'1.1': land('Neukirchen hat seit 1990 ein Drittel seiner Arbeitsplätze verloren, die Weberei war der größte davon.'),
			'2.1': {
				text: 'Alles, was wir nutzen, liegt in der alten Weberei. Neu gebaut ist nur der Fahrradschuppen.',
				values: { '2.1-anteil-bestand': '97', '2.1-denkmale': '1' }
			},
			'3.1': { text: 'Neunzehn von einundzwanzig wohnen im Ort oder im Nachbardorf.', values: { '3.1-anteil-nah': '90' } },
			'6.1': {
				text: 'Nähabend, Siebdruck, Technikclub: jede Woche dreimal offen, ohne Anmeldung.',
				values: { '6.1-veranstaltungen': '118', '6.1-teilnahmen': '1940', '6.1-anteil-nachbarschaft': '70' }
			},
			'8.1': { text: 'Zwei von uns sitzen im Gemeinderat, eine im Bauausschuss.', values: { '8.1-mandate': '3' } },
			'8.2': {
				text: 'Der Technikclub wird von vier Großvätern geleitet, die nicht zur Gruppe gehören.',
				values: { '8.2-mitwirkende': '16' }
			},
			'9.1': { text: 'Erbbaurecht über 66 Jahre, der Boden gehört der Gemeinde.', values: { '9.1-form': 'Erbbaurecht' } }
		},
		votes: [
			{
				juror: 'friedrich',
				verdict: 'award',
				reason: 'Drei Generationen an einem Webstuhl, und die Zahlen stimmen mit dem überein, was ich vor Ort gesehen habe.'
			},
			{
				juror: 'theres',
				verdict: 'award',
				reason: 'Vorbildlich im Umgang mit dem Bestand. Beim Aufzug bleibt eine Frage, aber sie wird offen gestellt.'
			}
		]
	},
	{
		...{ place: 'pfarrhaus-selb', until: 'judging' },
		message: 'Wir sind klein und wollen es bleiben.',
		answers: {
			'1.1': land('Selb hat in dreißig Jahren ein Drittel seiner Menschen verloren.'),
			'2.1': {
				text: 'Das Pfarrhaus steht seit 1847, wir haben keinen Stein hinzugefügt.',
				values: { '2.1-anteil-bestand': '100', '2.1-denkmale': '1' }
			},
			'3.2': { text: 'Drei Zimmer auf Zeit für Menschen, die neu anfangen.', values: { '3.2-bewohner': '3' } },
			'6.2': land('Das Wohnzimmer der Stadt: vier Tage die Woche, ohne Anlass, ohne Verzehr.'),
			'8.2': { text: 'Neun Menschen schließen auf, keiner davon gehört zum Kirchenvorstand.', values: { '8.2-mitwirkende': '9' } },
			'9.2': land('Sieben Schlüssel, ein Kalender und die Verabredung, dass niemand zwei Wochen hintereinander Dienst hat.')
		},
		votes: [{ juror: 'mara', verdict: 'recuse', reason: 'Ich habe die Gruppe im Frühjahr beraten.' }]
	},
	{
		...{ place: 'konsum-prenzlau', until: 'judging' },
		answers: {
			'1.1': land('Prenzlau liegt in der Uckermark, die Innenstadt steht zu einem Fünftel leer.'),
			'2.1': { text: 'Vier Läden im Bestand, eine Wand weniger.', values: { '2.1-anteil-bestand': '100', '2.1-denkmale': '0' } },
			'6.1': {
				text: 'Musik zur Mittagspause, Markttage, Stand auf Probe.',
				values: { '6.1-veranstaltungen': '64', '6.1-teilnahmen': '5200' }
			},
			'8.2': { text: 'Die Händlerinnen führen den Markt selbst.', values: { '8.2-mitwirkende': '12' } }
		},
		votes: [
			{ juror: 'friedrich', verdict: 'not_yet', reason: 'Lebendig, aber der Mietvertrag endet in fünf Jahren. Was dann?' },
			{ juror: 'mara', verdict: 'not_yet', reason: 'Die Struktur für das Gemeinwohl fehlt noch, der Rest überzeugt.' },
			{ juror: 'theres', verdict: 'not_yet', reason: 'Wohnen spielt keine Rolle, und das Eigentum ist offen.' }
		],
		step: 'defer',
		answer:
			'Stark ist, wie die laufenden Läden die übenden mittragen, und dass der dreizehnte Stand frei bleibt. Es fehlt noch eine Form, die das Erdgeschoss über den Mietvertrag hinaus sichert: Ein Gespräch mit der Stiftung Haus und Hof vermitteln wir gern. Mit 9.1 oder 9.2 und einem weiteren Kriterium reicht es.'
	},
	{
		...{ place: 'kulturbahnhof-marktleuthen', until: 'ready' },
		message: 'Wir spielen, also sind wir.',
		answers: {
			'1.1': land('Der letzte Zug fährt um sechs, das nächste Theater ist achtzig Kilometer entfernt.'),
			'2.1': { text: 'Empfangsgebäude und Güterschuppen, beide von 1878.', values: { '2.1-anteil-bestand': '100', '2.1-denkmale': '2' } },
			'3.1': { text: 'Zehn von zwölf wohnen im Umkreis von zwölf Kilometern.', values: { '3.1-anteil-nah': '83' } },
			'6.1': { text: 'Offene Probe am letzten Freitag, Baustellencafé.', values: { '6.1-veranstaltungen': '22', '6.1-teilnahmen': '860' } },
			'8.2': { text: 'Das Bühnenbild baut die Freiwillige Feuerwehr.', values: { '8.2-mitwirkende': '14' } },
			'9.1': { text: 'Verein mit Erbbaurecht der Stadt.', values: { '9.1-form': 'Erbbaurecht' } }
		}
	},
	{
		...{ place: 'postamt-wunsiedel', until: 'submitted' },
		message: 'Unsere Auszeichnung läuft noch, wir wollen sie nach den neuen Kriterien bestätigen lassen.',
		answers: {
			'1.1': land('Wunsiedel im Fichtelgebirge, strukturschwach seit dem Ende der Porzellanindustrie.'),
			'2.1': { text: 'Das Postamt von 1912, nichts angebaut.', values: { '2.1-anteil-bestand': '100', '2.1-denkmale': '1' } },
			'6.1': { text: 'Mittagstisch an fünf Tagen.', values: { '6.1-veranstaltungen': '240', '6.1-teilnahmen': '21400' } },
			'8.1': { text: 'Eine Stadträtin, ein Kreisrat.', values: { '8.1-mandate': '2' } },
			'9.1': { text: 'gemeinnützige GmbH, drei Viertel hält ein Verein.', values: { '9.1-form': 'gGmbH und Verein' } }
		}
	},
	{
		...{ place: 'schule-am-see-malchin', until: 'submitted' },
		answers: {
			'1.1': land('Ein Dorf am Rand von Malchin, der Bus fährt zweimal am Tag.'),
			'2.1': { text: 'Die Schule von 1904.', values: { '2.1-anteil-bestand': '100' } },
			'6.1': { text: 'Ferienwerkstätten, sobald es trocken ist.', values: { '6.1-veranstaltungen': '6' } }
		},
		step: 'return',
		answer: 'Bei 3, 8 und 9 steht noch nichts. Ihr habt bis zum Ende des Fensters Zeit, und wir helfen gern: Ruft an.'
	},
	{
		...{ place: 'werkhof-angermuende', until: 'draft', attitude: false },
		answers: {
			'1.1': land('Angermünde, Uckermark.'),
			'2.1': { text: 'Die Schlosserei von 1926, im vorderen Drittel.', values: { '2.1-anteil-bestand': '100' } },
			'6.1': {
				text: 'Reparaturtag am ersten Samstag, zuletzt mit 64 Menschen und einem Hund.',
				values: { '6.1-veranstaltungen': '9', '6.1-teilnahmen': '410' }
			}
		}
	}
];
