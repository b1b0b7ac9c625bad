import { inject } from 'vitest';
import { findKeptMail, listKeptMailIds, type KeptMail } from '../../src/lib/server/mailbox.ts';

const read = new Map<string, KeptMail | null>();

/** Every mail that was written, the newest first. Each is read once. */
async function mails(env: { DATA_DIR: string }): Promise<KeptMail[]> {
	const ids = await listKeptMailIds(env);
	for (const id of ids) if (!read.has(env.DATA_DIR + id)) read.set(env.DATA_DIR + id, await findKeptMail(env, id));
	return ids.flatMap((id) => read.get(env.DATA_DIR + id) ?? []);
}

/** The newest mail to this address, as soon as it is there. */
export async function mailTo(email: string, besides = 0, dataDir = inject('dataDir')): Promise<KeptMail> {
	for (let tries = 0; tries < 400; tries++) {
		const theirs = (await mails({ DATA_DIR: dataDir })).filter((mail) => mail.to === email);
		if (theirs[0] && theirs.length > besides) return theirs[0];
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`Keine Mail an ${email}`);
}

/** The first link of the text, as a path of this site. */
export const linkIn = (mail: KeptMail): string => {
	const url = new URL(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? '');
	return url.pathname + url.search;
};
