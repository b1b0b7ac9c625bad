import { herzberg, neukirchen } from '#testing/cast.ts';
import { fact, frame, intro, next, picture, project, standing, voice, type DemoProfile } from './demo-profile.ts';

export const herzbergProfile: DemoProfile = {
	code: herzberg,
	parts: [
		intro(
			'Wo der Bürgermeister abends selbst ans Telefon geht',
			'Wir sind weit weg von allem, was sich für die Mitte hält. Deshalb haben wir angefangen, uns selbst zu helfen: mit einem Bahnhof, sechs Telefonnummern und der Frage, wer eigentlich schon immer etwas hier machen wollte.\n\nEs waren erstaunlich viele.'
		),
		frame({ districtCount: 10, insekYear: 2018, cooperationSince: 2020 }),
		fact('Ein Fluss mitten im Ort', 'Wer will, kommt mit dem Kanu zum Rathaus.'),
		fact('Kurze Wege', 'Von der Idee bis zur Besichtigung vergehen bei uns meist neun Tage.'),
		standing(
			'Neue Kreativorte',
			'Im alten Kaufhaus teilen sich eine Töpferin, zwei Programmierer und die Volkshochschule eine Etage. Das klingt nach einem Konzept, war aber ein Wasserschaden: Die Töpferin brauchte von einem Tag auf den anderen einen Raum.\n\nWir haben daraus gelernt, dass wir nicht alles planen müssen. Wir müssen nur schnell genug Ja sagen können.'
		),
		standing(
			'Arbeiten auf dem Land',
			'Zwanzig Schreibtische mit gutem Netz, davon sechs dauerhaft vermietet. Das trägt sich noch nicht. Wir führen es trotzdem weiter, weil jeder zweite Mensch, der hier ein Jahr gearbeitet hat, geblieben ist.'
		),
		standing(
			'Interkommunale Zusammenarbeit',
			'Mit zwei Nachbarstädten teilen wir uns einen Menschen, der sich um Förderanträge kümmert. Seitdem haben wir dreimal so viele gestellt und genau eine Sitzung mehr.'
		),
		next(
			'Die Villa an der Elster',
			'Ein Haus mit Turm und Garten bis ans Wasser. Wir stellen uns eine Mischung aus Wohnen und Wissen vor und hören gern, was Sie sich vorstellen.'
		),
		next(
			'Innovative Verwaltung',
			'Anträge, die man am Telefon stellen kann, und Bescheide, die man beim ersten Lesen versteht. Zwei Formulare haben wir schon geschafft.'
		),
		project('Bahnhof mit Wartesaal für alle', 'railway_station', {
			year: 2022,
			text: 'Der Zug fährt noch, jetzt wartet man wieder gern. Im Saal gibt es Suppe, Fahrräder und dienstags Chor.'
		}),
		voice(
			'Friedrich Nowak',
			'Bürgermeister',
			'Wir haben mit einem Bahnhof angefangen und mit sechs Telefonnummern. Heute sind es vierhundert Nummern, und der Bahnhof hat geheizt.'
		),
		picture(
			{ of: 'railway_station', at: 'evening', seed: 'Wartesaal' },
			'Ein Bahnhof aus Backstein am Abend, alle Fenster leuchten.',
			'Dienstag, Chorprobe im Wartesaal'
		),
		picture(
			{ of: 'street', at: 'day', seed: 'Elsterufer' },
			'Eine Straße mit Häusern verschiedener Höhe bei Tag.',
			'Vom Ufer zum Rathaus sind es vier Minuten'
		)
	]
};

export const neukirchenProfile: DemoProfile = {
	code: neukirchen,
	parts: [
		intro(
			'Ein Dorf, das seine Hallen aufschließt',
			'Bei uns ist kein Marktplatz, der für sich wirbt. Bei uns gibt es Hallen, Schuppen und Höfe, in denen drei Generationen gearbeitet haben, und Menschen, die noch wissen, wie die Maschinen angehen.\n\nDaraus machen wir etwas: Orte, an denen man lernen, bauen und neu anfangen kann.'
		),
		frame({ districtCount: 2, insekYear: 2020, cooperationSince: 2021 }),
		fact('Handwerk im Telefonbuch', 'Einundvierzig Betriebe auf vier Seiten.'),
		fact('Ein Schlüsselbrett', 'Im Rathaus hängen die Schlüssel aller Räume, die man leihen kann.'),
		standing(
			'Makerhub in der alten Strumpffabrik',
			'Im Erdgeschoss stehen Fräse, Nähmaschinen und ein Drucker für Kunststoff. Schüler kommen am Vormittag, Betriebe am Nachmittag, abends alle, die etwas zu Ende bauen wollen.\n\nDie Versicherung war schwieriger als der Fußboden. Unseren Vertrag geben wir gern weiter.'
		),
		standing(
			'Ehemalige Industrie als Chance',
			'Drei Hallen haben wir geprüft, zwei behalten. Die dritte wird zurückgebaut, auch das ist eine Entscheidung. Auf der Fläche wachsen jetzt Bäume, und der Kindergarten hat sie gezählt.'
		),
		next(
			'Eine Schreinerei mit offenem Hof',
			'Die Werkstatt steht seit zwei Jahren still. Wir suchen jemanden, der sie übernimmt und den Hof offen lässt. Das Gespräch mit dem Eigentümer ist gut.'
		),
		next(
			'Wohnen über der Werkstatt',
			'In vier Häusern stehen die oberen Etagen leer, während unten gearbeitet wird. Wir rechnen gerade, was eine zweite Treppe kostet.'
		),
		project('Die Strumpffabrik', 'factory_hall', {
			year: 2022,
			text: 'Von der leeren Halle zum Ort, an dem vormittags gelernt und abends gebaut wird. Getragen von einem Verein und elf Betrieben.'
		}),
		voice(
			'Jörg Petzold',
			'Bauamtsleiter',
			'Ich war zuerst dagegen. Dann hat mein Sohn dort ein Regal gebaut, und jetzt steht es in meinem Büro.'
		),
		picture(
			{ of: 'factory_hall', at: 'evening', seed: 'Strumpf' },
			'Eine Fabrikhalle mit Sheddach, am Abend hell erleuchtet.',
			'Donnerstags ist offen bis zehn'
		),
		picture(
			{ of: 'workshop', at: 'day', seed: 'Schreinerei' },
			'Eine Werkstatt aus Ziegeln mit großem Tor.',
			'Die Schreinerei sucht neue Hände'
		)
	]
};
