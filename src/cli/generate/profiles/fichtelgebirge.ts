import { marktleuthen, wunsiedel } from '#testing/cast.ts';
import { fact, frame, intro, next, picture, project, standing, voice, type DemoProfile } from './demo-profile.ts';

export const wunsiedelProfile: DemoProfile = {
	code: wunsiedel,
	parts: [
		intro(
			'Eine Stadt mit Bühne sucht Menschen mit Stoff',
			'Wir haben früh gemerkt, dass Porzellan nicht wiederkommt, die Gebäude aber bleiben. Also fragen wir bei jedem zuerst, was es kann, und erst dann, was es kostet.\n\nDas macht uns nicht schneller. Aber es macht, dass die Leute wiederkommen.'
		),
		frame({ districtCount: 12, insekYear: 2022, cooperationSince: 2019 }),
		fact('Theater im Felsen, Energie aus der Region', 'So erzählen wir es in unseren Beispieldaten.'),
		fact('Eine Kampagne, die zurückruft', '„Komm heim“ hat zweihundert Postkarten verschickt und neunzehn Umzüge ausgelöst.'),
		standing(
			'Kampagne: Komm heim',
			'Wir haben allen geschrieben, die vor zehn Jahren weggezogen sind. Keine Broschüre, eine Postkarte mit der Hand. Auf der Rückseite stand ein leeres Haus und eine Telefonnummer.\n\nNeunzehn sind gekommen. Sieben davon haben etwas eröffnet.'
		),
		standing(
			'Ein Leerstand hat einen Namen',
			'Jedes Haus bei uns hat eine Patin oder einen Paten aus dem Stadtrat. Wer Pate ist, schaut einmal im Monat vorbei und ruft einmal im Jahr an. Das kostet nichts und hat schon zwei Dächer gerettet.'
		),
		next(
			'Die Porzellanfabrik am Fluss',
			'Zu groß für einen, richtig für zwanzig. Wir suchen eine Gruppe, die den Anfang in einem Flügel macht. Der Rest darf warten.'
		),
		next(
			'Ein Saal, der auch im Winter spielt',
			'Die Heizung ist das Problem, nicht das Programm. Ein Antrag ist gestellt, eine zweite Meinung eingeholt.'
		),
		project('Jugendhaus im Brauhaus', 'cultural_hall', {
			year: 2020,
			text: 'Geplant von denen, die hineinwollten. Der Plan hing ein Jahr lang im Supermarkt, mit Stift daneben.'
		}),
		voice(
			'Matthias Rauh',
			'Wirtschaftsförderung',
			'Die Postkarte war die billigste Maßnahme, die wir je hatten. Und die einzige, auf die jemand geantwortet hat.'
		),
		voice(
			'Lena Hofmann',
			'zurückgekommen, heute Bäckerin',
			'Auf der Karte war der Laden meiner Oma. Da war die Entscheidung eigentlich schon gefallen.'
		),
		picture({ of: 'cultural_hall', at: 'evening', seed: 'Brauhaus' }, 'Ein Saalbau am Abend mit hellen Fenstern.', 'Freitag im Brauhaus'),
		picture(
			{ of: 'street', at: 'day', seed: 'Komm heim' },
			'Eine Kleinstadtstraße mit bunten Häusern.',
			'Hier stand der Laden auf der Postkarte'
		)
	]
};

