import type { OidcClient } from '#lib/server/oidc.ts';
import type { Grant } from '#modules/people/actor.ts';
import { domainOf } from './claim.ts';
import type { Reason, Rights, SeatFunction } from './seat.ts';

/** Identity providers: how an organisation's own sign-in service lets people in, and what its groups give them. No database here. */

export const groupRights = {
	none: 'keine',
	read: 'lesen',
	edit: 'bearbeiten',
	manage: 'verwalten'
} as const;
export type GroupRights = keyof typeof groupRights;

export type GroupRule = { organisationId: string; group: string; function: SeatFunction; rights: GroupRights };

/** The provider of one organisation, or of the installation (`OIDC_*`): one shape, one code. */
export type Provider = {
	/** Marks sessions, seats and grants that came this way: the id of its row, or `installation`. */
	via: string;
	/** Its part of addresses: `/anmelden/dienst/{slug}`. */
	slug: string;
	name: string;
	client: OidcClient;
	domains: string[];
	groupsClaim: string;
	rules: GroupRule[];
	/** Roles in the installation by group: only the operator's environment can say so. */
	roles: { role: Exclude<Grant['role'], 'editor'>; group: string }[];
	createsPeople: boolean;
	trustsMfa: boolean;
	mfaAcr: string | null;
};

/** No organisation's slug contains an underscore. */
export const installationSlug = '_installation';
export const installationVia = 'installation';
export const providerPath = (slug: string): string => `/anmelden/dienst/${slug}`;

/** A browser has this long to come back. */
export const stateMinutes = 10;

type Claims = Record<string, unknown>;

/** "groups", or a path like "realm_access.roles". Keycloak writes groups as "/bauamt". */
export function groupsIn(claims: Claims, path: string): string[] {
	let found: unknown = Object.hasOwn(claims, path) ? claims[path] : claims;
	if (found === claims)
		for (const step of path.split('.'))
			found = found && typeof found === 'object' && Object.hasOwn(found, step) ? (found as Claims)[step] : undefined;
	const list = Array.isArray(found) ? found : typeof found === 'string' ? [found] : [];
	return [...new Set(list.filter((name): name is string => typeof name === 'string').map(plainGroup))];
}
export const plainGroup = (name: string): string => name.trim().replace(/^\/+/, '');

const rank: Record<Rights, number> = { read: 1, edit: 2, manage: 3 };
export type WantedSeat = { organisationId: string; function: SeatFunction; rights: Rights; group: string };

/** The seats that these groups give; of two for the same duty the one with more rights. */
export function wantedSeats(rules: readonly GroupRule[], groups: readonly string[]): WantedSeat[] {
	const wanted = new Map<string, WantedSeat>();
	for (const { rights, group, ...rule } of rules) {
		if (rights === 'none' || !groups.includes(plainGroup(group))) continue;
		const key = `${rule.organisationId} ${rule.function}`;
		const known = wanted.get(key);
		if (!known || rank[known.rights] < rank[rights]) wanted.set(key, { ...rule, rights, group });
	}
	return [...wanted.values()];
}

type HeldSeat = { id: string; organisationId: string; function: SeatFunction; rights: Rights };

/** What must happen so that the seats from a provider are those its groups give now. */
export function seatChanges(held: readonly HeldSeat[], wanted: readonly WantedSeat[]) {
	const same = (a: Pick<HeldSeat, 'organisationId' | 'function'>, b: typeof a) =>
		a.organisationId === b.organisationId && a.function === b.function;
	return {
		open: wanted.filter((seat) => !held.some((known) => same(known, seat))),
		change: held.flatMap((seat) => {
			const now = wanted.find((other) => same(other, seat));
			return now && now.rights !== seat.rights ? [{ ...seat, to: now.rights, group: now.group }] : [];
		}),
		end: held.filter((seat) => !wanted.some((other) => same(other, seat)))
	};
}

/** Whether the provider vouches for a second factor in a way that its settings trust. */
export function showsSecondFactor({ amr, acr }: Claims, { trustsMfa, mfaAcr }: Pick<Provider, 'trustsMfa' | 'mfaAcr'>): boolean {
	if (!trustsMfa) return false;
	return mfaAcr ? acr === mfaAcr : Array.isArray(amr) && amr.includes('mfa');
}

