import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { sendMail } from './mail.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyFile = join(mkdtempSync(join(tmpdir(), 'gr-dkim-')), 'key.pem');
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** What a real mail server received, byte for byte, and from whom it was told it came. */
async function received(headers: Record<string, string>): Promise<{ source: Buffer; from: string }> {
	const chunks: Buffer[] = [];
	let from = '';
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onMailFrom: ({ address }, _session, done) => {
			from = address;
			done();
		},
		onData: (stream, _session, done) => {
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => done());
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const env = readEnv({
		...{ SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, PUBLIC_BASE_URL: 'https://raum.example' },
		...{ MAIL_FROM: 'Gestaltungsraum <post@raum.example>', DKIM_DOMAIN: 'raum.example', DKIM_SELECTOR: 'gr', DKIM_KEY_FILE: keyFile }
	});
	const message = { to: 'wer@stadt.example', subject: 'Grüße', html: '<p>Größe</p>', text: 'Größe', headers };
	await sendMail(env, { ...message, returnTo: 'bounce+1@raum.example' });
	await new Promise<void>((done) => server.close(() => done()));
	return { source: Buffer.concat(chunks), from };
}

/** Debian's own verifier, with the key handed in instead of asked of the DNS. */
const verify = (source: Buffer) =>
	spawnSync(
		'/usr/bin/python3',
		['-c', 'import dkim,sys;r=sys.argv[1].encode();print(dkim.verify(sys.stdin.buffer.read(),dnsfunc=lambda *a,**k:r))', record],
		{
			input: source
		}
	);

const hasVerifier = existsSync('/usr/lib/python3/dist-packages/dkim');

test.runIf(hasVerifier)('a signed mail is true to an independent verifier, and one changed on its way is not', async () => {
	const unsubscribe = { 'List-Unsubscribe': '<https://raum.example/abbestellen>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
	const { source, from } = await received({ ...unsubscribe, 'List-Id': 'Wochenbrief <wochenbrief.raum.example>' });
	expect(from).toBe('bounce+1@raum.example');
	expect(/ h=([^;]+);/.exec(source.toString('latin1').replace(/\r\n\s+/g, ' '))?.[1]?.toLowerCase()).toContain('list-unsubscribe-post');
	const good = verify(source);
	expect(good.stdout.toString().trim(), good.stderr.toString()).toBe('True');
	expect(
		verify(Buffer.from(source.toString('latin1').replace('One-Click', 'Two-Clicks'), 'latin1'))
			.stdout.toString()
			.trim()
	).toBe('False');
	expect(
		verify(Buffer.from(source.toString('latin1').replace('raum.example/abbestellen', 'boese.example/x'), 'latin1'))
			.stdout.toString()
			.trim()
	).toBe('False');
});

test('half a signature stops the start with a sentence', () => {
	expect(() => readEnv({ DKIM_DOMAIN: 'raum.example' })).toThrow('gehören zusammen');
	expect(() => readEnv({ DKIM_DOMAIN: 'raum.example', DKIM_SELECTOR: 'gr', DKIM_KEY_FILE: '/nicht/da.pem' })).toThrow(
		'lässt sich nicht lesen'
	);
});
