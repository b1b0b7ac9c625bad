import { benefit, condition, faq, news, question, section, voice, way, type DemoPart } from './demo-network.ts';

const page: DemoPart[] = [
	section(
		'Kleine Kommunen mit großen leeren Häusern',
		'text',
		'Der Gasthof ist zu, das Kaufhaus auch, und im Bahnhof hängt noch der Fahrplan von 2004. Fast jede kleine Stadt hat solche Häuser. Und fast jede steht mit ihnen allein da: eine halbe Stelle, ein leerer Topf, viel guter Wille.\n\nIn den Hellen Orten tun sich Kommunen zusammen, die das nicht hinnehmen. Sie zeigen einander, was gelungen ist und was schiefging, leihen sich Vorlagen, Mut und manchmal eine Mitarbeiterin für einen Tag. Niemand muss das Rad noch einmal erfinden. Schon gar nicht in zwei Stunden die Woche.'
	),
	section('Was Ihre Kommune davon hat', 'benefit'),
	section('Wer schon Licht macht', 'members', 'Vom Niederrhein bis zur Neiße, von der Küste bis in den Bayerischen Wald.'),
	section('Was sie sagen', 'voice'),
	section(
		'Worauf wir uns verlassen',
		'condition',
		'Sechs Dinge sollten stimmen. Sie müssen nicht alle heute schon da sein: Wo etwas fehlt, reden wir darüber.'
	),
	section('Der Weg hinein', 'way', 'Vom ersten Neugierigsein bis zum eigenen Punkt auf der Karte vergehen meist drei Monate.'),
	section(
		'Wer dahintersteht',
		'people',
		'Sechs Kommunen haben das Netzwerk gegründet. Die Botschafter:innen stehen für ihre Region ein und reden gern am Telefon.'
	),
	section('Was gerade los ist', 'update'),
	section('Oft gefragt', 'faq'),
	section('Was uns verbindet', 'values'),
	benefit(
		'Fälle gemeinsam lösen',
		'Sie bringen ein Haus mit, das nicht vorangeht. Fünf Kommunen hören zu, fragen nach und sagen, was sie täten. Nach einer Stunde haben Sie drei nächste Schritte.'
	),
	benefit(
		'Lernen, ohne zu reisen',
		'Einmal im Monat ein Fachgespräch, aufgezeichnet für alle, die im Gemeinderat saßen. Dazu der offene Flurfunk am Mittwochnachmittag.'
	),
	benefit(
		'Hinfahren und anfassen',
		'Zweimal im Jahr drei Tage in Orten, die schon weiter sind. Mit denen, die es gemacht haben, und mit dem Kämmerer, der zuerst dagegen war.'
	),
	benefit('Gefunden werden', 'Ein Profil Ihrer Kommune, ein Punkt auf der Karte und Gruppen, die genau so einen Ort suchen.'),
	benefit('Vorlagen statt leerer Blätter', 'Ratsbeschlüsse, Verträge, Konzeptverfahren: von anderen geschrieben, von Ihnen anzupassen.'),
	benefit(
		'Eine Stimme nach außen',
		'Fördermittelgeber, Land und Presse hören einem Netzwerk eher zu als einer Stadt mit achttausend Menschen.'
	),
	condition(
		'Klein oder mittelgroß, auf dem Land',
		'size',
		'Städte und Gemeinden bis etwa fünfzigtausend Menschen. Auch ein Landkreis kann kommen und seine Gemeinden mitbringen.'
	),
	condition(
		'Eine Haltung',
		'attitude',
		'Demokratische Grundwerte, Gemeinwohl, ein gerechter Umgang mit Boden, und eine Verwaltung, die ermöglichen will.'
	),
	condition('Freude am Austausch', 'exchange', 'Sie erzählen auch, was nicht geklappt hat. Davon lernen alle am meisten.'),
	condition(
		'Erste Erfahrung',
		'experience',
		'Ein Haus, ein Verfahren, eine Zwischennutzung oder ein ernster Versuch. Ein fertiges Vorzeigehaus braucht es nicht.'
	),
	condition(
		'Zwei Stunden in der Woche',
		'time',
		'Eine feste Ansprechperson mit etwa zwei Stunden. Mehr verlangt niemand, und wir messen es.'
	),
	condition('Einmal hundert Euro', 'fee', 'Ein Aufnahmebeitrag, kein Jahresbeitrag. Reisen zahlen Sie nur, wenn Sie mitfahren.'),
	way('Hereinhören', 'Kommen Sie in den Flurfunk: jeden zweiten Mittwoch im Monat, 15:30 Uhr, ohne Anmeldung.'),
	way('Fragen beantworten', 'Vier Fragen: Ihre Haltung, Ihr Grund, Ihre Erwartung, Ihre laufenden Häuser. Eine Stunde reicht.'),
	way('Miteinander sprechen', 'Das Netzwerkbüro ruft an und klärt, was offen ist.'),
	way('Das Gründerteam kennenlernen', 'Eine halbe Stunde mit drei Gründungskommunen. Danach wird beraten und entschieden, mit Gründen.'),
	way('Ankommen', 'Beitrag, Profil, Punkt auf der Karte, und eine Kommune in der Nähe, die Sie durch das erste Halbjahr begleitet.'),
	question(
		'attitude',
		'Mit welcher Haltung gehen Sie an leere Häuser?',
		'Was soll in Ihrer Kommune anders werden, und wer soll etwas davon haben?'
	),
	question('motivation', 'Warum jetzt, und warum gemeinsam?', 'Was kommen Sie allein nicht an?'),
	question('expectations', 'Was erwarten Sie vom Netzwerk, und was bringen Sie mit?', 'Beides zählt. Stichpunkte genügen.'),
	question('projects', 'Welche Häuser bewegen Sie gerade?', 'Sie können Häuser aus Ihrem Register verknüpfen.'),
	faq(
		'Müssen wir schon ein Haus belebt haben?',
		'Nein. Wir sind keine Sammlung von Trophäen. Wer es ernsthaft versucht und offen darüber spricht, passt zu uns.'
	),
	faq('Kann ein Landkreis Mitglied werden?', 'Ja, zusammen mit den Gemeinden, die vorangehen wollen.'),
	faq(
		'Was passiert nach einer Wahl?',
		'Mitglied ist die Kommune, nicht die Person. Wer neu ins Amt kommt, übernimmt den Platz und bekommt eine Übergabe.'
	),
	{
		kind: 'funder',
		data: {
			title: 'Bundesprogramm Land in Sicht (erfunden)',
			text: 'Gefördert im Rahmen des erfundenen Bundesprogramms „Land in Sicht“ bis Ende 2027.'
		}
	},
	{
		kind: 'funder',
		data: { title: 'Stiftung Offene Tür (erfunden)', text: 'Die Inspirationsreisen ermöglicht die erfundene Stiftung Offene Tür.' }
	}
];

