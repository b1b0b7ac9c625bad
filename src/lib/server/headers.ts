/** What every answer says to browsers. The policy for pages is made by the framework (vite.config.ts), which knows the hashes of its scripts. */
const baseHeaders: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** For data and files: nothing in them runs, and nobody frames them. */
const strict = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** A drawing that is opened by itself is a document: it keeps its colours, and runs nothing. */
const drawing = `${strict}; style-src 'unsafe-inline'`;

/** What an answer to this path begins with, before anybody makes it: also for files, which no hook sees. Browsers that came by https once shall never come without. */
export const firstHeaders = (baseUrl: string, path: string): Record<string, string> => ({
	...baseHeaders,
	...(baseUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
	...(/\.svg($|\?)/.test(path) && { 'content-security-policy': drawing })
});

function allowMapStyle(policy: string, styleUrl: string): string {
	const { origin } = new URL(styleUrl);
	return policy.replace(/(connect-src|img-src)/g, `$1 ${origin}`);
}

/** Adds what is missing; what a route set itself stays. `mapStyleUrl` (MAP_STYLE_URL) is the one foreign origin an operator may let in. */
export function secured(response: Response, mapStyleUrl?: string): Response {
	const { headers } = response;
	const policy = headers.get('content-security-policy');
	if (!policy) headers.set('content-security-policy', strict);
	else if (mapStyleUrl) headers.set('content-security-policy', allowMapStyle(policy, mapStyleUrl));
	// a browser keeps "gone" for good unless it is told otherwise, and what was taken back may return
	if (response.status === 410 && !headers.has('cache-control')) headers.set('cache-control', 'no-cache');
	for (const name in baseHeaders) if (!headers.has(name)) headers.set(name, baseHeaders[name] ?? '');
	return response;
}
