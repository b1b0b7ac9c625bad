import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { S3mini } from 's3mini';
import { newId } from './id.ts';

/**
 * Files that are no rows: pictures, plans, uploaded lists. Keys are made by us: parts of `a-z 0-9 . _ -` between slashes, such as
 * `media/0198….webp`. The type of a file is the caller's to remember.
 */
export type Store = {
	/** Writes whole or not at all; an existing file of that key is replaced. */
	put: (key: string, bytes: Uint8Array, type: string) => Promise<void>;
	/** All bytes, or null when there is no such file. */
	get: (key: string) => Promise<Uint8Array | null>;
	/** For large files, all of it or the bytes from `start` to `end` (both included); null when there is no such file. */
	stream: (key: string, range?: { start: number; end: number }) => Promise<Readable | null>;
	/** Deletes; a file that is not there is no error. */
	delete: (key: string) => Promise<void>;
	stat: (key: string) => Promise<{ bytes: number } | null>;
	/** Every key there is, in no order. */
	keys: () => AsyncIterable<string>;
};

const part = /^[a-z0-9_-][a-z0-9._-]{0,127}$/;

/** The key itself. Throws when it could name anything outside the store. */
export function checkedKey(key: string): string {
	const parts = key.split('/');
	if (key.length > 512 || parts.some((p) => !part.test(p) || p.includes('..')))
		throw new TypeError(`no key for the store: ${JSON.stringify(key)}`);
	return key;
}

const missing = (error: unknown): null => {
	if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
	throw error;
};

/** A folder as a store. A write is a new file, synced, then renamed over the old one. */
export function folderStore(folder: string): Store {
	const root = resolve(folder);
	const at = (key: string) => join(root, checkedKey(key));
	return {
		put: async (key, bytes) => {
			const path = at(key);
			const fresh = `${path}.${newId()}.new~`;
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			const file = await open(fresh, 'wx', 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
				await file.close();
				await rename(fresh, path);
			} catch (error) {
				await file.close().catch(() => {});
				await rm(fresh, { force: true });
				throw error;
			}
		},
		get: (key) => readFile(at(key)).catch(missing),
		stream: async (key, range) => ((await stat(at(key)).catch(missing)) ? createReadStream(at(key), range) : null),
		delete: (key) => rm(at(key), { force: true }),
		stat: async (key) => {
			const found = await stat(at(key)).catch(missing);
			return found && { bytes: found.size };
		},
		keys: async function* () {
			const entries = (await readdir(root, { recursive: true, withFileTypes: true }).catch(missing)) ?? [];
			for (const entry of entries)
				if (entry.isFile() && !entry.name.endsWith('~'))
					yield join(entry.parentPath, entry.name)
						.slice(root.length + 1)
						.replaceAll('\\', '/');
		}
	};
}

/** A bucket as a store. @param address `https://KEY:SECRET@host/bucket?region=eu-central-1`, path style. */
export function bucketStore(address: string): Store {
	const url = new URL(address);
	const region = url.searchParams.get('region') ?? 'auto';
	const s3 = new S3mini({
		accessKeyId: decodeURIComponent(url.username),
		secretAccessKey: decodeURIComponent(url.password),
		endpoint: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
		region
	});
	const bytesOf = async (key: string) => ((await s3.objectExists(checkedKey(key))) === true ? s3.getContentLength(key) : null);
	return {
		put: async (key, bytes, type) => {
			await s3.putObject(checkedKey(key), bytes, type);
		},
		get: async (key) => {
			const found = await s3.getObjectArrayBuffer(checkedKey(key));
			return found && new Uint8Array(found);
		},
		stream: async (key, range) => {
			const part = async ({ start, end }: { start: number; end: number }) =>
				(await bytesOf(key)) === null ? null : s3.getObjectRaw(key, false, start, end + 1);
			const found = await (range ? part(range) : s3.getObjectResponse(checkedKey(key)));
			return found?.body ? Readable.fromWeb(found.body as Parameters<typeof Readable.fromWeb>[0]) : null;
		},
		delete: async (key) => {
			await s3.deleteObject(checkedKey(key));
		},
		stat: async (key) => {
			const bytes = await bytesOf(key);
			return bytes === null ? null : { bytes };
		},
		keys: async function* () {
			let next: string | undefined;
			do {
				const found = await s3.listObjectsPaged('/', '', 1000, next);
				for (const { Key } of found?.objects ?? []) yield Key;
				next = found?.nextContinuationToken;
			} while (next);
		}
	};
}

/** The bucket of S3_URL, or the folder `files` in DATA_DIR. */
export const openStore = (env: { S3_URL?: string; DATA_DIR: string }): Store =>
	env.S3_URL ? bucketStore(env.S3_URL) : folderStore(join(env.DATA_DIR, 'files'));
