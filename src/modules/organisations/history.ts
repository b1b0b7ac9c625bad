import { contactRoles, contactTopics } from './contact.ts';
import { claimMethods, rightsShort, seatFunctions } from './seat.ts';

/** What happened in an organisation, in words. */
export const happenings: Record<string, string> = {
	'organisation.founded': 'Organisation angelegt',
	'organisation.saved': 'Profil geändert',
	'organisation.logo_saved': 'Logo gespeichert',
	'organisation.logo_removed': 'Logo entfernt',
	'organisation.published': 'allen gezeigt',
	'organisation.hidden': 'wieder verborgen',
	'organisation.domains_saved': 'dienstliche Maildomains geändert',
	'provider.saved': 'Anmeldedienst eingetragen',
	'provider.removed': 'Anmeldedienst entfernt',
	'seat.given': 'Platz eingenommen',
	'seat.ended': 'Platz beendet',
	'seat.rights_changed': 'Rechte geändert',
	'seat.handed_over': 'Aufgaben übernommen',
	'invitation.sent': 'eingeladen',
	'invitation.withdrawn': 'Einladung zurückgenommen',
	'pioneer.name': 'als Pionierkommune genannt',
	'pioneer.confirm': 'Pionierkommune hat bestätigt',
	'pioneer.decline': 'Kommune möchte nicht genannt werden',
	'pioneer.remove': 'nicht mehr als Pionierkommune genannt',
	'claim.made': 'Anspruch angemeldet',
	'claim.letter_written': 'Brief mit Code geschrieben',
	'claim.accepted': 'Anspruch angenommen',
	'claim.rejected': 'Anspruch abgelehnt',
	'claim.withdrawn': 'Anspruch zurückgezogen',
	'contact.saved': 'Ansprechperson gespeichert',
	'contact.removed': 'Ansprechperson entfernt',
	'municipality.contact_saved': 'Ansprechperson gespeichert',
	'municipality.contact_removed': 'Ansprechperson entfernt',
	'municipality.goals_saved': 'Ziele geändert',
	'owners.read': 'Angaben zu Eigentümer:innen gelesen',
	'owners.sender_saved': 'Absender der Anschreiben gespeichert',
	'owner.added': 'Eigentümer:in eingetragen',
	'owner.saved': 'Angaben zu einer Eigentümer:in geändert',
	'owner.ownership_saved': 'Eigentumsverhältnis geändert',
	'owner.ownership_removed': 'Eigentumsverhältnis entfernt',
	'owner.attitude_recorded': 'Haltung einer Eigentümer:in eingetragen',
	'owner.blocked': 'Kontaktsperre eingetragen',
	'owner.unblocked': 'Kontaktsperre aufgehoben',
	'owner.notice_sent': 'Hinweis nach Art. 14 DSGVO verschickt',
	'owner.erased': 'Eigentümer:in gelöscht',
	'campaign.begun': 'Anschreiben begonnen',
	'campaign.frozen': 'Anschreiben: Auswahl festgelegt',
	'campaign.reopened': 'Anschreiben: zurück zum Entwurf',
	'campaign.discarded': 'Anschreiben verworfen',
	'campaign.sent': 'Anschreiben verschickt',
	'campaign.closed': 'Anschreiben abgeschlossen',
	'campaign.answered': 'Antwort auf ein Anschreiben',
	'campaign.reply_noted': 'Antwort auf ein Anschreiben eingetragen',
	'profile.begun': 'Kommunenprofil begonnen',
	'profile.part_saved': 'Kommunenprofil: Entwurf geändert',
	'profile.part_removed': 'Kommunenprofil: etwas aus dem Entwurf entfernt',
	'profile.part_forgotten': 'Kommunenprofil: etwas von überall entfernt',
	'profile.voice_released': 'Kommunenprofil: Stimme freigegeben',
	'profile.voice_withdrawn': 'Kommunenprofil: Freigabe einer Stimme zurückgenommen',
	'profile.published': 'Kommunenprofil veröffentlicht',
	'profile.withdrawn': 'Kommunenprofil von der Öffentlichkeit genommen',
	'profile.returned': 'Kommunenprofil: frühere Fassung zurückgeholt'
};

const names: Record<string, string> = {
	house: 'Haus',
	page: 'Seite',
	letters: 'Briefe',
	function: 'Aufgabe',
	rights: 'Rechte',
	title: 'Stelle',
	startsAt: 'Beginn',
	endsAt: 'Ende',
	email: 'Mailadresse',
	name: 'Name',
	kind: 'Art',
	summary: 'Wer wir sind',
	website: 'Website',
	logoAlt: 'Logo in Worten',
	step: 'Schritt',
	state: 'Stand',
	version: 'Fassung',
	mission: 'Mission',
	tier: 'Stufe',
	joinedOn: 'dabei seit',
	feePaidOn: 'Beitrag bezahlt am',
	topics: 'Themen',
	offers: 'Angebote',
	needs: 'Gesuchtes',
	sector: 'Bereich',
	placeAgs: 'Ort',
	mailDomains: 'Maildomains',
	method: 'Weg',
	issuer: 'Anmeldedienst',
	clientId: 'Client-ID',
	domains: 'Maildomains des Dienstes',
	groupsClaim: 'Angabe mit den Gruppen',
	groups: 'Gruppen',
	createsPeople: 'legt Konten an',
	trustsMfa: 'zweiter Faktor des Dienstes zählt',
	mfaAcr: 'acr-Wert',
	unit: 'Stelle',
	phone: 'Telefon',
	role: 'Aufgabe der Stelle',
	absentFrom: 'nicht da ab',
	absentUntil: 'nicht da bis',
	goals: 'Ziele'
};

const words: Record<string, string> = { ...contactTopics, ...contactRoles, ...seatFunctions, ...rightsShort, ...claimMethods };
const days = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' });

function said(value: unknown): string {
	if (value === null || value === undefined || value === '') return 'leer';
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (Array.isArray(value)) return value.length ? value.map(said).join(', ') : 'leer';
	const text = String(value);
	if (/^\d{4}-\d\d-\d\dT/.test(text)) return days.format(new Date(text));
	return Object.hasOwn(words, text) ? (words[text] ?? text) : text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

type Sides = { before: Record<string, unknown>; after: Record<string, unknown> };
export type Difference = { field: string; before: string | null; after: string | null };

/** What stood there before and what stands there now, field by field. */
export const differences = ({ before, after }: Sides): Difference[] =>
	[...new Set([...Object.keys(before), ...Object.keys(after)])]
		.filter((key) => key in names && !(before[key] == null && after[key] == null))
		.map((key) => ({
			field: names[key] ?? key,
			before: key in before ? said(before[key]) : null,
			after: key in after ? said(after[key]) : null
		}));
