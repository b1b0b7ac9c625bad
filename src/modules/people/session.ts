/** Sessions: rules without a database. */

/** A session ends thirty days after it was last used. */
export const sessionDays = 30;

/** One through an identity provider ends after a working day, however busy it was: then the provider is asked again, also for the groups. */
export const providerSessionHours = 12;

/** "Last seen" is written down at most this often, so that reading costs no write. */
export const seenEveryMs = 5 * 60_000;

const named = (name: string) => (baseUrl: string) => (baseUrl.startsWith('https:') ? `__Host-${name}` : name);
export const cookieName = named('sitzung');
/** Binds a sign-in at an identity provider to the browser that began it. */
export const beginningCookieName = named('anmeldung');

const browsers: [RegExp, string][] = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bFirefox\/|\bFxiOS\//, 'Firefox'],
	[/Chrome\/|\bCriOS\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'Mac'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b/, 'Linux']
];
const firstOf = (table: [RegExp, string][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1];

/** All that is kept of a user agent: enough to recognise one's own device ("Firefox, Windows"), no version, no fingerprint. */
export function deviceLabel(userAgent: string | null): string {
	const text = (userAgent ?? '').slice(0, 500);
	return [firstOf(browsers, text), firstOf(systems, text)].filter(Boolean).join(', ') || 'Unbekanntes Gerät';
}

/** A path of this site to go on to after signing in; anything that could lead elsewhere becomes `otherwise`. */
export function localPath(given: string | null | undefined, otherwise = '/konto'): string {
	if (!given || given.length > 1000 || !/^\/(?![/\\])[^\s\\]*$/.test(given) || hasControlCharacter(given)) return otherwise;
	const base = 'http://hier.invalid';
	const url = URL.parse(given, base);
	if (!url || url.origin !== base || url.pathname.startsWith('//')) return otherwise;
	return `${url.pathname}${url.search}${url.hash}`;
}

const hasControlCharacter = (text: string) => [...text].some((c) => c.charCodeAt(0) < 32 || c.charCodeAt(0) === 127);

/** An address of the net, cut so that it no longer names a household: /24 for IPv4, /48 for IPv6. */
export function truncateAddress(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (plain.includes('.')) return plain.split('.').slice(0, 3).join('.');
	const [head = ''] = plain.split('::');
	const groups = head.split(':').filter(Boolean);
	return [...groups, '0', '0', '0'].slice(0, 3).join(':').toLowerCase();
}