const voices: DemoPart[] = [
	voice(
		'Friedrich Nowak',
		'Bürgermeister von Herzberg (Elster)',
		'Ich habe zwei Stunden in der Woche. Im Netzwerk sind das die zwei, nach denen ich weiß, was ich montags als Erstes tue.'
	),
	voice(
		'Ines Krüger',
		'Stadtplanung, Angermünde',
		'Die erste Fallberatung war mir peinlich. Dann sagte jemand: Genau das Haus haben wir auch. Seitdem rufen wir uns an.'
	),
	voice(
		'Birgit Amann',
		'Erste Beigeordnete, Homberg (Efze)',
		'Unser Rat hat dem Erbbaurecht zugestimmt, weil drei andere Städte ihre Verträge auf den Tisch gelegt haben.'
	),
	{
		kind: 'voice',
		data: { text: 'Diese Stimme wartet noch auf die Freigabe der Person.', name: 'Tilo Brandt', function: 'Kämmerer' },
		released: false,
		note: 'Am Telefon zugesagt, schriftliche Freigabe angefragt.'
	}
];

const updates: DemoPart[] = [
	news(
		9,
		'Drei neue Orte aufgenommen',
		'Münsingen, Nieheim und Ottweiler sind dabei. Damit reicht das Netzwerk jetzt von der Alb bis an die Saar.'
	),
	news(
		3,
		'Flurfunk: Wem gehört das Kaufhaus?',
		'Im nächsten Flurfunk erzählt Zeitz, wie aus sieben Erb:innen eine Verkäuferin wurde. Wie immer ohne Anmeldung.'
	),
	news(24, 'Vorlage: Nutzung auf Probe', 'Ein Vertrag über sechs Monate, geprüft von zwei Rechtsämtern, liegt für Mitglieder bereit.')
];

export const helleOrtePage: DemoPart[] = [...page, ...voices, ...updates];