/** The address that the provider vouches for. It may speak for its own domains only, so it can open nobody's account elsewhere. */
export function mailIn(claims: Claims, { domains }: Pick<Provider, 'domains'>): { email: string } | { why: FailureCode } {
	const email = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : '';
	if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) return { why: 'no-mail' };
	if (claims.email_verified !== true && claims.email_verified !== 'true') return { why: 'mail-unverified' };
	return domains.includes(domainOf(email)) ? { email } : { why: 'foreign-domain' };
}

export const nameIn = ({ name }: Claims): string => (typeof name === 'string' ? name.replace(/\s+/g, ' ').trim().slice(0, 100) : '');

/** What people read when it did not work: what happened, and how to go on. */
export const failures = {
	cancelled: 'Sie haben die Anmeldung dort abgebrochen. Nichts ist geschehen; Sie können es noch einmal versuchen.',
	away: 'Der Anmeldedienst antwortet gerade nicht. Bitte in ein paar Minuten noch einmal versuchen oder den Link per Mail nehmen.',
	'wrong-issuer':
		'Der Anmeldedienst nennt sich anders, als hier eingetragen ist. Bitte der eigenen IT Bescheid geben: Die Adresse (Issuer) muss genau übereinstimmen.',
	'wrong-client':
		'Der Anmeldedienst erkennt diese Plattform nicht an. Bitte der eigenen IT Bescheid geben: Client-ID oder Client-Secret stimmen nicht.',
	'wrong-clock':
		'Die Uhren des Anmeldedienstes und dieser Plattform gehen verschieden. Bitte der eigenen IT Bescheid geben und solange den Link per Mail nehmen.',
	'not-believed':
		'Die Antwort des Anmeldedienstes ließ sich nicht prüfen und wurde nicht angenommen. Bitte noch einmal versuchen; bleibt es dabei, hilft die eigene IT.',
	'refused-there': 'Der Anmeldedienst hat die Anmeldung abgelehnt. Bitte noch einmal versuchen oder die eigene IT fragen.',
	'state-spent':
		'Diese Anmeldung ist abgelaufen, wurde schon benutzt oder in einem anderen Browser begonnen. Bitte hier noch einmal beginnen.',
	'no-mail':
		'Der Anmeldedienst hat keine Mailadresse mitgegeben. Bitte der eigenen IT Bescheid geben: Der Client braucht den Bereich „email“.',
	'mail-unverified':
		'Der Anmeldedienst bestätigt Ihre Mailadresse nicht. Bitte der eigenen IT Bescheid geben: Die Adresse muss dort als geprüft gelten.',
	'foreign-domain': 'Der Anmeldedienst darf für diese Mailadresse nicht sprechen. Mit ihr geht es über den Link per Mail.',
	'no-account': 'Für Sie gibt es hier noch kein Konto. Bitte im eigenen Haus um eine Einladung bitten.',
	'other-subject':
		'Zu dieser Mailadresse gehört hier ein anderer Zugang desselben Anmeldedienstes. Bitte mit dem Link per Mail anmelden und unter „Sicherheit“ die alte Verbindung trennen; danach geht es.',
	gone: 'Diesen Anmeldedienst gibt es hier nicht mehr. Mit dem Link per Mail geht es weiter.',
	'too-many': 'Das waren zu viele Versuche aus diesem Netz. In einer Viertelstunde geht es wieder; der Link per Mail geht sofort.'
} as const;
export type FailureCode = keyof typeof failures;
export const isFailure = (code: string | null): code is FailureCode => code !== null && Object.hasOwn(failures, code);

type Routing = { isOffice: boolean; domains: string[]; known: string[]; taken: string[] };

/** What stands against routing these mail domains to an organisation's provider, or null. Its own people may use the domains that the office has checked. */
export function whyNotRoute({ isOffice, domains, known, taken }: Routing): Reason | null {
	const foreign = domains.find((domain) => !known.includes(domain));
	if (foreign && !isOffice)
		return {
			code: 'unknown-domain',
			message: `„${foreign}“ ist für diese Organisation hier noch nicht als dienstlich bekannt. Bitte das Netzwerkbüro bitten, die Domain einzutragen.`
		};
	const other = domains.find((domain) => taken.includes(domain));
	return other ? { code: 'domain-taken', message: `„${other}“ führt hier schon zu einem anderen Anmeldedienst.` } : null;
}
