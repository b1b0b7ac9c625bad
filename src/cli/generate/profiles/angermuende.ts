import { angermuende } from '#testing/cast.ts';
import { fact, frame, intro, next, picture, project, standing, voice, type DemoProfile } from './demo-profile.ts';

export const angermuendeProfile: DemoProfile = {
	code: angermuende,
	parts: [
		intro(
			'Eine kleine Stadt mit einem großen Markt, auf dem abends wieder Licht brennt',
			'Wir sind eine Stadt, in der man sich beim Bäcker die Tür aufhält. Als wir vor ein paar Jahren angefangen haben, unsere leeren Häuser zu zählen, waren es mehr, als wir dachten, und weniger, als wir fürchteten.\n\nSeitdem gehen wir an jedem ersten Freitag im Monat mit allen, die wollen, an dunklen Fenstern vorbei. Manchmal sind wir zu viert. Einmal waren wir neunzig.'
		),
		frame({ districtCount: 23, insekYear: 2021, cooperationSince: 2019 }),
		fact('Ein Markt, der für alle reicht', 'Mittwochs Gemüse, freitags Rundgang, im August Kino unter freiem Himmel.'),
		fact('Vergabe nach Konzept', 'Wer die beste Idee hat, bekommt das Haus, nicht wer am meisten zahlt.'),
		fact('Zwei Gleise in die große Stadt', 'Eine Stunde Zug, in der man gut arbeiten kann.'),
		standing(
			'Partizipation: erst laufen, dann reden',
			'Unser wichtigstes Werkzeug sind feste Schuhe. Beim Leerstandsspaziergang stehen Eigentümerinnen, Nachbarn und Leute mit Ideen vor demselben Haus und sehen dasselbe Dach. Das ersetzt drei Sitzungen.\n\nWas wir gelernt haben:\n\n- Die Eigentümer:innen vorher anrufen, nicht danach.\n- Einen Schlüssel dabeihaben, auch wenn man nur in den Hof darf.\n- Am Montag danach allen schreiben, die da waren. Zwei Sätze genügen.'
		),
		standing(
			'Leerstandspolitik: ein halber Tag in der Woche',
			'Wir haben keine Stabsstelle. Wir haben einen halben Tag in der Woche und eine Liste, die stimmt. Im Bauamt laufen die Anrufe zusammen, und jedes Haus hat einen Stand, den man nachlesen kann.\n\nNicht gelungen ist uns bisher die Ansprache von Erbengemeinschaften. Bei drei Häusern wissen wir seit Jahren nicht, wer entscheidet.'
		),
		standing(
			'Zwischennutzung: das Schaufenster auf Zeit',
			'Für 50 Euro im Monat kann man bei uns einen Laden ausprobieren, drei Monate lang, ohne Kaution. Elf haben es versucht, vier sind geblieben. Die anderen sieben sind keine Niederlage: Drei von ihnen haben anderswo in der Stadt etwas Passenderes gefunden.'
		),
		standing(
			'Fachkräfte: eine Wohnung zum Probieren',
			'Wer bei uns eine Stelle annimmt, kann die ersten acht Wochen in einer Wohnung am Markt leben. Sie war lange leer. Der Vermieter sagt, er habe noch nie so viele Leute getroffen, die Danke sagen.'
		),
		next(
			'Der Gasthof am Marktplatz',
			'Elf Zimmer, ein Saal mit Bühne, ein Hof mit Linde. Wir suchen Menschen, die hier kochen, werken und feiern. Das Konzeptverfahren bereiten wir gerade vor, die Fragen dürfen jetzt schon kommen.'
		),
		next(
			'Eine Verwaltung, die zurückruft',
			'Zehn Tage bis zur ersten Antwort sind uns zu viel. Bis zum Sommer wollen wir auf fünf kommen, mit Vertretung und ohne Überstunden.'
		),
		next(
			'Die Dörfer mitnehmen',
			'23 Ortsteile, und fast jeder hat ein Haus, um das es schade ist. 2027 geht der Rundgang aufs Land, mit dem Fahrrad.'
		),
		project('Die Druckerei am Tor', 'workshop', {
			year: 2021,
			text: 'Achtzehn Jahre zu, dann ein Winter voller Arbeitseinsätze. Heute drucken hier vier Leute, und donnerstags kann kommen, wer etwas reparieren will.'
		}),
		project('Kinosaal im alten Spritzenhaus', 'fire_station', {
			year: 2023,
			text: 'Sechzig Plätze, ein Projektor vom Schrottplatz, ein Verein, der sich beim Streit über die Stühle gegründet hat.'
		}),
		voice(
			'Sabine Wolter',
			'Leiterin der Stadtentwicklung',
			'Ein leeres Haus ist eine offene Frage. Seit wir sie laut stellen, antworten Leute, von denen wir gar nicht wussten, dass sie hier wohnen.'
		),
		voice(
			'Torben Lüdtke',
			'Drucker in der Druckerei am Tor',
			'Die Stadt hat uns nicht geholfen, indem sie Geld gab, sondern indem sie drangeblieben ist.'
		),
		{
			kind: 'voice',
			data: { text: 'Mein Großvater hat hier noch getanzt. Ich würde gern wieder.', name: 'Hanne Prill', function: 'Nachbarin am Markt' },
			note: 'Beim Rundgang gesagt, Freigabe angefragt am Montag danach.'
		},
		picture(
			{ of: 'street', at: 'evening', seed: 'Marktzeile' },
			'Eine Häuserzeile am Abend; in den meisten Fenstern brennt Licht, über der Straße hängt eine Lichterkette.',
			'Die Zeile am Markt, abends um sechs'
		),
		picture({ of: 'inn', at: 'day', seed: 'Linde' }, 'Ein Gasthof mit zwei Geschossen, daneben eine Linde.', 'Der Gasthof wartet noch'),
		picture(
			{ of: 'fire_station', at: 'evening', seed: 'Kino' },
			'Ein kleines Feuerwehrhaus mit hell erleuchteten Fenstern am Abend.',
			'Donnerstag ist Kino'
		),
		{
			kind: 'recording',
			data: {
				title: 'Feierabend auf dem Markt',
				speakers: 'Ein Hörbild, ohne Worte',
				transcript: 'Sechs Glockenschläge, jeder klingt lange nach. Dann Stille.'
			},
			bells: true
		}
	],
	before: {
		'Leerstandspolitik: ein halber Tag in der Woche':
			'Wir haben keine Stabsstelle. Wir haben eine Liste, die stimmt. Im Bauamt laufen die Anrufe zusammen, und jedes Haus hat einen Stand.'
	},
	after: {
		'Eine Verwaltung, die zurückruft':
			'Zehn Tage bis zur ersten Antwort sind uns zu viel. Bis Ostern wollen wir auf fünf kommen, mit Vertretung, mit Vorlagen und ohne Überstunden.'
	}
};
