import { lookup as resolve } from 'node:dns';
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Requests to addresses that people typed in. They must not reach what only this machine or its network can: the database next door, the cloud's own service. */

const inner = new BlockList();
for (const [net, bits] of [
	...([
		['0.0.0.0', 8],
		['10.0.0.0', 8],
		['100.64.0.0', 10],
		['127.0.0.0', 8],
		['169.254.0.0', 16],
		['172.16.0.0', 12],
		['192.0.0.0', 24],
		['192.0.2.0', 24],
		['192.168.0.0', 16],
		['198.18.0.0', 15],
		['198.51.100.0', 24],
		['203.0.113.0', 24],
		['224.0.0.0', 3]
	] as const)
])
	inner.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only the global half is public; in it tunnels and the documentation's addresses are not. */
const outer6 = new BlockList();
outer6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
	['2001::', 32],
	['2001:db8::', 32],
	['2002::', 16]
] as const)
	inner.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
	if (isIP(address) === 4) return !inner.check(address, 'ipv4');
	return isIP(address) === 6 && outer6.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

export class Forbidden extends Error {}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** What stands against asking there, before any name is resolved, or null. */
export function whyNotAsk(address: string, { allowPrivate }: { allowPrivate: boolean }): string | null {
	const url = URL.parse(address);
	if (!url || !/^https?:$/.test(url.protocol)) return 'Das ist keine Adresse, die mit https:// beginnt.';
	if (url.username || url.password) return 'Die Adresse darf kein Passwort enthalten.';
	if (allowPrivate) return null;
	if (url.protocol !== 'https:') return 'Die Adresse muss mit https:// beginnen.';
	const host = hostOf(url);
	const isInner = isIP(host)
		? !isPublicAddress(host)
		: /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) || !host.includes('.');
	return isInner ? 'Diese Adresse liegt nicht im öffentlichen Netz.' : null;
}

/** Names are resolved at the very moment of connecting, so that one which points elsewhere a moment later gains nothing. */
const onlyPublic: LookupFunction = (host, options, done) => {
	resolve(host, { ...options, all: true }, (error, found) => {
		if (error) return done(error, '', 0);
		const [first] = found;
		if (!first || !found.every(({ address }) => isPublicAddress(address))) return done(new Forbidden(`${host} is not public`), '', 0);
		if (options.all) return done(null, found);
		done(null, first.address, first.family);
	});
};

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown; signal?: AbortSignal | null };
const mostBytes = 1024 * 1024;

/** A `fetch` that connects to public addresses by https only, follows no redirect, and reads a megabyte at most. `allowPrivate` opens it for the operator's own network. */
export const guardedFetch =
	({ allowPrivate }: { allowPrivate: boolean }) =>
	(address: string, { method = 'GET', headers = {}, body, signal }: Asked = {}): Promise<Response> =>
		new Promise((done, fail) => {
			const why = whyNotAsk(address, { allowPrivate });
			if (why) return fail(new Forbidden(why));
			const url = new URL(address);
			const content = body === undefined || body === null ? undefined : Buffer.from(String(body));
			const request = (url.protocol === 'https:' ? securely : plainly)(
				url,
				{
					method,
					headers: { ...headers, ...(content && { 'content-length': content.length }) },
					signal: signal ?? undefined,
					...(!allowPrivate && { lookup: onlyPublic })
				},
				(answer) => {
					const chunks: Buffer[] = [];
					let bytes = 0;
					answer.on('data', (chunk: Buffer) => {
						bytes += chunk.length;
						if (bytes > mostBytes) return void request.destroy(new Forbidden('answer too large'));
						chunks.push(chunk);
					});
					answer.on('error', fail);
					answer.on('end', () => {
						const told = Object.entries(answer.headers).flatMap(([name, value]) =>
							value === undefined ? [] : [[name, String(value)] as [string, string]]
						);
						const status = answer.statusCode ?? 500;
						done(new Response([204, 205, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers: told }));
					});
				}
			);
			request.on('error', fail);
			request.end(content);
		});
