import { marktleuthen, zehdenick } from '#testing/cast.ts';
import { steps, type DemoAdmission } from './demo-admission.ts';
import { decided } from './helle-orte-decided.ts';

/** Applications to Helle Orte that are under way. */
const underWay: DemoAdmission[] = [
	{
		ags: zehdenick,
		contact: { name: 'Katrin Ahlers', function: 'Bürgermeisterin' },
		answers: [
			'Wir haben lange gewartet, dass jemand kommt und kauft. Jetzt wollen wir selbst sagen, wofür die Häuser da sind: für die, die hier leben, und für die, die zurückkommen.',
			'Der Ziegeleipark zeigt, dass es geht. In der Innenstadt fehlt uns jemand, der das schon einmal gemacht hat.'
		],
		criteria: ['met', 'met', 'met'],
		minutes: null,
		begunDaysAgo: 4,
		steps: []
	},
	{
		ags: '12061320',
		contact: { name: 'Torsten Kießling', function: 'Stadtplanung' },
		answers: [
			'Ein Haus gehört zuerst dem Ort. Das sagen wir inzwischen auch, wenn jemand mit dem höchsten Gebot kommt.',
			'Die alte Post steht seit elf Jahren leer. Wir haben drei Ausschreibungen hinter uns und einen Stadtrat, der wieder Lust hat.',
			'Wir erwarten offene Ohren und ehrliche Zahlen. Mitbringen können wir unsere Satzung zum Vorkaufsrecht und alles, was daran nicht klappte.',
			'Die alte Post, zwei Läden in der Hauptstraße und das Stellwerk.'
		],
		criteria: ['met', 'met', 'partly', 'met', 'partly', 'met'],
		minutes: 90,
		begunDaysAgo: 15,
		steps: steps('submit', 2)
	},
	{
		ags: '03155001',
		contact: { name: 'Almut Reese', function: 'Leerstandslotsin' },
		answers: [
			'Wir fragen zuerst die Nachbarschaft und dann den Markt. Das dauert länger und hält länger.',
			'Mit dem Weggang der Klinik stehen auf einmal Gebäude leer, für die es bei uns kein Beispiel gibt.',
			'Rat zu großen Häusern. Wir bringen einen gut besuchten Domfestspiel-Sommer mit und viele, die anpacken.',
			'Die ehemalige Klinik am Osterberg und ein Kaufhaus am Markt.'
		],
		criteria: ['met', 'met', 'met', 'met', 'met', 'met'],
		minutes: 150,
		begunDaysAgo: 40,
		steps: steps('check', 12, 6)
	},
	{
		ags: '09577158',
		contact: { name: 'Georg Schmalz', function: 'Zweiter Bürgermeister' },
		answers: [
			'Denkmal und Alltag gehören bei uns zusammen. Wir wollen, dass in alten Häusern wieder gekocht wird.',
			'Weil wir allein nicht weiterkommen.',
			'Austausch mit anderen kleinen Städten im Altmühltal und darüber hinaus.',
			'Zwei Häuser in der Altstadt.'
		],
		criteria: ['met', 'met', 'met', 'open', 'partly', 'met'],
		minutes: 60,
		begunDaysAgo: 33,
		steps: [
			...steps('check', 12, 5),
			{
				transition: 'return',
				daysAgo: 9,
				reason: 'Ihr Antrag gefällt uns. Schreiben Sie uns bitte noch, um welche zwei Häuser es geht und was Sie dort schon versucht haben.'
			}
		]
	},
	{
		ags: '06631023',
		contact: { name: 'Ulrike Heil', function: 'Bürgermeisterin' },
		answers: [
			'Wir sind klein und geben nichts auf. Was leer steht, ist kein Schandfleck, sondern Platz.',
			'In der Rhön kennt jede Gemeinde dieselben drei Häuser: Gasthof, Schule, Sparkasse. Wir wollen nicht jede für sich daran scheitern.',
			'Vorlagen für Zwischennutzung. Wir erzählen gern von unserem Dorfladen, der im zweiten Anlauf gelang.',
			'Der Gasthof zum Stern und die alte Sparkasse am Markt.'
		],
		criteria: ['met', 'met', 'met', 'met', 'partly', 'met'],
		minutes: 120,
		begunDaysAgo: 30,
		steps: steps('invite', 5, 7),
		proposals: { daysAgo: 3, inDays: [3, 5, 8], place: 'per Video' }
	},
	{
		ags: '06633010',
		contact: { name: 'Jens Althaus', function: 'Bauamt' },
		answers: [
			'Fachwerk ist schön, wenn jemand darin lebt. Uns geht es um Wohnen für die, die hier arbeiten.',
			'Vierzig leere Wohnungen im Kern und eine Warteliste im Neubau: Das passt nicht zusammen.',
			'Wir suchen Verträge, die auch Erbengemeinschaften unterschreiben. Mitbringen: ein Kataster, das wir selbst gebaut haben.',
			'Das Ackerbürgerhaus an der Stadtmauer und die Häuserzeile in der Hofgeismarer Straße.'
		],
		criteria: ['met', 'met', 'met', 'met', 'met', 'met'],
		minutes: 120,
		begunDaysAgo: 45,
		steps: steps('interviewed', 6, 9),
		interview: {
			daysAgo: 6,
			with: 'Jens Althaus, Oskar Behrens',
			shared:
				'Grebenstein bringt ein selbst gebautes Kataster mit und zeigt es im Gründertreffen. Offen ist, wer den Bauamtsleiter vertritt. Wir schicken bis Freitag die Vorlage für Verträge mit Erbengemeinschaften.',
			internal: 'Sehr gut vorbereitet. Der Bürgermeister hält sich noch zurück, das Bauamt trägt es allein.'
		}
	},
	{
		ags: marktleuthen,
		contact: { name: 'Sonja Prechtl', function: 'Erste Bürgermeisterin' },
		answers: [
			'Porzellan haben wir verloren, den Zusammenhalt nicht. Wer etwas aufmacht, bekommt bei uns den Schlüssel und einen Kuchen.',
			'Die Fabrik ist zu groß für uns allein und zu schön zum Abreißen.',
			'Wir hoffen auf Leute, die uns auch widersprechen. Dafür zeigen wir, wie wir mit siebzig Ehrenamtlichen ein Schwimmbad führen.',
			'Die ehemalige Porzellanfabrik und zwei Häuser am Marktplatz.'
		],
		criteria: ['met', 'met', 'met', 'met', 'met', 'met'],
		minutes: 150,
		begunDaysAgo: 60,
		steps: steps('meet', 8, 9),
		interview: {
			daysAgo: 17,
			with: 'Sonja Prechtl, Oskar Behrens',
			shared:
				'Langes, heiteres Gespräch am Telefon. Marktleuthen will vor allem über große Industriebauten lernen. Verabredet: Matthias Rauh aus Wunsiedel ruft vor dem Kennenlernen an.',
			internal: 'Sehr offen. Die Kämmerei ist skeptisch wegen der Reisen, bitte im Gründertreffen ansprechen.'
		},
		proposals: { daysAgo: 6, inDays: [4, 6], place: 'per Video' }
	},
	{
		ags: '03354009',
		contact: { name: 'Wiebke Harms', function: 'Samtgemeinde, Ortsentwicklung' },
		answers: [
			'Wir haben gelernt, mit Hochwasser und mit Künstler:innen zu leben. Beides macht großzügig.',
			'Viele kommen im Sommer und wollen bleiben. Die Häuser gibt es, nur den Weg zu ihnen noch nicht.',
			'Eine Kommune als Patin, die uns im ersten Konzeptverfahren begleitet. Wir bringen die Sommerliche Musikwoche und ein wachsendes Netz von Rückkehrer:innen mit.',
			'Das Hotel am Hafen, die alte Wäscherei und der Bahnhof.'
		],
		criteria: ['met', 'met', 'met', 'partly', 'met', 'met'],
		minutes: 120,
		begunDaysAgo: 75,
		steps: steps('met', 4, 11),
		interview: {
			daysAgo: 26,
			with: 'Wiebke Harms, Oskar Behrens',
			shared: 'Hitzacker sucht vor allem eine Patin für das erste Konzeptverfahren. Angermünde kommt in Frage.',
			internal: 'Zuständig ist die Samtgemeinde, Mitglied würde die Stadt. Vor der Aufnahme klären, wer unterschreibt.'
		},
		founders: {
			daysAgo: 4,
			with: 'Wiebke Harms, Friedrich Nowak, Sabine Wolter, Jörg Petzold',
			shared: 'Vorstellung mit vielen Bildern. Fragen gab es zur Vertretung und zum Hafenhotel. Beides ist beantwortet.',
			internal: 'Gute Stimmung. Jörg hätte gern einen Ratsbeschluss gesehen.'
		},
		votes: [{ name: 'Birgit Amann', choice: 'yes', reason: 'Per Mail: genau die Art Ort, die uns noch fehlt. Bitte gleich mit Patin.' }]
	},
	{
		ags: '16072011',
		contact: { name: 'Rolf Greiner', function: 'Bürgermeister' },
		answers: [
			'Glas und Berge, sonst haben wir nicht viel, aber das teilen wir.',
			'Drei Glashütten stehen leer. Jede hätte Platz für zehn Werkstätten.',
			'Kontakt zu Macher:innen, die nicht nur im Sommer kommen.',
			'Die Farbglashütte, Haus 2, und der Konsum.'
		],
		criteria: ['met', 'met', 'met', 'met', 'open', 'met'],
		minutes: 30,
		begunDaysAgo: 80,
		steps: [
			...steps('interviewed', 36, 9),
			{
				transition: 'hold',
				daysAgo: 30,
				reason: 'Die Stelle für Ortsentwicklung wird im Frühjahr besetzt. Bis dahin fehlt die Zeit, danach freuen wir uns auf Sie.'
			}
		],
		holdDays: 75,
		interview: {
			daysAgo: 36,
			with: 'Rolf Greiner, Oskar Behrens',
			shared:
				'Alles passt, nur die zwei Stunden fehlen, bis die neue Stelle besetzt ist. Verabredet: Wir warten und melden uns dann von selbst.'
		}
	}
];

export const helleOrteAdmissions: DemoAdmission[] = [...underWay, ...decided];
