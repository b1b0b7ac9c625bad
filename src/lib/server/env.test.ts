import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('nothing set is a good setting', () => {
	expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', baseUrl: 'http://localhost:3000', DEMO: false });
	expect(readEnv({ PORT: '', DATA_DIR: '' }, { DATA_DIR: '.data/demo' })).toMatchObject({ PORT: 3000, DATA_DIR: '.data/demo' });
});

test('absolute links come from PUBLIC_BASE_URL, without a slash at the end', () => {
	expect(readEnv({ PUBLIC_BASE_URL: 'https://raum.example/', PORT: '80' }).baseUrl).toBe('https://raum.example');
});

test.for([
	['PORT', 'abc', 'PORT: „abc“ ist keine Portnummer von 1 bis 65535'],
	['PORT', '99999', 'ist keine Portnummer'],
	['PUBLIC_BASE_URL', 'raum.example', 'PUBLIC_BASE_URL: ist keine Adresse, die mit http:// oder https:// beginnt'],
	['LOG_LEVEL', 'laut', 'LOG_LEVEL: „laut“ muss eines von silent'],
	['DEMO', 'vielleicht', 'DEMO: „vielleicht“ muss true oder false sein']
] as const)('%s=%s stops the start with one line', ([name, value, message]) => {
	expect(() => readEnv({ [name]: value })).toThrow(message);
});

test('a wrong address never shows the password in it', () => {
	expect(() => readEnv({ DATABASE_URL: 'mysql://root:geheim@db/x' })).toThrow(
		/^DATABASE_URL: ist keine Adresse der Form postgresql:\/\/[^\n]*$/
	);
	expect(() => readEnv({ DATABASE_URL: 'mysql://root:geheim@db/x' })).not.toThrow('geheim@');
});

const provider = { OIDC_ISSUER: 'https://login.kreis.de', OIDC_CLIENT_ID: 'raum', OIDC_CLIENT_SECRET: 'geheim', OIDC_DOMAINS: 'kreis.de' };

test('a provider for the installation is whole or it is not', () => {
	const env = readEnv({ ...provider, OIDC_DOMAINS: 'kreis.de, stadt.de', OIDC_SEATS: 'bau=12073008:edit, Chefs = alle=12062224:manage' });
	expect(env).toMatchObject({ OIDC_DOMAINS: ['kreis.de', 'stadt.de'], OIDC_CREATES_PEOPLE: true, OIDC_TRUSTS_MFA: false });
	expect(env.OIDC_SEATS).toEqual([
		{ group: 'bau', ags: '12073008', rights: 'edit' },
		{ group: 'Chefs = alle', ags: '12062224', rights: 'manage' }
	]);
	const wrong = (given: Record<string, string>) => () => readEnv({ ...provider, ...given });
	expect(wrong({ OIDC_CLIENT_SECRET: '' })).toThrow(/^OIDC_CLIENT_SECRET: fehlt/);
	expect(wrong({ OIDC_DOMAINS: '' })).toThrow(/^OIDC_DOMAINS: fehlt/);
	expect(wrong({ OIDC_DOMAINS: 'kein wort' })).toThrow(/^OIDC_DOMAINS: .*keine Liste von Domains/);
	expect(wrong({ OIDC_SEATS: 'bau=12073008:alles' })).toThrow(/^OIDC_SEATS: .*keine Liste der Form/);
	expect(wrong({ OIDC_ISSUER: 'http://login.kreis.de' })).toThrow(/^OIDC_ISSUER: .*https/);
	expect(wrong({ OIDC_ISSUER: 'http://localhost:8080', OIDC_ALLOW_PRIVATE: 'true' })).not.toThrow();
});
