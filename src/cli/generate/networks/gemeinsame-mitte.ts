import { faq, news, section, voice, way, type DemoNetwork } from './demo-network.ts';

import { partners, quarters, small, towns } from './gemeinsame-mitte-partners.ts';

/** In the manner of an open alliance: no membership, values that each partner confirms, seven sectors, three action fields. */
export const gemeinsameMitte: DemoNetwork = {
	slug: 'gemeinsame-mitte',
	name: 'Gemeinsame Mitte',
	tagline: 'Ein offenes Bündnis für Innenstädte, Quartiere und kleine Städte',
	summary:
		'Verbände, Stiftungen, Städte, Büros und Bühnen arbeiten ohne Mitgliedsausweis an einer Frage: Wie wird die Mitte wieder ein Ort für alle?',
	openness: 'alliance',
	phase: 'open',
	accent: '#7a2f5d',
	senderName: 'Bündnis Gemeinsame Mitte',
	senderEmail: 'mitte@gemeinsame-mitte.example',
	responsible: 'Bündnis Gemeinsame Mitte (erfunden), Theaterplatz 4, 99423 Weimar',
	values: [
		{ text: 'Wir teilen Wissen offen und kostenlos.\n\nWir werben nicht für uns, sondern für die Sache.', daysAgo: 900 },
		{
			text: 'Wir teilen, was wir wissen, offen und ohne Preis: Was im Bündnis entsteht, darf jede und jeder nutzen.\n\nWir werben nicht für uns, sondern für die Sache. Aufträge sucht hier niemand.\n\nWir arbeiten an echten Orten mit denen, die dort leben.\n\nWir widersprechen, wo Menschen ausgeschlossen werden.',
			change: 'Neu: die Arbeit an echten Orten und das klare Nein zur Ausgrenzung.',
			daysAgo: 60
		}
	],
	parts: [
		section(
			'Die Mitte gehört niemandem allein',
			'text',
			'Wenn das Kaufhaus schließt, ist die Stiftung nicht zuständig, der Verband nicht vor Ort, das Planungsbüro noch nicht beauftragt und das Theater nicht gefragt. Wir setzen sie an einen Tisch, bevor der Bauzaun steht.\n\nDas Bündnis ist offen: kein Beitrag, keine Satzung, keine Mitgliedsnummer. Wer die Werte teilt und etwas beiträgt, wirkt mit.'
		),
		section('Woran wir arbeiten', 'field', 'Drei Handlungsfelder, je zwei Ansätze.'),
		section('Wer mitwirkt', 'partners', 'Sieben Sektoren, viele Aufträge, eine Verabredung.'),
		section('Wo die Mitwirkenden sind', 'members'),
		section('Was sie sagen', 'voice'),
		section('Unsere Verabredung', 'values', 'Alle Mitwirkenden haben sie gelesen und bestätigt. Ändert sie sich, fragen wir neu.'),
		section('So wirken Sie mit', 'way'),
		section('Wer angefangen hat', 'people'),
		section('Was gerade los ist', 'update'),
		section('Oft gefragt', 'faq'),
		{
			kind: 'field',
			data: {
				title: towns,
				text: 'Was wird aus Häusern, die für den Handel zu groß geworden sind? Und wer lenkt den Umbau, wenn niemand ihn bestellt hat?',
				approach1: 'Handelshäuser gemischt nutzen',
				approach2: 'Wandel moderieren, auch mit Kunst'
			}
		},
		{
			kind: 'field',
			data: {
				title: quarters,
				text: 'Nachbarschaft braucht Räume, die niemandem gehören müssen. Wir suchen die kleinen Hebel, die einen Block verändern.',
				approach1: 'Kreative Orte als Anker',
				approach2: 'Mikroquartiere'
			}
		},
		{
			kind: 'field',
			data: {
				title: small,
				text: 'Kleine Städte haben Platz und Nähe. Was sie brauchen, sind Menschen mit Ideen und eine Bühne dafür.',
				approach1: 'Ideen und Menschen holen',
				approach2: 'Die ganze Stadt als Campus'
			}
		},
		way('Werte lesen', 'Zehn Minuten. Wenn Sie nicken, sind Sie richtig.'),
		way('Sagen, was Sie beitragen', 'Ein Satz zu Ihrer Mission, ein oder zwei Beiträge, ein Handlungsfeld.'),
		way('Bestätigen und anfangen', 'Sie stehen im Verzeichnis und sind zur nächsten Werkstatt eingeladen.'),
		voice(
			'Dr. Ruth Engelbrecht',
			'Institut für geteilte Räume, Weimar',
			'Nach jeder Werkstatt bleiben Fragen offen. Bei uns sind sie die Tagesordnung der nächsten.'
		),
		voice(
			'Cem Aydın',
			'Quartiersmanagement Nordend, Offenbach am Main',
			'Ich musste zum ersten Mal niemandem erklären, warum ein leerer Laden eine soziale Frage ist.'
		),
		voice(
			'Paula Richter',
			'Theater am Rand der Stadt, Witten',
			'Wir haben einen Abend lang das Parkdeck bespielt. Am Morgen danach lag ein Nutzungskonzept auf dem Tisch.'
		),
		faq('Ist das ein Verein?', 'Nein. Es gibt keine Mitgliedschaft und keinen Beitrag, nur die Verabredung.'),
		faq('Dürfen Unternehmen mitwirken?', 'Ja, wenn sie die Werte bestätigen. Werbung hat hier keinen Platz.'),
		news(
			6,
			'Perspektivenwerkstatt: Das Kaufhaus nach dem Kaufhaus',
			'Vier Städte, vier Pläne, zwei Stunden online. Die offenen Fragen gehen nach Bremerhaven.'
		),
		news(58, 'Neue Fassung der Werte', 'Beraten von allen, beschlossen im September. Bitte bestätigen, falls noch nicht geschehen.'),
		{
			kind: 'funder',
			data: { title: 'Nationale Initiative Mitte (erfunden)', text: 'Unterstützt von der erfundenen Nationalen Initiative Mitte.' }
		}
	],
	roles: [
		{ role: 'office', name: 'Mara Sommer', cast: 'mara', function: 'Koordination', since: '2024-05-14' },
		{ role: 'founder', name: 'Dr. Ruth Engelbrecht', function: 'Institut für geteilte Räume', since: '2024-05-14', released: true },
		{ role: 'founder', name: 'Cem Aydın', function: 'Quartiersmanagement Nordend', since: '2024-05-14', released: true }
	],
	members: [
		{
			ags: '06413000',
			state: 'participant',
			since: '2024-05-14',
			valuesVersion: 2,
			actionFields: [quarters],
			mission: 'Ein Rathaus, das Räume teilt.',
			contributions: ['Quartier zum Ausprobieren']
		},
		{
			ags: '15087220',
			state: 'participant',
			since: '2025-01-22',
			valuesVersion: 2,
			actionFields: [small],
			mission: 'Kupferstadt mit Platz für Neues.',
			contributions: ['Leere Läden für Werkstätten']
		},
		{
			ags: '12073008',
			state: 'participant',
			since: '2025-08-19',
			valuesVersion: 1,
			actionFields: [small],
			mission: 'Häuser nach Konzept vergeben, nicht nach Gebot.',
			contributions: ['Erfahrung mit Konzeptverfahren']
		},
		{
			ags: '12062224',
			state: 'participant',
			since: '2026-02-10',
			valuesVersion: 2,
			actionFields: [small],
			mission: 'Ein Bahnhof, an dem man gern ankommt.',
			contributions: ['Bahnhof als Ort zum Ausprobieren']
		},
		{ ags: '16070004', state: 'interested' }
	],
	partners,
	subscribers: 9
};
