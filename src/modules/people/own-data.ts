/** What people call the places where something about them is kept. A test holds that none is missing. */
export const placeNames: Record<string, string> = {
	people: 'Person',
	sessions: 'Sitzungen',
	sign_ins: 'Anmeldungen',
	identities: 'Verbundene Anmeldedienste',
	mail_changes: 'Wechsel der Mailadresse',
	grants: 'Berechtigungen',
	seats: 'Funktionen in Organisationen',
	claims: 'Ansprüche auf Organisationen',
	drafts: 'Entwürfe',
	content_matters: 'Hinweise auf Inhalte von Ihnen, oder die Sie prüfen',
	content_notices: 'Hinweise, die Sie gegeben haben',
	content_decisions: 'Entscheidungen über Inhalte, die Sie getroffen haben',
	content_complaints: 'Beschwerden, über die Sie entschieden haben',
	content_matter_steps: 'Schritte bei Hinweisen auf Inhalte',
	publishing_bars: 'Zeiten, in denen Sie nichts veröffentlichen dürfen',
	notices: 'Neuigkeiten, Fragen und Antworten',
	mail_settings: 'Zeit für den Wochenbrief',
	channel_choices: 'Was wie kommt',
	absences: 'Abwesenheit',
	deputies: 'Vertretung',
	briefs: 'Wochenbriefe',
	network_inquiries: 'Rundfragen, die Sie gestellt haben',
	api_keys: 'Schlüssel für Programme',
	authenticator_apps: 'Authenticator-App',
	recovery_codes: 'Wiederherstellungscodes',
	passkeys: 'Passkeys',
	passkey_challenges: 'Offene Fragen an Passkeys',
	passwords: 'Passwort',
	space_requests: 'Gesuche',
	events: 'Protokoll: was Sie getan haben',
	mails: 'Verschickte Mails',
	freshness_asks: 'Fragen, ob ein Eintrag noch stimmt, und Ihre Antworten',
	properties: 'Häuser',
	property_steps: 'Schritte an Häusern',
	publication_consents: 'Zustimmungen, die Sie aufgeschrieben haben',
	publication_announcements: 'Ankündigungen, die Sie aufgeschrieben haben',
	reports: 'Meldungen, die Sie prüfen',
	report_steps: 'Schritte an Meldungen',
	vacancy_reasons: 'Gründe für Leerstand, die Sie eingetragen haben',
	owner_campaigns: 'Anschreiben an Eigentümer:innen, die Sie begonnen haben',
	media: 'Bilder und Dateien',
	imports: 'Eingelesene Listen',
	applications: 'Anträge auf Aufnahme',
	application_sections: 'Teile von Anträgen, die Sie geschrieben haben',
	application_changes: 'Schritte an Anträgen',
	application_meetings: 'Gespräche zu Anträgen',
	application_votes: 'Stimmen zu Anträgen',
	application_payments: 'Eingetragene Beiträge',
	actor_profiles: 'Wer wir sind',
	watch_items: 'Merkliste',
	messages: 'Nachrichten an Ansprechpersonen',
	message_replies: 'Antworten auf Nachrichten',
	invitations: 'Einladungen in Organisationen',
	organisations: 'Organisationen, die Sie angelegt haben',
	pioneers: 'Pionierkommunen, die Sie genannt haben',
	networks: 'Netzwerke, die Sie angelegt haben',
	network_roles: 'Aufgaben in Netzwerken',
	network_pages: 'Fassungen von Netzwerkseiten',
	network_values: 'Fassungen von Werten',
	memberships: 'Mitgliedschaften, die Sie geführt haben',
	membership_changes: 'Schritte an Mitgliedschaften',
	invoices: 'Rechnungen, die Sie gestellt haben',
	invoice_addresses: 'Rechnungsanschriften, die Sie geändert haben',
	invoice_issuers: 'Absender von Rechnungen, die Sie geändert haben',
	invoice_payments: 'Zahlungen, die Sie eingetragen haben',
	invoice_reminders: 'Erinnerungen, die Sie geschickt haben',
	bank_files: 'Kontoauszüge, die Sie eingelesen haben',
	bank_entries: 'Umsätze, die Sie zugeordnet haben',
	profile_parts: 'Teile von Kommunenprofilen',
	profile_versions: 'Fassungen von Kommunenprofilen',
	profile_files: 'Bilder und Aufnahmen für Kommunenprofile',
	places: 'Orte, die Sie eingetragen haben',
	place_pages: 'Fassungen von Orten',
	place_pictures: 'Bilder von Orten',
	place_steps: 'Schritte an Orten',
	place_figures: 'Zahlen zu Orten',
	place_applications: 'Bewerbungen um Auszeichnungen',
	place_evidence: 'Belege zu Bewerbungen',
	place_catalogues: 'Fassungen von Kriterien',
	jury_rounds: 'Runden der Jury, die Sie geführt haben',
	jury_votes: 'Urteile in der Jury',
	learning_groups: 'Lerngruppen, die Sie angelegt haben',
	learning_members: 'Orte in Lerngruppen, die Sie aufgenommen haben',
	tandems: 'Tandems',
	walk_entries: 'Was Sie auf Rundgängen gesehen haben',
	conversations: 'Gespräche zwischen Ihnen und einer Person',
	conversation_members: 'Gespräche, an denen Sie teilnehmen',
	conversation_messages: 'Was Sie in Gesprächen geschrieben haben',
	conversation_trail: 'Schritte in Gesprächen',
	conversation_blocks: 'Wen Sie blockiert haben',
	conversation_reports: 'Nachrichten, die Sie gemeldet haben',
	cases: 'Fälle, für die Sie zuständig sind oder die Sie eröffnet haben',
	case_parties: 'Fälle, an denen Sie beteiligt sind',
	case_steps: 'Schritte in Fällen',
	case_internal_notes: 'Interne Notizen zu Fällen',
	case_shared_notes: 'Geteilte Notizen zu Fällen',
	case_recommendations: 'Empfehlungen in Fällen',
	case_documents: 'Unterlagen zu Fällen',
	case_introductions: 'Vorgeschlagene Bekanntschaften',
	case_viewings: 'Besichtigungen',
	procedures: 'Konzeptverfahren, die Sie vorbereitet haben',
	procedure_areas: 'Bereiche von Kriterien, die Sie geschrieben haben',
	procedure_leaves: 'Kriterien, die Sie geschrieben haben',
	procedure_eligibility: 'Bedingungen, die Sie geschrieben haben',
	procedure_members: 'Konzeptverfahren, in denen Sie benannt sind',
	procedure_files: 'Anlagen zu Aufrufen, die Sie angefügt haben',
	procedure_steps: 'Schritte in Konzeptverfahren',
	tours: 'Leerstandsspaziergänge, die Sie geplant haben',
	tour_interests: 'Häuser, die Sie bei Leerstandsspaziergängen interessiert haben',
	tour_feedback: 'Wie Sie Leerstandsspaziergänge fanden',
	stories: 'Geschichten, die Sie begonnen haben',
	groups: 'Gruppen, die Sie gegründet haben',
	group_members: 'Gruppen, zu denen Sie gehören',
	group_invitations: 'Einladungen in Gruppen, die Sie verschickt haben',
	group_knocks: 'Gruppen, bei denen Sie angeklopft haben, und Ihre Antworten',
	group_document_versions: 'Unterlagen in Gruppen, die Sie hochgeladen haben',
	group_ticks: 'Schritte zur Rechtsform, die Sie abgehakt haben',
	group_mixes: 'Einladungen zu einer Gruppe, die Sie als Kommune verschickt haben',
	group_calls: 'Einladungen von Kommunen, eine Gruppe zu bilden',
	funding_programmes: 'Förderprogramme, die Sie eingetragen oder geprüft haben',
	advice_offers: 'Beratungsangebote, die Sie eingetragen haben',
	advice_places: 'Angefragte Beratungen',
	advice_experts: 'Fachleute, die Sie eingetragen haben'
};

