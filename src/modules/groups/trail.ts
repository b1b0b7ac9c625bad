/** What happened in a group, as its members read it. `what` is a name or a title. */
export const trailWords = {
	founded: 'Gruppe gegründet',
	changed: 'Vorhaben geändert',
	show: 'für alle gezeigt',
	hide: 'nicht mehr gezeigt',
	turn: 'der Kommune gezeigt',
	take_back: 'der Kommune nicht mehr gezeigt',
	dissolve: 'aufgelöst',
	established: 'Rechtsform erreicht',
	house_chosen: 'Haus gewählt',
	house_gone: 'Haus steht nicht mehr zur Verfügung',
	house_back: 'Haus steht wieder zur Verfügung',
	invited: 'eingeladen',
	invitation_withdrawn: 'Einladung zurückgenommen',
	joined: 'ist dabei',
	knocked: 'hat angeklopft',
	declined: 'abgesagt',
	left: 'hat die Gruppe verlassen',
	removed: 'Mitgliedschaft beendet',
	speaker: 'spricht für die Gruppe',
	speaker_ended: 'spricht nicht mehr für die Gruppe',
	document: 'Unterlage',
	document_removed: 'Unterlage gelöscht',
	legal_form: 'Rechtsform gewählt',
	legal_step: 'erledigt',
	legal_step_open: 'wieder offen',
	request_drafted: 'Gesuch aus der Gruppe begonnen'
} as const;
export type TrailKind = keyof typeof trailWords;

export const isTrailKind = (kind: string): kind is TrailKind => kind in trailWords;

/** "Satzung entwerfen: erledigt". */
export const trailText = (kind: TrailKind, what: string | null): string => (what ? `${what}: ${trailWords[kind]}` : trailWords[kind]);
