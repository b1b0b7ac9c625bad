/** What is written down when concepts come in and are opened. The box holds hashes; contents and names stay in the envelopes. */
export const kinds = {
	/** facts: replaces (hash of the entry that this one takes the place of). commitments: content, offer. */
	'concept.submitted': 'Ein Konzept ist eingegangen, verschlossen.',
	/** facts: entry (hash of the entry that no longer counts). */
	'concept.withdrawn': 'Ein Konzept ist zurückgezogen worden.',
	/** facts: offers, unreadable, openers. sealed: minutes. */
	'offers.opened': 'Die Preisangebote sind geöffnet worden, von zwei benannten Personen.'
} as const;
