import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from './id.ts';
import type { Env } from './env.ts';

/** `id` names the mail for good: tried again it is the same one. `returnTo` is where it goes when it cannot be delivered (the sender of the envelope). */
export type Message = {
	id?: string;
	returnTo?: string;
	to: string;
	subject: string;
	html: string;
	text: string;
	headers?: Record<string, string>;
};

/** The mail server said no for good: trying again would not help. `isAddress`: because of whom it was for, not because of what it said or who we are. */
export class MailRefused extends Error {
	readonly isAddress: boolean;

	constructor(message: string, { cause, isAddress }: { cause: unknown; isAddress: boolean }) {
		super(message, { cause });
		this.isAddress = isAddress;
	}
}

export const mailDirectory = (env: Pick<Env, 'DATA_DIR'>): string => join(env.DATA_DIR, 'mail');

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR' | 'baseUrl' | 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_KEY_FILE'>;

/** What the signature covers. nodemailer's own list forgets `List-Unsubscribe-Post`, without which one click does not count (RFC 8058). */
const signedHeaders =
	'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Language:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post';

function dkim({ DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: file }: Settings) {
	if (!domainName || !keySelector || !file) return undefined;
	return { domainName, keySelector, privateKey: readFileSync(file, 'utf8'), headerFieldNames: signedHeaders };
}

function compose(env: Settings, { id = newId(), returnTo, to, subject, html, text, headers = {} }: Message) {
	const host = new URL(env.baseUrl).hostname;
	return {
		from: env.MAIL_FROM,
		to: { name: '', address: to },
		subject,
		text,
		html,
		messageId: `<${id}@${host}>`,
		...(returnTo && { envelope: { from: returnTo, to } }),
		headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'de', ...headers },
		disableFileAccess: true,
		disableUrlAccess: true
	};
}

/**
 * Sends one mail over SMTP_URL, or without it writes it to DATA_DIR/mail as an .eml file that every mail program opens.
 * Throws `MailRefused` when the server refuses for good (5xx), any other error when a later try may succeed.
 */
export async function sendMail(env: Settings, message: Message): Promise<void> {
	if (!env.SMTP_URL) return writeMail(env, message);
	const transport = createTransport({
		url: env.SMTP_URL,
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 30_000,
		dkim: dkim(env)
	});
	try {
		await transport.sendMail(compose(env, message));
	} catch (error) {
		const { responseCode, command, message: words } = error as { responseCode?: number; command?: string; message: string };
		if (responseCode && responseCode >= 500) throw new MailRefused(words, { cause: error, isAddress: command === 'RCPT TO' });
		throw error;
	} finally {
		transport.close();
	}
}

async function writeMail(env: Settings, message: Message): Promise<void> {
	const { message: bytes } = await createTransport({ streamTransport: true, buffer: true }).sendMail(compose(env, message));
	const directory = mailDirectory(env);
	await mkdir(directory, { recursive: true, mode: 0o700 });
	const name = join(directory, newId());
	await writeFile(`${name}.part`, bytes as Buffer, { mode: 0o600 });
	await rename(`${name}.part`, `${name}.eml`);
}
