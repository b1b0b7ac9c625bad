import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailDirectory } from './mail.ts';
import { readMail, type WrittenMail } from './read-mail.ts';

/** The mails that were written instead of sent: what demo and development show. */
export type KeptMail = WrittenMail & { id: string };

const fileName = /^[0-9a-f-]{36}\.eml$/;

/** The newest first; names are UUIDs that sort by time. */
export async function listKeptMailIds(env: { DATA_DIR: string }): Promise<string[]> {
	const names = await readdir(mailDirectory(env)).catch(() => []);
	return names
		.filter((name) => fileName.test(name))
		.map((name) => name.slice(0, -4))
		.sort()
		.reverse();
}

export async function listKeptMails(env: { DATA_DIR: string }, limit = 100): Promise<KeptMail[]> {
	const newest = (await listKeptMailIds(env)).slice(0, limit);
	return (await Promise.all(newest.map((id) => findKeptMail(env, id)))).flatMap((mail) => mail ?? []);
}

export async function findKeptMail(env: { DATA_DIR: string }, id: string): Promise<KeptMail | null> {
	if (!fileName.test(`${id}.eml`)) return null;
	const eml = await readFile(join(mailDirectory(env), `${id}.eml`), 'utf8').catch(() => null);
	return eml === null ? null : { id, ...readMail(eml) };
}
