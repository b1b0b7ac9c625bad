/** How somebody came in, and what else happened to the ways into an account, in words. */

export const waysIn = {
	mail: 'Link per Mail',
	password: 'Passwort',
	passkey: 'Passkey',
	provider: 'Anmeldedienst',
	setup: 'Einrichtung',
	demo: 'Demo'
} as const;
export type WayIn = keyof typeof waysIn;

/** What changed about how one comes in, as its person reads it. */
export const wayInChanges: Record<string, string> = {
	'person.joined': 'Konto angelegt',
	'person.signed-out-everywhere': 'überall abgemeldet',
	'password.set': 'Passwort gesetzt',
	'password.removed': 'Passwort entfernt',
	'passkey.added': 'Passkey angelegt',
	'passkey.removed': 'Passkey entfernt',
	'second-factor.added': 'Code aus der App eingerichtet',
	'second-factor.removed': 'Code aus der App ausgeschaltet',
	'second-factor.reset': 'zweiter Faktor zurückgesetzt',
	'recovery-code.used': 'Wiederherstellungscode benutzt',
	'recovery-codes.renewed': 'neue Wiederherstellungscodes gemacht',
	'identity.linked': 'mit einem Anmeldedienst verbunden',
	'identity.unlinked': 'Verbindung zu einem Anmeldedienst getrennt',
	'mail-change.asked': 'neue Mailadresse eingetragen',
	'mail-change.confirmed': 'neue Mailadresse bestätigt',
	'mail-change.taken-back': 'Wechsel der Mailadresse zurückgenommen',
	'api-key.created': 'Schlüssel für Programme gemacht',
	'api-key.revoked': 'Schlüssel für Programme widerrufen',
	'grant.given': 'Berechtigung bekommen',
	'grant.revoked': 'Berechtigung verloren'
};

/** A line of the log: what, when, and by whom if it was somebody else. */
export type SecurityEvent = { at: Date; what: string; detail: string | null; by: string | null };
