import type * as words from '../vocabulary.ts';

/**
 * How lists say the words of the register, folded as `foldWords` does. A phrase counts when it is the whole cell or stands in it as whole words;
 * the longer phrase wins. A trailing "*" lets the word go on ("schul*": Schule, Schulgebäude).
 */
export type Synonyms<K extends string> = Partial<Record<K, string>>;

const table = <K extends string>(phrases: Synonyms<K>): [string, K][] =>
	Object.entries<string | undefined>(phrases)
		.flatMap(([word, list]) => (list ?? '').split(',').map((phrase): [string, K] => [phrase.trim(), word as K]))
		.filter(([phrase]) => phrase !== '')
		.sort((a, b) => b[0].length - a[0].length);

export const propertyTypeWords = table<words.PropertyType>({
	residential_house:
		'wohnhaus*, einfamilienhaus*, efh, haus, villa, doppelhaus*, reihenhaus*, bauernhaus, zweifamilienhaus, zfh, wohngebaeude, wohn und geschaeftshaus, wgh, house, maison',
	apartment_building: 'mehrfamilienhaus*, mfh, mietshaus, wohnblock, plattenbau, apartment building, wohnanlage, immeuble',
	shop: 'laden*, ladenlokal*, geschaeft*, gewerbeeinheit, einzelhandel*, shop, retail, supermarkt, konsum, kaufhalle, kaufhaus, baeckerei, fleischerei, metzgerei, apotheke, verkaufsraum, verkaufsflaeche, commerce',
	inn: 'gasthof*, gasthaus*, gaststaette*, wirtshaus, kneipe, restaurant, hotel*, pension, gastronomie, krug, dorfkrug, schaenke, gastwirtschaft, pub, auberge',
	school: 'schul*, grundschule, dorfschule, kita, kindergarten, kinderkrippe, hort, school, ecole, berufsschule, internat',
	railway_station: 'bahnhof*, empfangsgebaeude, bf, haltepunkt, stellwerk, lokschuppen, railway station, gare',
	manor_house: 'gutshaus, herrenhaus, schloss*, gutshof, rittergut, burg, palais, manor*, chateau, gutsanlage, herrensitz',
	farmstead:
		'hofstelle*, bauernhof*, gehoeft*, vierseithof, dreiseithof, resthof, hof, hofanlage, landwirtschaftliche hofstelle, farm, ferme',
	barn_stable:
		'scheune*, stall*, scheune stall, kuhstall, pferdestall, speicher, remise, schuppen, barn, stable, grange, kornspeicher, feldscheune',
	workshop:
		'werkstatt*, werkstaette*, schmiede, tischlerei, schreinerei, kfz werkstatt, workshop, atelier*, handwerksbetrieb, muehle, molkerei, brennerei',
	factory_hall:
		'halle, industriehalle, fabrik*, produktionshalle, lagerhalle*, gewerbehalle, lager, factory*, usine, industriebrache, industriegebaeude, brauerei, ziegelei, werk, werkhalle, turnhalle, sporthalle, warehouse',
	office:
		'buero*, buerohaus, verwaltungsgebaeude, bank*, sparkasse*, post*, postamt, praxis*, office*, bureau*, arztpraxis, polizei*, amtsgericht',
	church_parish: 'kirche*, pfarrhaus*, kapelle, pfarrhof, gemeindehaus*, kloster*, church, eglise, synagoge, pfarramt, dorfkirche',
	fire_station: 'feuerwehr*, feuerwache, spritzenhaus, geraetehaus, ffw, fire station',
	town_hall: 'rathaus*, gemeindeamt, gemeindeverwaltung, stadthaus, ratsgebaeude, town hall, mairie, ehem rathaus',
	cultural_hall:
		'saal*, kulturhaus, tanzsaal, festsaal, kino*, theater*, stadthalle, gemeindesaal, lichtspiel*, kulturscheune, buergerhaus, dorfgemeinschaftshaus, dgh, klubhaus, museum',
	garden_plot:
		'grundstueck*, baugrundstueck, bauland, bauplatz, garten*, kleingarten, flaeche, brachflaeche, baulueke, bauluecke, plot, terrain, vacant lot, lot, parkplatz, acker, wiese, friche, brache, freiflaeche',
	other: 'sonstige*, anderes, andere, divers*, other, wasserturm, garage*, kaserne*, krankenhaus, klinik, bunker, schwimmbad, trafohaus'
});

