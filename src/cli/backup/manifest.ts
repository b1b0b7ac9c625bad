import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refused } from '#lib/refusal.ts';
import { readArchive, type Entry } from './archive.ts';

/** The last entry of a backup: what must be in it. A file without it was cut off. */
export const manifestName = 'manifest.json';

const schema = z.object({
	format: z.literal('gestaltungsraum-backup-1'),
	createdAt: z.iso.datetime(),
	postgres: z.string(),
	/** Hashes of the migrations the schema was at, in their order. */
	migrations: z.array(z.string()),
	tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
	sequences: z.array(z.object({ name: z.string(), value: z.string() })),
	/** SHA-256 and size of every other entry. */
	entries: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() }))
});
export type Manifest = z.output<typeof schema>;

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const tableOf = (name: string): string | null => /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null;
export const fileKeyOf = (name: string): string | null => /^files\/(.+)$/.exec(name)?.[1] ?? null;

const broken = (why: string) => refused('broken-backup', `Diese Sicherung ist nicht in Ordnung: ${why} Bitte eine andere verwenden.`);

async function* entriesOf(path: string): AsyncGenerator<Entry> {
	try {
		yield* readArchive(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw refused('no-file', `Die Datei ${path} gibt es nicht.`);
		throw broken('Die Datei ist abgeschnitten, beschädigt oder keine Sicherung.');
	}
}

/** Reads the whole backup and checks every entry against its hash. Throws a refusal that says what is wrong. */
export async function verifyBackup(path: string, progress: (done: number) => void = () => {}): Promise<Manifest> {
	const found = new Map<string, { sha256: string; bytes: number }>();
	let manifest: Manifest | null = null;
	for await (const { name, bytes } of entriesOf(path)) {
		if (name === manifestName) {
			const parsed = schema.safeParse(JSON.parse(bytes.toString()));
			if (!parsed.success) throw broken('Ihr Verzeichnis ist nicht zu verstehen.');
			manifest = parsed.data;
		} else found.set(name, { sha256: sha256(bytes), bytes: bytes.length });
		progress(found.size);
	}
	if (!manifest) throw broken('Das Verzeichnis am Ende fehlt, sie ist nicht vollständig.');
	for (const [name, { sha256: expected }] of Object.entries(manifest.entries))
		if (found.get(name)?.sha256 !== expected) throw broken(`Der Teil ${name} ${found.has(name) ? 'ist verändert' : 'fehlt'}.`);
	for (const name of found.keys()) if (!manifest.entries[name]) throw broken(`Der Teil ${name} gehört nicht hinein.`);
	return manifest;
}
