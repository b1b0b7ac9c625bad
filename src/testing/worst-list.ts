/** A town's list in the worst layout: titles, a header of two lines, units, sums, sections, mixed dates, swapped coordinates, typing mistakes. */
export const worstRows: string[][] = [
	['Stadt Angermünde – Fachbereich Bauen', '', '', '', '', '', '', '', '', '', '', '', ''],
	['Leerstandsliste (Entwurf, bitte nicht weitergeben)', '', '', '', '', '', '', '', '', '', '', '', 'Stand: 11/2026'],
	[],
	['', 'Adresse', '', '', '', 'Objekt', '', 'Flächen', '', '', '', 'Lage', ''],
	[
		'Lfd. Nr.',
		'Straße/Nr.',
		'PLZ',
		'Ort',
		'Bezeichnung',
		'Art',
		'Bauzust.',
		'Nutzfl.',
		'Grundst.',
		'Leer seit',
		'Kauf/Miete',
		'Koordinaten',
		'Bemerkungen'
	],
	['', '', '', '', '', '', '', 'm²', 'ha', '', '', '', ''],
	[
		'A-1',
		'Markt 3',
		'16278',
		'Angermünde',
		'Gasthof „Zur Linde“',
		'Gaststätte',
		'san.-bed.',
		'380,5',
		'0,12',
		'2014',
		'Erbbaurecht',
		'53,0152 13,9991',
		'Saal mit Bühne; Dach 1998 neu'
	],
	[
		'A-2',
		'Berliner Str. 12 a',
		'16278',
		'Angermünde',
		'',
		'Ladenlokal',
		'gut',
		'ca. 85 qm',
		'',
		'01.03.2021',
		'Miete',
		'13,9991; 53,0150',
		''
	],
	[
		'A-3',
		'Klosterstraße 5',
		'16278',
		'Angermunde',
		'ehem. Schule',
		'Schulgebäude',
		'Ruine',
		'1.234',
		'',
		'seit 2009',
		'Verkauf',
		'',
		'=HYPERLINK("http://boese.example")'
	],
	['', 'Summe', '', '', '', '', '', '1.699,5', '0,12', '', '', '', ''],
	['Ortsteil Greiffenberg'],
	[
		'A-4',
		'Dorfstraße 7',
		'16278',
		'Angermünde OT Greiffenberg',
		'',
		'Scheune / Stall',
		'stark sanierungsbedürftig',
		'80-120 m²',
		'',
		'unbekannt',
		'Zwischennutzung',
		'',
		'k. A.'
	],
	['A-5', '', '16278', 'Angermünde', 'Bahnhof Nebengebäude', 'Bahnhof', '', '', '', '', '', '', 'Adresse fehlt'],
	[
		'Lfd. Nr.',
		'Straße/Nr.',
		'PLZ',
		'Ort',
		'Bezeichnung',
		'Art',
		'Bauzust.',
		'Nutzfl.',
		'Grundst.',
		'Leer seit',
		'Kauf/Miete',
		'Koordinaten',
		'Bemerkungen'
	],
	['A-2', 'Berliner Straße 12a', '16278', 'Angermünde', '', 'Laden', '', '85', '', '', '', '', 'noch einmal'],
	['A-6', 'Hauptstraße 1', '17268', 'Templin', '', 'Wohnhaus', '', '', '', '', '', '', 'gehört das uns?'],
	[
		'A-7',
		'Schwedter Straße 20',
		'16278',
		'Angermünde',
		'',
		'Wohnhaus',
		'mittel',
		'140',
		'',
		'22. November 2019',
		'Kauf',
		'52,19 -2,20',
		'Punkt in England'
	],
	['A-8', 'Puschkinallee 9', '16278', 'Angermünde', '', 'Raumschiff', 'geht so', 'groß', '', '4/3/19', 'mal sehen', '', ''],
	[],
	['', 'Gesamt', '', '', '', '', '', '2.5', '', '', '', '', ''],
	['* geschätzt']
];

/** The same as a Windows program saves it: Windows-1252, semicolons, CRLF. */
export function worstList(rows: string[][] = worstRows): Uint8Array {
	const cp1252: Record<string, number> = { '–': 0x96, '„': 0x84, '“': 0x93, '€': 0x80 };
	const quote = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	const text = rows.map((row) => row.map(quote).join(';')).join('\r\n');
	return Uint8Array.from([...`${text}\r\n`].map((c) => cp1252[c] ?? c.codePointAt(0) ?? 0x3f));
}