export const conditionWords = table<words.Condition>({
	ready_to_use:
		'sofort nutzbar, bezugsfertig, gut, sehr gut, saniert, renoviert, gepflegt, neuwertig, modernisiert, einwandfrei, in ordnung, good, 1, bon, nutzbar, guter zustand, bezugsfrei, instand gesetzt',
	minor_works:
		'kleine arbeiten, leichte maengel, befriedigend, renovierungsbeduerftig, kleinere maengel, teilsaniert, mittel, 2, schoenheitsreparaturen, normal, maessig, durchschnittlich, ausreichend, teilrenoviert, renovierungsbed',
	refurbishment_needed:
		'sanierung noetig, sanierungsbeduerftig, san bed, sanierungsbed, saniergsbed, instandsetzungsbeduerftig, unsaniert, maengel, 3, modernisierungsbeduerftig, degradation moyenne, reparaturbeduerftig, erneuerungsbeduerftig',
	major_refurbishment:
		'umfassende sanierung, stark sanierungsbeduerftig, vollsanierung, kernsanierung, grosse maengel, schlecht, desolat, 4, erhebliche maengel, grundsanierung, stark beschaedigt, poor, sehr schlecht, marode, degradation importante',
	dilapidated: 'baufaellig, ruine*, ruinoes, einsturzgefaehrdet, verfallen, 5, derelict, ruin, ruinenhaft, einsturzgefahr, teilruine',
	shell: 'rohbau, im rohbau, shell',
	gutted: 'entkernt, gutted',
	demolition_candidate: 'abriss*, abbruch*, rueckbau*, demolition, abrissreif, zum abriss, abriss erwogen, 6'
});

export const heritageWords = table<words.Heritage>({
	none: 'kein denkmal, keiner, keine, nein, kein, nicht denkmalgeschuetzt, no, ohne, none, aucun, nicht geschuetzt, n, nicht denkmalgesch',
	single_monument:
		'einzeldenkmal*, denkmal*, baudenkmal*, kulturdenkmal*, ja, denkmalgeschuetzt, denkmalschutz, yes, listed*, unter denkmalschutz, x, d, j, eingetragenes denkmal, denkmalgesch',
	ensemble: 'ensemble*, ensembleschutz, denkmalbereich*, gesamtanlage, denkmalzone, conservation area',
	preservation_statute: 'erhaltungssatzung*, gestaltungssatzung, sanierungsgebiet'
});

export const accessibilityWords = table<words.Accessibility>({
	step_free: 'stufenlos*, barrierefrei, ja, rollstuhlgerecht, ebenerdig, yes, x, schwellenlos, voll barrierefrei, j',
	partly: 'teilweise*, teilweise barrierefrei, bedingt*, eingeschraenkt*, partly, eg barrierefrei, erdgeschoss barrierefrei, teilw',
	with_ramp_possible: 'mit rampe moeglich, rampe*, mit rampe, rampe moeglich, nachruestbar, herstellbar',
	not: 'nicht barrierefrei, nein, nicht, no, stufen, treppe*, keine, n, kein'
});

export const vacancyDegreeWords = table<words.VacancyDegree>({
	full: 'ganz leer, leer, leerstand, leerstehend, vollstaendig, voll, komplett, komplett leer, ja, ungenutzt, 100 %, 100%, vollleerstand, full, vacant, vacant building*, totalleerstand, gesamt, vollstaendiger leerstand, x, leer stehend, unbewohnt, steht leer',
	partial:
		'teilweise leer, teilleerstand*, teilweise, teil, partiell, partial*, teilw leer, partiellement inoccupe, teilgenutzt, eg leer, teilw',
	impending: 'drohend*, drohender leerstand, bald leer, in kuerze, absehbar, auslaufend*, gekuendigt',
	temporarily_used: 'voruebergehend genutzt, zwischengenutzt, zwischennutzung, temporaer genutzt, zwischenvermietet',
	not_vacant: 'nicht leer, genutzt, bewohnt, vermietet, nein, belegt, in nutzung, not vacant, no, occupied, kein leerstand'
});

export const offerModeWords = table<words.OfferMode>({
	sale: 'kauf, verkauf*, zu verkaufen, zum verkauf, verkaeuflich, sale, for sale, kaufen, vk, kaufangebot, vente',
	heritable_building_right: 'erbbau*, erbbaurecht, erbpacht, erbbr',
	rent: 'miete, vermietung, zu vermieten, mieten, zur miete, rent, for rent, vermieten, location, mietangebot',
	lease: 'pacht, verpachtung, zu verpachten, verpachten, lease',
	free_use: 'leihe, unentgeltlich, kostenlos, kostenfrei, ueberlassung, nutzungsueberlassung, mietfrei, unentgeltliche ueberlassung',
	interim_use: 'zwischennutzung, interim, temporaer, befristet, pop up*, zwischenmiete',
	co_use: 'mitnutzung, mitbenutzung, gemeinschaftsnutzung, untermiete, coworking',
	undecided: 'unentschieden, offen, noch offen, unklar, undecided, noch nicht entschieden'
});

