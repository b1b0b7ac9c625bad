import { angermuende, herzberg } from '#testing/cast.ts';
import { benefit, faq, news, section, voice, way, type DemoMember, type DemoNetwork } from './demo-network.ts';

const accompanied = (ags: string, since: string, mission: string): DemoMember => ({ ags, state: 'participant', since, mission });

/** In the manner of a liaison office for one state: it accompanies and connects, and takes nobody in. */
export const raumlotsen: DemoNetwork = {
	slug: 'raumlotsen-brandenburg',
	name: 'Raumlotsen Brandenburg',
	tagline: 'Wer Räume hat und wer Räume sucht, findet hier die richtige Tür',
	summary:
		'Die Vernetzungsstelle für gemeinschaftliche Räume in Brandenburg: Sie kennt Häuser, Menschen und Ämter und bleibt dran, bis sie zueinandergefunden haben.',
	openness: 'liaison',
	phase: 'open',
	accent: '#1d5a73',
	stateCode: '12',
	senderName: 'Raumlotsen Brandenburg',
	senderEmail: 'lotsen@raumlotsen.example',
	responsible: 'Raumlotsen Brandenburg (erfunden), Bahnhofstraße 7, 14806 Bad Belzig',
	values: [],
	parts: [
		section(
			'Eine Nummer statt zwölf Zuständigkeiten',
			'text',
			'Ein Chor sucht einen Saal. Eine Gemeinde hat einen. Dazwischen liegen Brandschutz, Bauordnung, Versicherung und die Frage, wen man überhaupt anruft.\n\nWir sind die Stelle, die das weiß oder herausfindet. Wir machen Räume sichtbar, bringen Menschen zusammen und gehen mit, vom ersten Anruf bis zum ersten Abend mit Licht. Das kostet nichts, und man muss nirgends eintreten.'
		),
		section('Was wir tun', 'benefit', 'Drei Dinge, immer in dieser Reihenfolge.'),
		section('So läuft es', 'way'),
		section('Wo wir gerade mitgehen', 'members', 'Diese Kommunen begleiten wir zurzeit. Es können mehr werden: Ein Anruf genügt.'),
		section('Wie es war', 'voice'),
		section('Wer hier lotst', 'people'),
		section('Was gerade los ist', 'update'),
		section('Oft gefragt', 'faq'),
		benefit('Sichtbar machen', 'Wir gehen mit durch leere Häuser, nehmen sie ins Register auf und erzählen von denen, die schon leuchten.'),
		benefit(
			'Vermitteln und unterstützen',
			'Wir stellen vor, wer zueinander passt, und kennen im Amt den Menschen, der die Frage beantworten darf.'
		),
		benefit('Vernetzen', 'Werkstätten, Rundgänge, ein Verteiler: Wer dasselbe vorhat, soll voneinander wissen.'),
		way('Melden', 'Ihr sucht, oder Sie haben etwas: Eine Mail mit drei Sätzen reicht.'),
		way('Zuhören', 'Wir rufen innerhalb einer Woche zurück und fragen, was gebraucht wird.'),
		way('Zusammenbringen', 'Wir schlagen Räume, Menschen und die richtige Stelle im Amt vor und sind beim ersten Treffen dabei.'),
		way('Dranbleiben', 'Nach vier, acht und zwölf Wochen fragen wir nach. Niemand landet im Leeren.'),
		voice(
			'Amira Haddad',
			'Werkhof Uckermark',
			'Wir hatten acht Leute und keinen Raum. Nach dem Rundgang hatten wir drei Schlüssel zur Probe.'
		),
		voice(
			'Henrik Lange',
			'Amtsdirektor im Ruhestand, Gransee',
			'Endlich ruft jemand an, der vorher gelesen hat, was im Bebauungsplan steht.'
		),
		faq('Kostet das etwas?', 'Nein. Die Stelle ist öffentlich gefördert.'),
		faq('Muss man Mitglied werden?', 'Nein, hier gibt es keine Mitglieder. Wir begleiten, solange es hilft.'),
		faq('Nur in Brandenburg?', 'Ja. Für andere Länder nennen wir gern, wer dort hilft.'),
		news(5, 'Rundgang durch fünf Häuser in Seelow', 'Mit dem Ortsvorsteher, einer Architektin und allen, die Räume suchen.'),
		news(30, 'Merkblatt: Versammlungsräume bis 199 Personen', 'Zwei Seiten, verständlich, mit einem Brandschutzprüfer geschrieben.'),
		{
			kind: 'funder',
			data: {
				title: 'Landesprogramm Räume teilen (erfunden)',
				text: 'Ermöglicht durch das erfundene Landesprogramm „Räume teilen“, Laufzeit Januar 2025 bis Dezember 2027.'
			}
		}
	],
	roles: [
		{ role: 'office', name: 'Mara Sommer', cast: 'mara', function: 'Koordination', since: '2025-01-01' },
		{
			role: 'founder',
			name: 'Mara Sommer',
			function: 'Koordination, Lausitz und Elbe-Elster',
			statement: 'Ruft an. Auch wenn es nur eine halbe Idee ist.',
			since: '2025-01-01',
			released: true
		},
		{
			role: 'founder',
			name: 'Thees Jansen',
			function: 'Bau und Genehmigung',
			statement: 'Fast alles geht. Man muss nur früh genug fragen.',
			since: '2025-01-01',
			released: true
		}
	],
	members: [
		accompanied('12069020', '2025-02-01', 'Alte Post: Werkstatt, Probenraum und Beratung unter einem Dach'),
		accompanied('12064448', '2025-04-12', 'Fünf Häuser am Puschkinplatz, ein gemeinsamer Plan'),
		accompanied(angermuende, '2025-06-03', 'Gasthof am Markt: Gruppen und Stadt an einem Tisch'),
		accompanied(herzberg, '2025-09-18', 'Bahnhof: ein Ort zum Arbeiten zwischen zwei Zügen'),
		accompanied('12072232', '2026-01-20', 'Hutfabrik: Ateliers auf Probe'),
		accompanied('12068468', '2026-03-05', 'Kaufhaus am Markt: Dorfladen trifft Bibliothek'),
		accompanied('12060100', '2026-05-27', 'Scheune am See: Saal für alle'),
		accompanied('12071160', '2026-09-01', 'Schule am Fluss: Raum für Vereine aus zwei Ländern'),
		{ ags: '12067036', state: 'interested', note: 'Erstgespräch vereinbart.' },
		{ ags: '12062140', state: 'interested' }
	],
	partners: [],
	subscribers: 6
};
