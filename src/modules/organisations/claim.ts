import type { ClaimMethod, Reason } from './seat.ts';

/** Claims: somebody says that they work for a municipality or county, and how that is made sure. */

export const claimStates = {
	open: 'offen',
	accepted: 'angenommen',
	rejected: 'abgelehnt',
	withdrawn: 'zurückgezogen'
} as const;
export type ClaimState = keyof typeof claimStates;

/** What may follow on what: a claim is settled once, and a new one may be made afterwards. */
export const claimSteps: Record<ClaimState, readonly ClaimState[]> = {
	open: ['accepted', 'rejected', 'withdrawn'],
	accepted: [],
	rejected: [],
	withdrawn: []
};

export const codeDays = 30;
export const codeTries = 5;
/** How long the link in the mail to the official address works. */
export const claimLinkDays = 2;
export const openClaimsPerPerson = 3;
export const claimsPerDay = 10;

/** Letters and digits that nobody confuses when they read them from paper. */
export const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** "k7pq rx2m-wd9c" as it was printed: "K7PQRX2MWD9C". */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
export const printedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** Providers whose addresses anybody can have: an address there proves nothing about a town hall. */
const openProviders =
	/^(gmx|web|t-online|freenet|gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|arcor|posteo|mailbox|proton|protonmail|online|vodafone|magenta|1und1|mail|email|kabelmail|ewetel|ewe|versanet|unitybox)\.(de|com|net|org|eu|me|at|ch)$/;
export const isOpenProvider = (domain: string): boolean => openProviders.test(domain);

export const domainOf = (email: string): string => email.toLowerCase().split('@').at(-1) ?? '';

type Claiming = { isUnincorporated: boolean; hasManager: boolean; isMember: boolean; openClaims: number; claimsToday: number };

/** What stands against somebody claiming a municipality, or null. */
export function whyNotClaim({ isUnincorporated, hasManager, isMember, openClaims, claimsToday }: Claiming): Reason | null {
	if (isUnincorporated)
		return { code: 'no-administration', message: 'Ein gemeindefreies Gebiet hat keine eigene Verwaltung. Zuständig ist der Landkreis.' };
	if (isMember)
		return { code: 'member-already', message: 'Sie haben hier schon einen Platz. Sie finden ihn im Konto unter „Organisationen“.' };
	if (hasManager)
		return {
			code: 'claimed-already',
			message:
				'Diese Kommune ist hier schon vertreten. Bitten Sie im eigenen Haus um eine Einladung; hilft das nicht, hilft das Netzwerkbüro.'
		};
	if (openClaims >= openClaimsPerPerson)
		return {
			code: 'too-many-claims',
			message: 'Es sind schon drei Ansprüche offen. Bitte zuerst einen davon abschließen oder zurückziehen.'
		};
	if (claimsToday >= claimsPerDay) return { code: 'too-many-claims', message: 'Für heute sind es genug Ansprüche. Morgen geht es wieder.' };
	return null;
}

/** Which ways are open: a mail only where the office knows the domain. */
export function whyNotMethod(method: ClaimMethod, { email, mailDomains }: { email?: string; mailDomains: string[] }): Reason | null {
	if (method !== 'mail') return null;
	if (!email) return { code: 'no-mail', message: 'Bitte die dienstliche Mailadresse angeben.' };
	if (!mailDomains.includes(domainOf(email)))
		return {
			code: 'unknown-domain',
			message:
				'Diese Adresse ist hier nicht als dienstlich bekannt. Bitte den Brief ans Rathaus wählen oder das Netzwerkbüro prüfen lassen.'
		};
	return null;
}

type Code = { state: ClaimState; hasCode: boolean; expiresAt: Date | null; tries: number; now: Date };

/** What stands against trying a code, or null. Whether the code is right is asked afterwards. */
export function whyNotTryCode({ state, hasCode, expiresAt, tries, now }: Code): Reason | null {
	if (state !== 'open') return { code: 'claim-settled', message: 'Über diesen Anspruch ist schon entschieden.' };
	if (!hasCode) return { code: 'no-letter', message: 'Der Brief ist noch nicht geschrieben. Das Netzwerkbüro schickt ihn ans Rathaus.' };
	if (tries >= codeTries)
		return {
			code: 'code-locked',
			message: 'Der Code war fünfmal falsch und gilt nicht mehr. Bitte das Netzwerkbüro um einen neuen Brief.'
		};
	if (!expiresAt || expiresAt <= now)
		return { code: 'code-expired', message: `Der Code galt ${codeDays} Tage. Bitte das Netzwerkbüro um einen neuen Brief.` };
	return null;
}
