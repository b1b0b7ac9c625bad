/** The words of the admission: code word to what people read. */

export const applicationStates = {
	draft: 'Entwurf',
	submitted: 'Eingegangen',
	completeness_check: 'Vollständigkeit',
	interview_scheduling: 'Terminfindung',
	interview_done: 'Gespräch geführt',
	founders_meeting: 'Kennenlernen mit dem Gründerteam',
	decision_pending: 'Beratung',
	admitted: 'Aufgenommen',
	fee_pending: 'Aufnahmebeitrag offen',
	active: 'Aktiv',
	returned: 'Rückfrage',
	on_hold: 'Vorgemerkt',
	declined: 'Nicht aufgenommen',
	withdrawn: 'Zurückgezogen'
} as const;
export type ApplicationState = keyof typeof applicationStates;

/** Nothing follows any more. */
export const closedStates: readonly ApplicationState[] = ['active', 'declined', 'withdrawn'];
export const isClosed = (state: ApplicationState): boolean => closedStates.includes(state);

/** The line from the draft to the active membership; branches stand beside it. */
export const mainLine: readonly ApplicationState[] = [
	'draft',
	'submitted',
	'completeness_check',
	'interview_scheduling',
	'interview_done',
	'founders_meeting',
	'decision_pending',
	'admitted',
	'fee_pending',
	'active'
];

export const meetingKinds = { interview: 'Gespräch', founders: 'Kennenlernen mit dem Gründerteam' } as const;
export type MeetingKind = keyof typeof meetingKinds;

export const meetingStates = {
	open: 'noch keine Vorschläge',
	proposed: 'Vorschläge unterwegs',
	chosen: 'Termin steht',
	none_fits: 'kein Vorschlag passte',
	held: 'hat stattgefunden'
} as const;
export type MeetingState = keyof typeof meetingStates;

/** How well a condition of the network is met, in the town's own words. */
export const fulfilments = { met: 'trifft zu', partly: 'teilweise', open: 'noch offen' } as const;
export type Fulfilment = keyof typeof fulfilments;

export const choices = { yes: 'aufnehmen', no: 'nicht aufnehmen', abstain: 'Enthaltung' } as const;
export type Choice = keyof typeof choices;

export const sides = { town: 'die Kommune', office: 'das Netzwerkbüro', founders: 'das Gründerteam', itself: 'das System' } as const;
export type Side = keyof typeof sides;
