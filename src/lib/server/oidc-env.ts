import { z } from 'zod';

/** One provider for the whole installation (OpenID Connect), set by whoever runs it: what stands here is their word, also about office and administration. */

const listOf = (pattern: RegExp, message: string) =>
	z
		.string()
		.transform((text) => text.split(/[\s,;]+/).filter(Boolean))
		.pipe(z.array(z.string().regex(pattern, message)));
const yesNo = z.stringbool('muss true oder false sein');
const seat = /^(.+)=(\d{8}):(read|edit|manage)$/;

export const oidcSettings = {
	OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'ist keine Adresse, die mit https:// beginnt' }).optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	/** What people read on the button. */
	OIDC_NAME: z.string().max(80, 'ist länger als 80 Zeichen').default('Anmeldedienst'),
	/** Mail domains whose addresses the provider may speak for. */
	OIDC_DOMAINS: listOf(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'ist keine Liste von Domains der Form stadt.de,kreis.de').default([]),
	OIDC_GROUPS_CLAIM: z.string().min(1).max(100).default('groups'),
	/** "gruppe=12073008:edit, gruppe2=12062224:manage": seats in municipalities, by their key. */
	OIDC_SEATS: z
		.string()
		.transform((text) =>
			text
				.split(',')
				.map((part) => part.trim())
				.filter(Boolean)
		)
		.pipe(z.array(z.string().regex(seat, 'ist keine Liste der Form gruppe=12073008:edit (read, edit oder manage)')))
		.transform((parts) =>
			parts.map((part) => {
				const [, group = '', ags = '', rights = ''] = seat.exec(part) ?? [];
				return { group, ags, rights: rights as 'read' | 'edit' | 'manage' };
			})
		)
		.default([]),
	OIDC_OFFICE_GROUP: z.string().min(1).optional(),
	OIDC_ADMIN_GROUP: z.string().min(1).optional(),
	/** Whether people get an account when they first come in this way. */
	OIDC_CREATES_PEOPLE: yesNo.default(true),
	/** Whether its second factor counts here; `OIDC_MFA_ACR` is the `acr` that vouches for it, else `amr` must name mfa. */
	OIDC_TRUSTS_MFA: yesNo.default(false),
	OIDC_MFA_ACR: z.string().min(1).max(200).optional(),
	/** Lets providers of organisations and of the installation live on http or in the operator's own network. For tests and demos on one machine. */
	OIDC_ALLOW_PRIVATE: yesNo.default(false)
};

type Given = {
	OIDC_ISSUER?: string;
	OIDC_CLIENT_ID?: string;
	OIDC_CLIENT_SECRET?: string;
	OIDC_DOMAINS: string[];
	OIDC_ALLOW_PRIVATE: boolean;
};

/** The settings that only make sense together. */
export function whyNotOidc(env: Given, ctx: z.RefinementCtx): void {
	const against = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
	if (!env.OIDC_ISSUER && !env.OIDC_CLIENT_ID && !env.OIDC_CLIENT_SECRET) return;
	for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
		if (!env[name]) return against(name, 'fehlt; OIDC_ISSUER, OIDC_CLIENT_ID und OIDC_CLIENT_SECRET gehören zusammen');
	if (!env.OIDC_DOMAINS.length) return against('OIDC_DOMAINS', 'fehlt; hier stehen die Maildomains, für die der Dienst sprechen darf');
	if (!env.OIDC_ALLOW_PRIVATE && !env.OIDC_ISSUER?.startsWith('https:'))
		against('OIDC_ISSUER', 'muss mit https:// beginnen (oder OIDC_ALLOW_PRIVATE=true auf einer Maschine zum Ausprobieren)');
}
