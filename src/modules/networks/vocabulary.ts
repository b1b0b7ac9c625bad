/** The words of networks: code word to what people read. */

/** How somebody comes to belong. */
export const opennesses = {
	membership: 'Mitgliedschaft mit Aufnahme',
	alliance: 'offenes Bündnis ohne Mitgliedschaft',
	liaison: 'Vernetzungsstelle: begleitet, nimmt nicht auf'
} as const;
export type Openness = keyof typeof opennesses;

export const phases = { closed: 'noch geschlossen', open: 'offen' } as const;
export type Phase = keyof typeof phases;

/** What somebody does in a network, from when to when. */
export const networkRoles = {
	office: 'Netzwerkbüro',
	founder: 'Gründerteam',
	editor: 'Redaktion',
	ambassador: 'Botschafter:in',
	juror: 'Jury'
} as const;
export type NetworkRole = keyof typeof networkRoles;

/** Whoever sees or decides what belongs to many shows a second factor, whichever way they sign in. */
export const guardedRoles: readonly NetworkRole[] = ['office', 'juror'];

export const membershipStates = {
	interested: 'vorgemerkt',
	applicant: 'in der Aufnahme',
	member: 'Mitglied',
	paused: 'ruhend',
	left: 'ausgetreten',
	excluded: 'ausgeschlossen',
	participant: 'wirkt mit'
} as const;
export type MembershipState = keyof typeof membershipStates;

export const tiers = { member: 'Mitglied', founding: 'Gründungsmitglied' } as const;
export type Tier = keyof typeof tiers;

export const subscriptionStates = { requested: 'nicht bestätigt', confirmed: 'bestätigt', unsubscribed: 'abgemeldet' } as const;
export type SubscriptionState = keyof typeof subscriptionStates;

/** What a section of the landing page shows beneath its own words. */
export const blocks = {
	text: 'nur Text',
	benefit: 'Vorteile oder Säulen',
	condition: 'Bedingungen',
	way: 'der Weg in Schritten',
	field: 'Handlungsfelder',
	people: 'Gründer- und Botschafter:innen',
	voice: 'Stimmen',
	members: 'Mitglieder mit Karte',
	partners: 'Partner nach Sektoren',
	update: 'Aktuelles',
	faq: 'Fragen und Antworten',
	values: 'Werte'
} as const;
export type Block = keyof typeof blocks;

/** What a condition asks in the self-check before an application. */
export const checks = {
	none: 'nur lesen',
	size: 'Größe und Raumtyp, aus dem Register',
	attitude: 'Haltung',
	exchange: 'Freude am Austausch',
	experience: 'Erfahrung',
	time: 'Zeit',
	fee: 'Beitrag'
} as const;
export type Check = keyof typeof checks;

/** What a question of the admission is about; with `projects`, houses of the register can be linked. */
export const questionThemes = {
	attitude: 'Haltung',
	motivation: 'Motivation',
	expectations: 'Erwartungen',
	projects: 'laufende Projekte, mit Häusern aus dem Register',
	other: 'etwas anderes'
} as const;
export type QuestionTheme = keyof typeof questionThemes;
