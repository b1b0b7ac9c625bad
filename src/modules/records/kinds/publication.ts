/** What happens to a published call, as readers of a record see it. */
export const kinds = {
	/** `version`, `reason`, `before` and `call` (hashes), `deadline`, `changes` with old and new texts. */
	'call.amended': 'Der Aufruf wurde geändert.',
	/** The same; the reason says which fault there was. */
	'call.extended': 'Die Frist wurde für alle verlängert.',
	/** Nothing public; sealed: the question. */
	'question.asked': 'Eine Frage ist eingegangen.',
	/** `answers`: number, question without its author, answer. */
	'question.answered': 'Fragen wurden für alle beantwortet.',
	/** Nothing public; sealed: which question, and why. */
	'question.set_aside': 'Eine Frage wurde nicht für alle beantwortet; wer gefragt hat, weiß, warum.',
	/** `viewing`, `startsAt`, `capacity`. */
	'viewing.planned': 'Ein Termin zur Besichtigung wurde angesetzt.',
	'viewing.changed': 'Ein Termin zur Besichtigung wurde geändert.',
	/** `viewing`, `reason`. */
	'viewing.cancelled': 'Ein Termin zur Besichtigung wurde abgesagt.',
	/** `role`, `replaced`: whether in somebody's place; sealed: who, and why. */
	'member.joined': 'Jemand Neues wirkt im Verfahren mit.',
	/** `role`; sealed: who, and why. */
	'member.left': 'Jemand wirkt nicht mehr mit; was die Person getan hat, bleibt.',
	/** Nothing public; sealed: who, and why. */
	'opener.named': 'Jemand wurde zum Öffnen benannt.',
	'opener.retired': 'Jemand öffnet nicht mehr mit.',
	/** `openers`: how many have a share now; sealed: who gave it to whom. */
	'seal.passed': 'Zwei Öffnende haben jemandem einen Teil des Schlüssels gegeben. Geöffnet wurde dabei nichts.',
	'procedure.repeated': 'Das Verfahren wird wiederholt.',
	'procedure.continued': 'Der nächste Schritt ist begonnen.'
} as const;