export const lastUseWords = table<words.LastUse>({
	housing: 'wohnen, wohnung*, wohnhaus, wohnnutzung, housing, wohngebaeude',
	retail:
		'handel, einzelhandel, laden, geschaeft, verkauf, supermarkt, baeckerei, fleischerei, metzgerei, retail, kaufhaus, shop, konsum, drogerie, textil*, lebensmittel*, schuhe, blumen*',
	gastronomy: 'gastronomie, gaststaette, gasthof, restaurant, cafe, hotel, kneipe, pension, imbiss, gasthaus, eisdiele, bar',
	crafts: 'handwerk*, werkstatt, schmiede, tischlerei, produktion, gewerbe, fabrik*, industrie*, schreinerei, mechanik, kfz*',
	agriculture: 'landwirtschaft*, stall, scheune, bauernhof, lpg, agrar*',
	office: 'buero*, verwaltung*, bank, sparkasse, praxis, post, office, rathaus, kanzlei, versicherung',
	education: 'bildung, schule, kita, kindergarten, grundschule, internat, bibliothek, hort',
	care: 'pflege*, altenheim, seniorenheim, krankenhaus, arztpraxis, gesundheit*',
	culture: 'kultur*, kino, theater, saal, museum, veranstaltung*, tanzsaal, jugendclub, vereinsheim',
	religion: 'kirche, kirchlich*, pfarrhaus, kapelle, gemeindehaus',
	storage: 'lager*, lagerhalle, depot, speicher',
	traffic: 'verkehr*, bahnhof, bahn, bus*, garage*, parkhaus, tankstelle',
	other: 'sonstige*, feuerwehr*, other'
});

export const useWords = table<words.Use>({
	housing: 'wohnen, wohnnutzung, wohnung*',
	co_housing: 'gemeinschaftliches wohnen, wohnprojekt, mehrgenerationen*, gemeinschaftswohnen, genossenschaft*',
	shop: 'laden*, einzelhandel, geschaeft, handel, pop up store, hofladen',
	regional_supply: 'nahversorgung, dorfladen, lebensmittel*, versorgung',
	gastronomy: 'gastronomie, gaststaette, restaurant, kneipe, hotel, beherbergung',
	cafe: 'cafe, kaffee*, bistro, begegnungscafe',
	coworking: 'coworking, co working, gemeinschaftsbuero, coworking space',
	workshop_makerspace: 'werkstatt*, makerspace, fablab, offene werkstatt, handwerk, gewerbe',
	studio_atelier: 'atelier*, studio, kuenstler*',
	rehearsal: 'proberaum*, probenraum, musikprobe',
	stage_culture: 'kultur*, buehne, theater, konzert*, veranstaltung*, kino, saal',
	exhibition: 'ausstellung*, galerie, museum',
	school_education: 'bildung, schule, kita, kurse, lernort, volkshochschule, vhs',
	youth: 'jugend*, jugendclub, jugendtreff',
	senior_care: 'pflege*, senioren*, altenheim, tagespflege, betreutes wohnen',
	health: 'gesundheit*, arzt*, praxis, therapie*, hebamme*',
	social_service: 'beratung*, sozial*, soziales',
	repair_cafe: 'repair cafe, reparatur*',
	library: 'bibliothek, buecherei, lesesaal',
	church_space: 'kirchenraum, kirche, andacht*',
	farm_production: 'landwirtschaft, gaertnerei, solawi, imkerei',
	storage: 'lager*, depot, abstellraum',
	office: 'buero*, verwaltung, dienstleistung',
	meeting_place:
		'treffpunkt*, begegnung*, dorfgemeinschaftshaus, vereinsraum, verein*, gemeinschaftsraum, nachbarschaft*, buergerhaus, mehrzweck*',
	mixed: 'gemischte nutzung, gemischt, mischnutzung, wohnen und gewerbe',
	other: 'sonstiges, andere'
});

export const settingWords = table<words.Setting>({
	town_centre: 'ortskern, innenstadt, altstadt, zentrum, stadtzentrum, stadtkern, ortsmitte, marktplatz',
	quarter: 'quartier, stadtquartier, siedlung, wohngebiet, stadtteil',
	village_core: 'dorfkern, dorfmitte, dorf, dorfanger, anger',
	edge: 'ortsrand, stadtrand, randlage, am rand',
	solitary: 'alleinlage, aussenbereich, einzellage, abseits',
	industrial_area: 'gewerbegebiet, industriegebiet, gewerbepark, ge gebiet'
});

export const yesNoWords = table<'yes' | 'no' | 'partial'>({
	yes: 'ja, j, x, yes, y, wahr, true, 1, vorhanden, oui, richtig, ok, haken, mit',
	no: 'nein, n, no, falsch, false, 0, nicht vorhanden, keine, kein, non, ohne',
	partial: 'teilweise, teils, tlw, partial, partiell, bedingt'
});

/** Cells that say that nothing is known: they are no problem, the field stays unknown. */
export const unknownWords = new Set(
	'unbekannt,k a,ka,keine angabe,keine angaben,n a,na,n n,nn,unknown,inconnu,nicht bekannt,unklar,ungeklaert,none,null,nichts,nicht erfasst,offen,tbd,folgt,fehlt'.split(
		','
	)
);
