import { accessSync, constants } from 'node:fs';
import { z } from 'zod';
import { oidcSettings, whyNotOidc } from './oidc-env.ts';

/** The settings, each with the sentence that stops the start when it is wrong. */
const number = (what: string, { min, max }: { min: number; max: number }) => z.coerce.number(what).int(what).min(min, what).max(max, what);
const address = (what: string, protocol: RegExp) => z.url({ protocol, error: what });
const web = (what: string) => address(`ist keine Adresse, die mit http:// oder https:// beginnt (${what})`, /^https?$/);
const postgres = address('ist keine Adresse der Form postgresql://name:passwort@rechner/datenbank', /^postgres(ql)?$/);
const yesNo = z.stringbool('muss true oder false sein');
const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const schema = z.object({
	PORT: number('ist keine Portnummer von 1 bis 65535', { min: 1, max: 65535 }).default(3000),
	HOST: z.string().default('127.0.0.1'),
	PUBLIC_BASE_URL: web('die öffentliche Adresse der Installation').optional(),
	DATABASE_URL: postgres.optional(),
	READ_DATABASE_URL: postgres.optional(),
	DATA_DIR: z.string().min(1).default('.data'),
	SMTP_URL: address('ist keine Adresse der Form smtp://name:passwort@rechner:587', /^smtps?$/).optional(),
	MAIL_FROM: z.string().min(3, 'ist kein Absender').default('Gestaltungsraum <noreply@localhost>'),
	/** Signs every mail (DKIM). Most operators relay through a mail server that does it; then leave it out. */
	DKIM_DOMAIN: z
		.string()
		.regex(/^[a-z0-9.-]+\.[a-z]+$/, 'ist keine Domain')
		.optional(),
	DKIM_SELECTOR: z
		.string()
		.regex(/^[a-z0-9._-]+$/i, 'ist kein Selektor')
		.optional(),
	/** The private key as a PEM file. */
	DKIM_KEY_FILE: z.string().optional(),
	/** Where mails that come back go, each with a mark of its own before the @: bounce@raum.de becomes bounce+…@raum.de. Pipe them to `npm run cli -- bounce`. */
	BOUNCE_ADDRESS: z.email('ist keine Mailadresse').optional(),
	S3_URL: web('Form: https://KEY:SECRET@rechner/bucket?region=…').optional(),
	MAP_STYLE_URL: web('ein Kartenstil').optional(),
	GEOCODER_URL: web('eine Photon-Schnittstelle').optional(),
	/** A virus scanner (clamd) that looks at what is attached to concepts. */
	CLAMD_URL: address('ist keine Adresse der Form tcp://rechner:3310', /^tcp$/).optional(),
	LOG_LEVEL: z.enum(levels, `muss eines von ${levels.join(', ')} sein`).default('info'),
	/** Who may read /metrics from elsewhere than this machine: `Authorization: Bearer …`. */
	METRICS_TOKEN: z.string().min(16, 'muss mindestens 16 Zeichen haben').optional(),
	/** Seals what must be readable again (second factors, sign-in services), so that a copy of the database alone does not open it. Never change it. */
	SECRET_KEY: z.string().min(32, 'muss mindestens 32 Zeichen haben').optional(),
	/** Where security.txt sends people who found a hole: mailto: or https:. */
	SECURITY_CONTACT: z
		.string()
		.regex(/^(mailto:|https:\/\/)/, 'muss mit mailto: oder https:// beginnen')
		.optional(),
	/** Who answers for this installation, as it stands on the legal pages; several lines of an address are parted by commas. */
	OPERATOR_NAME: z.string().optional(),
	OPERATOR_ADDRESS: z.string().optional(),
	OPERATOR_EMAIL: z.email('ist keine Mailadresse').optional(),
	OPERATOR_PHONE: z.string().optional(),
	/** Who speaks for the operator, and who for its data protection ("Name, Mailadresse"). */
	OPERATOR_REPRESENTATIVE: z.string().optional(),
	OPERATOR_DATA_PROTECTION: z.string().optional(),
	/** The body that settles complaints about accessibility, which differs by state ("Name, Adresse, Mailadresse"). */
	OPERATOR_ENFORCEMENT_BODY: z.string().optional(),
	/** Whether this process does the jobs (mail, matching, imports). One of several that serve one installation has to. */
	JOBS: yesNo.default(true),
	DEMO: yesNo.default(false),
	...oidcSettings
});

export type Env = z.output<typeof schema> & { baseUrl: string };

export class WrongEnvironment extends Error {}

function isReadable(file: string): boolean {
	try {
		accessSync(file, constants.R_OK);
		return true;
	} catch {
		return false;
	}
}

/** Reads and checks the environment. Throws `WrongEnvironment` with one line that names the variable and says what is wrong. */
export function readEnv(variables: NodeJS.ProcessEnv, defaults: Partial<Record<keyof z.input<typeof schema>, string>> = {}): Env {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
	const parsed = schema.superRefine((env, ctx) => whyNotOidc(env, ctx)).safeParse({ ...defaults, ...given });
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const name = String(issue?.path[0]);
		const shown = /URL|TOKEN|KEY|SECRET/.test(name) || given[name] === undefined ? '' : ` „${given[name]}“`;
		throw new WrongEnvironment(`${name}:${shown} ${issue?.message}. Bitte die Umgebungsvariable berichtigen und neu starten.`);
	}
	const env = parsed.data;
	const dkim = [env.DKIM_DOMAIN, env.DKIM_SELECTOR, env.DKIM_KEY_FILE].filter(Boolean).length;
	if (dkim % 3)
		throw new WrongEnvironment('DKIM_DOMAIN, DKIM_SELECTOR und DKIM_KEY_FILE gehören zusammen. Bitte alle drei setzen oder keine.');
	if (env.DKIM_KEY_FILE && !isReadable(env.DKIM_KEY_FILE))
		throw new WrongEnvironment(`DKIM_KEY_FILE: ${env.DKIM_KEY_FILE} lässt sich nicht lesen. Bitte Pfad und Rechte prüfen.`);
	const name = env.HOST === '0.0.0.0' || env.HOST === '127.0.0.1' || env.HOST === '::' ? 'localhost' : env.HOST;
	return { ...env, baseUrl: (env.PUBLIC_BASE_URL ?? `http://${name}:${env.PORT}`).replace(/\/+$/, '') };
}
