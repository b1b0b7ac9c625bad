import { angermuende, herzberg } from '#testing/cast.ts';
import type { DemoPlace } from './demo-place.ts';

export const awarded: DemoPlace[] = [
	{
		...{ slug: 'alte-molkerei-angermuende', name: 'Alte Molkerei', ags: angermuende, state: 'awarded' },
		group: { name: 'Molkerei für alle eG', kind: 'cooperative', slug: 'molkerei-fuer-alle' },
		profile: {
			summary: 'Wo früher Milch floss, wird heute gewerkelt, gekocht und gewohnt: eine Genossenschaft mit Backofen und offener Werkstatt.',
			projectText:
				'Die Molkerei stand siebzehn Jahre leer. Heute leben hier elf Menschen, vier Betriebe arbeiten in der Kühlhalle, und donnerstags ist die Werkstatt für alle offen.\n\nGekauft haben wir das Haus gemeinsam mit einer Stiftung: Ihr gehört der Boden, uns das Gebäude. Verkaufen kann es niemand mehr, auch wir nicht.',
			locationText: 'Am Stadtrand, acht Minuten zu Fuß vom Bahnhof. Der Radweg zum Wolletzsee beginnt vor dem Tor.',
			infrastructure: ['Bahnhof 600 m', 'Glasfaser', 'Backofen im Hof', 'Lastenrad zum Leihen'],
			offers: {
				open: 'Offene Werkstatt donnerstags ab 16 Uhr, Reparaturtag am ersten Samstag.',
				craft: 'Holz, Metall, Fahrrad: drei Werkstätten mit Anleitung.',
				supply: 'Freitags Brot aus dem Hofofen, auf Vorbestellung.',
				living: 'Sieben Wohnungen und ein Gästezimmer, vier Euro sechzig kalt.',
				working: 'Zwölf Arbeitsplätze in der früheren Laborküche.',
				commons: 'Genossenschaft mit Erbbaurecht, der Boden gehört einer Stiftung.'
			},
			foundingHistory:
				'Am Anfang stand ein Spaziergang mit dem Stadtplaner durch sechs leere Häuser. Bei der Molkerei blieben alle stehen. Zwei Jahre später unterschrieben neunzehn Leute die Satzung.',
			vision: 'Die Käserei soll wieder Käse machen. Der Raum ist fertig, es fehlt jemand mit Freude an frühen Morgen.',
			progress: 'Alle Wohnungen sind bezogen, die Werkstatt läuft seit fünf Jahren, das Dach trägt Photovoltaik.',
			hurdles:
				'Der Brandschutz hat uns ein Jahr gekostet. Heute würden wir die Brandschutzfrau beim ersten Rundgang dabeihaben, nicht beim letzten.',
			funFact: 'Im Schornstein wohnt seit 2021 ein Turmfalke. Er zahlt keine Anteile und darf trotzdem bleiben.',
			...{ completionYear: 2022, residentCount: 11, ageStructure: '2 bis 71 Jahre', legalForm: 'cooperative', housingForm: 'cooperative' },
			developmentPartners: ['Stiftung Haus und Hof Uckermark', 'Ziegel & Zimmer Handwerksgenossenschaft', 'Stadt Angermünde'],
			...{ awards: ['Preis für Umbaukultur 2023'], bookable: ['coworking', 'stay', 'workshop'], houseKind: 'factory_hall' }
		},
		contact: { name: 'Grit Lehnhardt', email: 'hallo@alte-molkerei.example' },
		award: {
			on: '2024-09-12',
			because:
				'hier ein ganzes Haus dem Handel entzogen ist und trotzdem jede Woche die Tür offen steht. Wer repariert, kommt wieder, und manche bleiben.'
		}
	},
	{
		...{ slug: 'lichtspielhaus-herzberg', name: 'Lichtspielhaus', ags: herzberg, state: 'awarded' },
		group: { name: 'Lichtspielverein Herzberg', kind: 'association', slug: 'lichtspielverein-herzberg' },
		profile: {
			summary: 'Das Kino am Markt zeigt wieder Filme, und tagsüber lernen dort Menschen zwischen sieben und achtzig miteinander.',
			projectText:
				'1991 lief der letzte Film. Als die Leinwand auf den Sperrmüll sollte, haben drei Leute sie nachts zurückgetragen. Daraus wurde ein Verein mit 240 Mitgliedern.\n\nAbends Kino, vormittags Sprachcafé, nachmittags Hausaufgaben: Der Saal schläft kaum noch.',
			locationText: 'Direkt am Markt. Der Bus hält vor der Tür, das Rathaus ist gegenüber.',
			infrastructure: ['Saal mit 96 Plätzen', 'Bühne 5 mal 4 Meter', 'Rampe am Hofeingang'],
			offers: {
				culture: 'Kino an vier Abenden, zwölf Konzerte im Jahr.',
				open: 'Sprachcafé dienstags, Foyer mit Zeitungen an jedem Vormittag.',
				learning: 'Hausaufgabenwerkstatt und Filmschule in den Ferien.',
				commons: 'Verein, das Haus gehört der Stadt und ist für 66 Jahre überlassen.'
			},
			foundingHistory: 'Der Bürgermeister gab uns den Schlüssel für drei Monate. Das ist neun Jahre her.',
			vision: 'Ein zweiter, kleiner Saal im Hinterhaus, für Filme, die sonst niemand zeigt.',
			progress: 'Digitaler Projektor, neue Heizung, barrierefreier Zugang: alles fertig und bezahlt.',
			hurdles: 'Ohne Förderung trägt das Kino seine Heizkosten nicht. Wir rechnen das offen vor, statt es zu verstecken.',
			funFact: 'Die Popcornmaschine stammt aus einem stillgelegten Kreuzfahrtschiff.',
			...{ completionYear: 2021, residentCount: 0, legalForm: 'association', housingForm: 'none', houseKind: 'cultural_hall' },
			...{ developmentPartners: ['Stadt Herzberg (Elster)'], bookable: ['hall', 'seminar'] }
		},
		contact: { name: 'Tom Anders', email: 'kino@lichtspielhaus.example' },
		award: { on: '2025-03-20', because: 'sich in diesem Saal Menschen begegnen, die einander sonst nur beim Einkaufen grüßen.' }
	},
	{
		...{ slug: 'dreiseithof-templin', name: 'Dreiseithof am Lübbesee', ags: '12073572', state: 'awarded' },
		group: { name: 'Hofgemeinschaft Lübbesee', kind: 'association', slug: 'hofgemeinschaft-luebbesee' },
		profile: {
			summary: 'Drei Scheunen, achtzehn Menschen, eine Küche: gemeinsam wohnen, Gemüse für vierzig Haushalte und Seminare am See.',
			projectText:
				'Der Hof war verkauft und wieder verkauft worden, jedes Mal ein Stück leerer. Wir haben ihn mit einem Mietshäuser Syndikat gekauft, damit das aufhört.\n\nIm Südflügel wird gewohnt, im Ostflügel getagt, in der Scheune gefeiert.',
			locationText: 'Zwei Kilometer vor Templin, der Uferweg führt am Hof vorbei.',
			infrastructure: ['Bus 517, stündlich', 'Seminarküche', 'Badestelle 300 m'],
			offers: {
				living: 'Neun Wohnungen in drei Häusern, eine davon für ein Jahr auf Probe.',
				working: 'Gärtnerei, Keramik, zwei Büros.',
				supply: 'Gemüsekiste für vierzig Haushalte, Abholung freitags.',
				learning: 'Seminarbetrieb mit sechzig Tagen im Jahr.',
				open: 'Hofcafé von Mai bis September, jeden Sonntag.',
				commons: 'Mietshäuser Syndikat, Verkauf ausgeschlossen.'
			},
			vision: 'Ein Altenteil, das den Namen verdient: drei barrierefreie Wohnungen in der Remise.',
			progress: 'Zwei von drei Flügeln sind fertig, die Scheune hat ein Dach, die Gärtnerei trägt sich.',
			hurdles: 'Vier Jahre Bauen haben die Gruppe müde gemacht. Wir haben einen Winter lang nichts gebaut, nur geredet. Es hat geholfen.',
			...{ completionYear: 2024, residentCount: 18, ageStructure: '1 bis 74 Jahre', legalForm: 'syndicate', housingForm: 'communal' },
			...{ bookable: ['seminar', 'stay'], houseKind: 'farmstead' }
		},
		contact: { name: 'Uta Brehme', email: 'hof@luebbesee.example' },
		award: { on: '2024-03-14', because: 'Wohnen, Arbeiten und ein Sonntagskaffee für alle hier in einen Hof passen, der niemandem gehört.' }
	},
	{
		...{ slug: 'postamt-wunsiedel', name: 'Postamt 95632', ags: '09479169', state: 'awarded' },
		group: { name: 'Postamt Wunsiedel gGmbH', kind: 'company', slug: 'postamt-wunsiedel' },
		profile: {
			summary: 'Schalterhalle mit Stadtküche, oben Büros, im Hof ein Reparaturladen: Das Postamt stellt wieder zu, nur anderes.',
			projectText:
				'Als die Post auszog, blieb ein Haus mit einer zwölf Meter hohen Halle und einem Tresor, dessen Zahlencode niemand kannte.\n\nHeute kocht in der Halle mittags die Stadtküche, für alle und zu drei Preisen. Der Tresor ist offen, er ist jetzt das Brotregal.',
			locationText: 'Zwei Straßen vom Marktplatz, gegenüber vom Busbahnhof.',
			infrastructure: ['Busbahnhof gegenüber', 'Aufzug', 'Küche für 120 Essen am Tag'],
			offers: {
				supply: 'Mittagstisch von Montag bis Freitag, ein Gericht, drei Preise.',
				working: 'Vierzehn Schreibtische und zwei Besprechungsräume.',
				care: 'Sozialberatung mittwochs in der Zelle neun.',
				open: 'Reparaturladen im Hof, samstags.',
				commons: 'gemeinnützige GmbH, drei Viertel der Anteile hält ein Verein.'
			},
			vision: 'Im Dachgeschoss soll man ein paar Wochen zur Probe leben können.',
			progress: 'Halle, Küche und Büros laufen, das Dachgeschoss ist ausgeräumt.',
			hurdles: 'Der Denkmalschutz wollte die Schalter behalten. Heute sind wir froh: Sie sind das Schönste am Haus.',
			...{ completionYear: 2025, residentCount: 34, ageStructure: 'arbeiten hier', legalForm: 'ggmbh', housingForm: 'planned' },
			...{ bookable: ['coworking', 'seminar', 'hall'], houseKind: 'town_hall', website: 'https://postamt-wunsiedel.example' }
		},
		award: { on: '2026-03-19', because: 'ein Mittagessen zu drei Preisen mehr für den Zusammenhalt tut als mancher Beirat.' }
	},
	{
		...{ slug: 'bahnhof-witzenhausen-nord', name: 'Halt Witzenhausen', ags: '06636016', state: 'awarded' },
		group: { name: 'Bahnhof der Möglichkeiten e. V.', kind: 'association', slug: 'bahnhof-der-moeglichkeiten' },
		profile: {
			summary: 'Im Empfangsgebäude wird wieder empfangen: Wartesaal mit Café, Radstation und ein Saal, den jede Gruppe nutzen darf.',
			projectText:
				'Der Zug hielt immer, nur das Haus war zu. Der Verein hat es für einen Euro und viele Auflagen übernommen.\n\nHeute warten die Leute drinnen, bei Kaffee und Zeitungen, und die Verspätung ist kein Ärgernis mehr, sondern ein Gespräch.',
			locationText: 'Am Bahnhof, Halt der Linie nach Kassel und Göttingen.',
			infrastructure: ['Gleis 1', 'Radstation mit 60 Plätzen', 'barrierefreies WC'],
			offers: {
				open: 'Wartesaal mit Café, sieben Tage die Woche.',
				culture: 'Konzerte im Gepäckraum, zweimal im Monat.',
				craft: 'Radwerkstatt mit Anleitung.',
				working: 'Sechs Plätze für Pendler:innen, stundenweise.'
			},
			foundingHistory: 'Angefangen hat es mit einer Thermoskanne auf Bahnsteig 1.',
			vision: 'Wohnen für Auszubildende unter dem Dach.',
			progress: 'Café, Saal und Radstation laufen. Die Fassade folgt im Sommer.',
			hurdles: 'Bis die Bahn wusste, wem das Haus gehört, verging ein Jahr.',
			...{ completionYear: 2023, residentCount: 9, ageStructure: 'arbeiten hier', legalForm: 'association', housingForm: 'none' },
			...{ bookable: ['hall', 'coworking'], houseKind: 'railway_station' }
		},
		contact: { name: 'Yasemin Öztürk', email: 'bahnhof@moeglichkeiten.example' },
		award: { on: '2025-09-18', because: 'hier niemand etwas kaufen muss, um dazuzugehören, und trotzdem alle Kuchen essen.' }
	},
	{
		...{ slug: 'schule-am-see-malchin', name: 'Schule am See', ags: '13071092', state: 'resting' },
		group: { name: 'Seeschule Malchin e. V.', kind: 'association', slug: 'seeschule-malchin' },
		profile: {
			summary: 'Eine Dorfschule, die Werkstatt, Kita und Gästehaus wurde. Nach dem Wasserschaden macht sie Pause, nicht Schluss.',
			projectText:
				'Acht Jahre lang war in jedem Klassenzimmer etwas los. Im letzten Winter ist eine Leitung geplatzt, zwei Stockwerke tief.\n\nWir trocknen, rechnen und fragen. Wer helfen will, ist willkommen.',
			locationText: 'Am Ortsrand, zum See sind es 200 Meter.',
			offers: { learning: 'Ferienwerkstätten, wenn das Haus wieder trocken ist.', open: 'Bauhütte im Garten, samstags.' },
			progress: 'Die Versicherung zahlt einen Teil, das Erdgeschoss ist trocken.',
			hurdles: 'Ein Haus ohne Heizung im Januar. Das nächste Mal lassen wir das Wasser ab.',
			...{ residentCount: 0, legalForm: 'association', housingForm: 'none', houseKind: 'school' }
		},
		contact: { name: 'Heike Prahl', email: 'hallo@seeschule.example' },
		award: { on: '2023-09-21', because: 'hier ein Dorf seine Schule nicht zurückbekam, sondern neu erfand.' },
		rests: 'Wasserschaden im Winter; das Haus wird getrocknet, der Betrieb ruht.'
	}
];