export const marktleuthenProfile: DemoProfile = {
	code: marktleuthen,
	parts: [
		intro(
			'Der Bahnhof steht, der Zug hält, jetzt fehlt die Bühne',
			'Wir sind klein genug, dass im Stadtrat alle wissen, in welchem Haus es reinregnet. Und groß genug, dass wir nicht alle selbst reparieren können.\n\nDeshalb erzählen wir, was wir haben. Das ist mehr, als man vom Zug aus sieht.'
		),
		frame({ districtCount: 15, insekYear: 2023 }),
		fact('Ein Bahnhof mit Wiese', 'Wer aussteigt, steht im Grünen.'),
		fact('Ein Stadtrat, der zuhört', 'Jede zweite Sitzung beginnt in einem leeren Haus.'),
		standing(
			'Sitzung im leeren Haus',
			'Seit einem Jahr tagt der Stadtrat jedes zweite Mal dort, wo es um etwas geht. Mit Klappstühlen und Thermoskannen. Die Sitzungen sind kürzer geworden und die Beschlüsse besser.'
		),
		standing(
			'Was nicht geklappt hat',
			'Ein Laden ohne Personal, offen rund um die Uhr: Nach fünf Monaten war er zu. Zu wenig Kundschaft, zu viel Technik. Wir haben daraus gemacht, was wir gleich hätten machen sollen, und fragen jetzt zuerst die Leute aus der Straße.'
		),
		next(
			'Der Bahnhof als Bühne',
			'Ein Kollektiv hat angefragt, die Bahn hat geantwortet, das Dach ist dicht. Jetzt klären wir, wer den Strom bezahlt.'
		),
		project('Backhaus am Anger', 'barn_stable', {
			year: 2024,
			text: 'Jeden Samstag Brot. Der Ofen ist alt, der Schornstein neu, die Schlange lang.'
		}),
		voice('Miriam Engel', 'Erste Bürgermeisterin', 'Im leeren Haus redet niemand am Thema vorbei. Da ist es zu kalt.'),
		picture(
			{ of: 'railway_station', at: 'day', seed: 'Wiese' },
			'Ein Bahnhofsgebäude aus Backstein neben einer Wiese.',
			'Hier soll wieder gespielt werden'
		)
	]
};

export const countyProfile: DemoProfile = {
	code: wunsiedel.slice(0, 5),
	parts: [
		intro(
			'Viele kleine Orte, ein gemeinsames Schlüsselbrett',
			'Ein Landkreis renoviert keine Häuser. Aber er kann dafür sorgen, dass nicht jede Gemeinde allein vor derselben Frage steht.\n\nWir führen das Register für alle, die es nicht selbst führen können, und schicken jemanden mit, wenn es ein Gespräch zu führen gibt.'
		),
		frame({ cooperationSince: 2020 }),
		fact('Ein Mensch für alle Orte', 'Eine volle Stelle, die jede Woche in einer anderen Gemeinde sitzt.'),
		fact('Drei Orte gehen voran', 'Sie probieren aus, die anderen schauen zu und dürfen abschreiben.'),
		standing(
			'Die wandernde Sprechstunde',
			'Jeden Dienstag sitzt unsere Leerstandslotsin in einem anderen Rathaus. Wer ein Haus hat, kommt vorbei; wer eines sucht, auch. Im ersten Jahr waren es hundertsechzig Gespräche, und aus achtzehn wurde etwas.'
		),
		standing(
			'Ein Register, viele Rathäuser',
			'Früher gab es so viele Listen wie Gemeinden. Jetzt gibt es eine, und jede Gemeinde entscheidet selbst, was davon nach außen geht. Der Streit darüber hat ein halbes Jahr gedauert und war gut.'
		),
		next(
			'Ein Fonds für das erste Dach',
			'Fünftausend Euro, schnell und ohne lange Anträge, damit kein Haus verloren geht, während alle noch nachdenken.'
		),
		next('Die Lotsin bekommt eine Vertretung', 'Denn auch eine Woche Urlaub ist eine Woche, in der jemand anruft.'),
		voice(
			'Gerda Pöhlmann',
			'Leerstandslotsin',
			'Ich frage nie, ob jemand verkaufen will. Ich frage, was das Haus früher war. Danach reden wir eine Stunde.'
		),
		picture(
			{ of: 'street', at: 'evening', seed: 'Landkreis' },
			'Eine Straße am Abend, Häuser verschiedener Höhe, Lichter in den Fenstern.',
			'Dienstags in einem anderen Ort'
		)
	]
};
