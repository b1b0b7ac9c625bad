import type { FieldId } from './fields.ts';

/** Names of columns in lists of towns, folded as `foldWords` does; English and French as in the public registers of those countries. */
const names: Record<Exclude<FieldId, 'other'>, string> = {
	externalId:
		'id, nr, lfd nr, lfdnr, lfd, nummer, objektnr, objekt nr, objektnummer, objekt id, kennung, kennziffer, aktenzeichen, az, objektkennung, immobilien id, katasternummer, site reference, reference number, reference, site id, handle, schluessel, liegenschaftsnummer, gebaeude id, ifd nr, laufende nummer, inventarnummer, objekt no, number, site',
	title:
		'bezeichnung, objekt, name, titel, objektbezeichnung, objektname, gebaeude, immobilie, liegenschaft, objekt bezeichnung, site name, site nom, gebaeudename, projektname, gemeindename, standort, was',
	address:
		'adresse, anschrift, objektadresse, lage adresse, site address, site name address, name and address, address, site adresse, belegenheit, lageadresse, standortadresse, c address, adresse des objekts, anschrift objekt',
	street:
		'strasse, str, strasse hausnummer, strasse nr, strasse hausnr, strasse und hausnummer, strassenname, strasse hnr, str nr, street, rue, str hausnr, strasse u nr, str haus nr, str hausnummer',
	houseNumber: 'hausnummer, hausnr, hnr, hs nr, haus nr, nr haus, house number, hausnr zusatz, hsnr',
	postalCode: 'plz, postleitzahl, post leitzahl, postcode, postal code, zip, code postal',
	city: 'ort, stadt, gemeinde, wohnort, ortsname, city, town, comm nom, commune, ort gemeinde, kommune, plz ort',
	district: 'ortsteil, ot, stadtteil, gemeindeteil, ortslage, ortschaft, district, viertel, ortsteil gemeindeteil, stadtgebiet, ortst',
	lon: 'laengengrad, laengengr, laenge geo, geo laenge, longitude, lon, long, lng, x, geo x, x koordinate, koordinate x, rechtswert, ostwert, easting, e, x wert, koord x, geo laengengrad, laengengrad x, ost, utm ost, utm x, location easting, rw, geographische laenge',
	lat: 'breitengrad, breite geo, geo breite, latitude, lat, y, geo y, y koordinate, koordinate y, hochwert, nordwert, northing, n, y wert, koord y, nord, utm nord, utm y, location northing, hw, geographische breite',
	point:
		'koordinaten, koordinate, point, geompoint, geom, geometrie, wkt, gps, gps koordinaten, coordinates, coordinates latitude longitude, position, lage koordinaten, geo, koord, latlon, lat lon, geokoordinaten, the geom',
	system:
		'koordinatensystem, bezugssystem, crs, epsg, coordinate reference system, coordinate system, system reference, co ordinate system, system, kbs, lagebezugssystem, srid',
	propertyType:
		'objektart, art, gebaeudeart, typ, objekttyp, gebaeudetyp, immobilienart, immobilientyp, art des objekts, nutzungsart, property type, type, bati type, c type simple, c type detail, art der immobilie, kategorie, gebaeudeart nutzung, obj art, site type',
	summary:
		'beschreibung, kurzbeschreibung, bemerkung, bemerkungen, anmerkung, anmerkungen, hinweis, hinweise, notiz, notizen, notes, description, kommentar, erlaeuterung, objektbeschreibung, development description, zusatz, sonstiges, info, infos, bem, beschr, site information, details',
	setting: 'lage, lage im ort, lagebeschreibung, ortslage beschreibung, mikrolage',
	constructionYear:
		'baujahr, bj, baujahr ca, errichtet, errichtungsjahr, erbaut, year built, construction year, baualter, annee de construction, bau jahr, local ancien annee',
	storeys: 'geschosse, etagen, anzahl geschosse, geschosszahl, stockwerke, vollgeschosse, anz geschosse, storeys, niveaux',
	usableAreaM2:
		'nutzflaeche, nutzfl, nfl, nf, flaeche, flaeche m2, flaeche qm, qm, m2, groesse, groesse m2, verkaufsflaeche, mietflaeche, gewerbeflaeche, ladenflaeche, bati surface, floor area, area, nutzflaeche m2, flaeche in m2, nutz flaeche, objektgroesse, raumgroesse, nutzflaeche ca',
	livingAreaM2: 'wohnflaeche, wohnfl, wfl, wf, wohn flaeche, living area, wohnflaeche m2, surface habitable',
	grossAreaM2:
		'gesamtflaeche, bgf, bruttogrundflaeche, gebaeudeflaeche, bruttogeschossflaeche, gross area, geschossflaeche, flaeche gesamt, ges flaeche, gesamt flaeche, flaeche gebaeude',
	plotAreaM2:
		'grundstuecksflaeche, grundstuecksgroesse, grundstueck, grundst fl, grundst, grundstk, grundstueck m2, grundstuecks flaeche, gfl, plot area, hectares, area of land ha, flurstuecksgroesse, flurstuecksflaeche, unite fonciere surface, grst flaeche, grst, flaeche grundstueck, grundst flaeche, parzellengroesse, land area, area of land',
	condition:
		'zustand, bauzustand, bausubstanz, baulicher zustand, gebaeudezustand, condition, bati etat, erhaltungszustand, zust, bauzust, sanierungszustand, sanierungsstand',
	heritage:
		'denkmal, denkmalschutz, denkmalstatus, heritage, bati patrimoine, denkmalgeschuetzt, denkm, baudenkmal, ds, denkmaleigenschaft, denkmal j n',
	accessibility: 'barrierefrei, barrierefreiheit, zugaenglichkeit, accessibility, rollstuhlgerecht, stufenlos, barrierefr',
	vacancyDegree:
		'leerstand, leerstandsgrad, leerstandsart, status leerstand, vacancy, bati vacance, leer, art des leerstands, leerstandsstatus, site occupation, belegung, leerst, nutzungsstatus, leerstehend, vollstaendig teilweise',
	vacantSince:
		'leer seit, leerstand seit, seit, seit wann, leerstandsbeginn, vacant since, leerstandsdauer seit, datum leerstand, leerst seit, beginn leerstand, ungenutzt seit, activite fin annee',
	lastUse:
		'letzte nutzung, fruehere nutzung, vornutzung, ehemalige nutzung, vorherige nutzung, ehem nutzung, bisherige nutzung, activite libelle, last use, nutzung frueher, vorher, letzte nutz, nutzung, nutzung bisher, nutzung zuletzt',
	offerModes:
		'angebot, angebotsform, vermarktung, vermarktungsart, kauf miete, miete kauf, verkauf vermietung, angebotsart, verfuegbar als, verkauf miete, offer, abgabeform',
	priceAmount:
		'preis, kaufpreis, preisvorstellung, verkaufspreis, vk preis, kosten, price, angebotspreis, preis eur, verkehrswert, prix, mindestgebot, wert, kaufpreis eur, preisvorst',
	rentAmount:
		'miete, kaltmiete, nettokaltmiete, mietpreis, nkm, miete eur, monatsmiete, pacht, rent, miete monat, grundmiete, kaltmiete eur, loyer, miete kalt, pachtzins, mietzins',
	ancillaryCosts: 'nebenkosten, nk, betriebskosten, bk, nebenkosten eur',
	availableFrom: 'verfuegbar ab, verfuegbar, frei ab, available from, bezugsfrei ab, verfuegbarkeit, ab wann',
	usesWanted:
		'gewuenschte nutzung, nutzungsidee, nutzungsvorschlag, nutzungswunsch, zielnutzung, moegliche nutzung, nachnutzung, nutzungspotenzial, potenzial, geplante nutzung, nutzungsvorstellung, moegl nutzung, nutzungsideen, potential, perspektive, angedachte nutzung, moegliche nachnutzung',
	isMunicipal:
		'kommunal, staedtisch, gemeindeeigen, kommunales eigentum, im eigentum der stadt, c lra, stadteigen, eigentum stadt, gemeindeeigentum, kommunales objekt',
	ignore: 'bitte aendern, grund der ablehnung'
};

export const columnNames: [string, FieldId][] = Object.entries(names)
	.flatMap(([field, list]) => list.split(',').map((name): [string, FieldId] => [name.trim(), field as FieldId]))
	.filter(([name]) => name !== '');

/** Columns about people: they are not taken over unless somebody chooses to, because a register of buildings does not need them. */
export const personal =
	/\b(eigentuemer\w*|besitzer\w*|ansprechpartner\w*|ansprechperson|kontakt\w*|telefon\w*|tel|handy|mobil\w*|e ?mail|mail|erben\w*|vorname|nachname|familienname|geburts\w*|paechter\w*|mieter|bearbeiter|sachbearbeiter|owner name|proprio nom|source contact)\b/;