/** `own`: it goes with the account. `trace`: it belongs to others and stays, without the name. */
export type OwnPlace = { table: string; column: string; kind: 'own' | 'trace'; title: string; rows: Record<string, unknown>[] };
export type OwnData = { person: Record<string, unknown>; places: OwnPlace[]; madeAt: string };

/** Secrets are nobody's data to carry away; the fact that there is one is. */
export const isSecret = (column: string): boolean =>
	/^(token|hash|secret|secret_hash|public_key|credential_id|challenge|id_token|sid|search|search_text)$/.test(column);

const markup: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (value: unknown) =>
	(typeof value === 'string' ? value : JSON.stringify(value, null, 1)).replace(/[&<>"']/g, (c) => markup[c] ?? '');

const rowOf = (row: Record<string, unknown>) =>
	`<dl>${Object.entries(row)
		.filter(([, value]) => value !== null && value !== '')
		.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`)
		.join('')}</dl>`;

/** The same data as one page that opens anywhere, without a script and without the net. */
export function readableOwnData({ person, places, madeAt }: OwnData): string {
	const sections = places.map(
		({ title, kind, rows }) =>
			`<section><h2>${safe(title)} (${rows.length})</h2><p>${kind === 'own' ? 'Wird mit dem Konto gelöscht.' : 'Gehört zu einem Vorgang anderer und bleibt ohne Ihren Namen.'}</p>${rows.map(rowOf).join('<hr>')}</section>`
	);
	return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Meine Daten im Gestaltungsraum</title><style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body><h1>Meine Daten im Gestaltungsraum</h1><p>Stand: ${safe(madeAt)}</p><section><h2>Person</h2>${rowOf(person)}</section>${sections.join('')}</body></html>`;
}
