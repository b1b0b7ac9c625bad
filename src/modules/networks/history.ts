/** What happened in a network, in words. */
export const networkHappenings: Record<string, string> = {
	'network.created': 'Netzwerk begonnen',
	'network.changed': 'Angaben geändert',
	'network.published': 'Seite veröffentlicht',
	'network.withdrawn': 'Seite zurückgezogen',
	'network.opened': 'Aufnahme geöffnet',
	'network.values_changed': 'neue Fassung der Werte',
	'network.part_saved': 'Inhalt der Seite geändert',
	'network.part_removed': 'Inhalt der Seite entfernt',
	'network.logo_saved': 'Logo gespeichert',
	'network.logo_removed': 'Logo entfernt',
	'network.role_saved': 'Aufgabe vergeben oder geändert',
	'network.role_ended': 'Aufgabe beendet',
	'membership.changed': 'Schritt einer Mitgliedschaft',
	'membership.asked': 'um Begleitung gebeten',
	'membership.updated': 'Mitgliedschaft bearbeitet',
	'membership.values_confirmed': 'Werte bestätigt',
	'membership.partner_saved': 'Angaben der Mitwirkenden geändert'
};

export const networkAreas = {
	seite: 'Seite und Angaben',
	menschen: 'Menschen',
	mitglieder: 'Mitglieder und Mitwirkende',
	werte: 'Werte'
} as const;

export const networkKinds: Record<keyof typeof networkAreas, string[]> = {
	seite: ['network.created', 'network.changed', 'network.published', 'network.withdrawn', 'network.opened', 'network.part', 'network.logo'],
	menschen: ['network.role'],
	mitglieder: ['membership.'],
	werte: ['network.values', 'membership.values']
};
