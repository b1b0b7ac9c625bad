/** What the module awards writes into a record, for readers. Facts: counts, hashes, days; never a name, a text of a concept or points. */
export const kinds = {
	/** `groups`: how many concepts each of the equal groups holds; sealed `concepts`: which. */
	'lot.announced': 'Gleiche Punkte: Das Los wurde angekündigt',
	/** `announced`: hash of the entry before; `word`: what was called out; `seed`; sealed `order`. */
	'lot.drawn': 'Das Los wurde öffentlich gezogen',
	/** Beside the move `procedure.decide`. `decision`: 1 for the first; `letters`: how many; sealed `letters`: their hashes by concept. */
	'letters.sent': 'Alle, die abgegeben haben, bekamen im selben Moment ihren Brief',
	/** `decision`, `decidedOn`, `document`: hash of the resolution, votes; sealed `places`. */
	'award.decided_anew': 'Nach einem Einwand wurde neu entschieden',
	/** `objection`: its number; sealed `concept`, `text`. */
	'objection.raised': 'Ein Einwand kam ein',
	/** `objection`; sealed `answer`. */
	'objection.accepted': 'Einem Einwand wurde stattgegeben',
	'objection.rejected': 'Ein Einwand wurde zurückgewiesen',
	'objection.withdrawn': 'Ein Einwand wurde zurückgenommen'
} as const;
