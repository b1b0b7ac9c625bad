import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { guardedFetch, isPublicAddress, whyNotAsk } from './guarded-fetch.ts';

test.for([
	...[
		'127.0.0.1',
		'127.9.9.9',
		'10.0.0.8',
		'172.20.1.1',
		'192.168.178.1',
		'169.254.169.254',
		'100.64.0.1',
		'0.0.0.0',
		'224.0.0.1',
		'255.255.255.255'
	],
	...['::1', '::', '::ffff:10.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '64:ff9b::7f00:1']
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test.for(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a01:4f8::1'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.for([
	...[
		'http://login.stadt.de',
		'https://localhost',
		'https://LOCALHOST.',
		'https://127.0.0.1',
		'https://2130706433',
		'https://0x7f.1',
		'https://[::1]:8443'
	],
	...['https://keycloak', 'https://db.internal', 'https://name:wort@stadt.de', 'ftp://stadt.de', 'javascript:alert(1)', 'unsinn']
])('%s is not asked', (address) => expect(whyNotAsk(address, { allowPrivate: false })).not.toBeNull());

test('an ordinary address is', () => expect(whyNotAsk('https://login.angermuende.de/realms/stadt', { allowPrivate: false })).toBeNull());

test('a name that points inside is refused as it connects', async () => {
	// Resolved by the system to loopback, whatever its name promises.
	await expect(guardedFetch({ allowPrivate: false })('https://ip6-localhost.localdomain')).rejects.toThrow();
	await expect(guardedFetch({ allowPrivate: false })('https://127.0.0.1:1')).rejects.toThrow('nicht im öffentlichen Netz');
});

test('redirects are not followed, and an endless answer is cut off', async () => {
	const server = createServer((request, response) => {
		if (request.url === '/weiter') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
		response.writeHead(200);
		const pour = (): void => void (response.write(Buffer.alloc(64 * 1024)) ? setImmediate(pour) : response.once('drain', pour));
		pour();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	expect((await guardedFetch({ allowPrivate: true })(`${at}/weiter`)).status).toBe(302);
	await expect(guardedFetch({ allowPrivate: true })(`${at}/viel`)).rejects.toThrow('too large');
	server.closeAllConnections();
	server.close();
});
