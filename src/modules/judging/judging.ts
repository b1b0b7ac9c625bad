/** Judging concepts: what somebody may take part in, and what they found. */

/** What a candidate is, after the opening. */
export const candidateStates = {
	unchecked: 'noch nicht geprüft',
	supplement: 'Nachforderung läuft',
	valid: 'zugelassen',
	excluded: 'ausgeschlossen'
} as const;
export type CandidateState = keyof typeof candidateStates;

/** Steps for which a declaration counts. */
export const conflictSteps = {
	precheck: 'Vorprüfung',
	scoring: 'Bewertung',
	deliberation: 'Jurysitzung',
	decision: 'Entscheidung'
} as const;
export type ConflictStep = keyof typeof conflictSteps;

export const conflictKinds = {
	none: 'keine',
	family: 'Familie oder Haushalt',
	member: 'Mitglied der Gruppe oder ihres Vereins',
	business: 'geschäftlich oder als Arbeitgeber verbunden',
	adviser: 'hat die Gruppe beraten',
	rival: 'steht in Wettbewerb mit ihr',
	other: 'etwas anderes'
} as const;
export type ConflictKind = keyof typeof conflictKinds;

export const reviewStates = { open: 'in Arbeit', submitted: 'abgegeben', locked: 'festgeschrieben', abstained: 'ohne Stimme' } as const;
export type ReviewState = keyof typeof reviewStates;
