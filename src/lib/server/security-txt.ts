import type { Env } from './env.ts';

/** Whom to tell of a hole (RFC 9116). Without SECURITY_CONTACT it names the imprint. It expires half a year after the beginning of the month. */
export function securityTxt({ SECURITY_CONTACT, baseUrl }: Pick<Env, 'SECURITY_CONTACT' | 'baseUrl'>, now: Date): string {
	const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1)).toISOString();
	return [
		`Contact: ${SECURITY_CONTACT ?? `${baseUrl}/impressum`}`,
		`Expires: ${expires}`,
		'Preferred-Languages: de, en',
		`Canonical: ${baseUrl}/.well-known/security.txt`,
		''
	].join('\n');
}
