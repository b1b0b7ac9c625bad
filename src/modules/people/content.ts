/** What people put before everybody or before each other, by kind. The operator may withhold each of them after a notice. */
export const contentKinds = {
	space: 'Raum',
	request: 'Gesuch',
	place: 'Ort',
	profile: 'Kommunenprofil',
	organisation: 'Organisation',
	offer: 'Beratungsangebot',
	viewing: 'Termin',
	network: 'Netzwerk',
	group: 'Gruppe',
	story: 'Geschichte',
	procedure: 'Konzeptverfahren',
	/** Between members, never public; the operator reads only what one of them showed. */
	message: 'Nachricht'
} as const;
export type ContentKind = keyof typeof contentKinds;

/** One piece of content: `id` as its module counts it, for a profile that of the organisation. */
export type ContentRef = { kind: ContentKind; id: string };

/** Why nobody can show it now, for whoever would. */
export const withheldSentence =
	'Dieser Inhalt ist nach einem Hinweis ausgeblendet. Die Begründung kam per Mail; dort steht auch, wie Sie sich beschweren können.';
