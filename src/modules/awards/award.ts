/** The award: what was recommended, what the body decided, and what each group hears. */

export const outcomes = { awarded: 'Zuschlag', reserve: 'Nachrücker', not_awarded: 'kein Zuschlag', excluded: 'ausgeschlossen' } as const;
export type Outcome = keyof typeof outcomes;
