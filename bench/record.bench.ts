import { createPublicKey, verify } from 'node:crypto';
import { chainOf, newKey, recordId } from '#testing/record-world.ts';
import { canonical, type Entry } from '#modules/records/entry.ts';
import { fileFormat, fileVersion, type RecordFile } from '#modules/records/record-file.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { bench } from './bench.ts';
import { watched } from './watched.ts';

/** What nobody can save: the hash over each entry and its signature, over bytes that lie ready, as many at a time as the verification does. */
async function bareCost(entries: readonly Entry[], key: string): Promise<() => Promise<void>> {
	const raw = Buffer.from(key, 'base64url');
	const imported = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
	const ready = entries.map(({ hash, signature, ...body }) => ({
		body: new TextEncoder().encode(canonical(body)),
		hash: Uint8Array.from(Buffer.from(hash, 'hex')),
		signature: Uint8Array.from(Buffer.from(signature, 'base64url'))
	}));
	return async () => {
		for (let from = 0; from < ready.length; from += 256)
			await Promise.all(
				ready.slice(from, from + 256).flatMap(({ body, hash, signature }) => [
					crypto.subtle.digest('SHA-256', body),
					crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, hash).then((isGood) => {
						if (!isGood) throw new Error('signature');
					})
				])
			);
	};
}

/** The same signatures one after the other on one core, as a program in C would begin with. */
function oneCore(entries: readonly Entry[], key: string): number {
	const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
	const some = entries.slice(0, 5_000);
	const started = performance.now();
	for (const { hash, signature } of some) verify(null, Buffer.from(hash, 'hex'), publicKey, Buffer.from(signature, 'base64url'));
	return some.length / ((performance.now() - started) / 1000);
}

/** Microseconds of computing, on whatever core: the same however busy the machine is besides. */
async function cpuOf(run: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await run();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

/** `--size` means entries here. */
export default bench({
	name: 'record',
	sizes: [100_000],
	run: async ({ size, rounds, row, note }) => {
		const key = newKey();
		const start = Date.parse('2026-01-01T00:00:00Z');
		const acts = Array.from({ length: size }, (_, n) => ({
			kind: 'score.given',
			at: start + n * 1000,
			facts: { concept: n % 300, round: 1 },
			commitments: { points: n.toString(16).padStart(64, '0'), reason: (n * 7).toString(16).padStart(64, 'a') }
		}));
		const main = await chainOf(key, { chain: 'main', acts });
		const text = JSON.stringify({
			...{ format: fileFormat, version: fileVersion, record: recordId, title: '', address: '', key: key.text, main },
			...{ box: null, heads: [], calls: [], disclosures: [] }
		} satisfies RecordFile);
		const bare = await bareCost(main, key.text);
		const rate = (ms: number) => (size / ms) * 1000;
		const ours = async () => {
			const started = performance.now();
			const { outcome } = await verifyRecord({ file: JSON.parse(text) });
			if (outcome !== 'proven') throw new Error(outcome);
			return rate(performance.now() - started);
		};
		const limit = async () => {
			const started = performance.now();
			await bare();
			return rate(performance.now() - started);
		};
		const { a, b } = await rounds(3, ours, limit);
		const named = size.toLocaleString('de-DE');
		row({
			name: `Akte mit ${named} Einträgen prüfen, gegen Prüfwerte und Signaturen allein`,
			ours: a,
			limit: b,
			unit: 'Einträge/s',
			goal: 0.6
		});
		const used = await rounds(
			3,
			() => cpuOf(ours),
			() => cpuOf(limit)
		);
		row({
			name: 'dasselbe, Rechenzeit aller Kerne je Eintrag',
			ours: used.a / size,
			limit: used.b / size,
			unit: 'µs',
			better: 'less',
			goal: 0.75
		});
		const { grown, held } = await watched(ours);
		const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
		row({
			name: `Akte mit ${named} Einträgen: belegter Speicher (Grenze 600 MB)`,
			ours: Math.max(1, megabytes(grown)),
			limit: 600,
			unit: 'MB',
			better: 'less',
			goal: 1
		});
		note(
			`Akte: ${megabytes(text.length)} MB Datei, festgehalten ${megabytes(held)} MB; Signaturen auf einem Kern nacheinander ${Math.round(oneCore(main, key.text)).toLocaleString('de-DE')}/s.`
		);
	}
});
