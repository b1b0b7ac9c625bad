import { mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { readEnv } from '#lib/server/env.ts';
import { listKeptMails } from '#lib/server/mailbox.ts';
import { readMail, type WrittenMail } from '#lib/server/read-mail.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test as base } from '#testing/world.ts';
import type { NewMail } from '../mail.ts';
import { addMail } from './add-mail.ts';
import { addNotice } from './add-notice.ts';
import { deliverMail } from './deliver-mail.ts';
import { deliverSignInLink } from './deliver-sign-in-link.ts';
import { findMailSettings } from './find-mail-settings.ts';
import { findSignInLink } from './find-sign-in-link.ts';
import { listFailedMails } from './list-failed-mails.ts';
import { listNotices } from './list-notices.ts';
import { sendDailyNotes } from './send-daily-notes.ts';
import { mails, signInLinks } from './tables.ts';
import { unsubscribeWithLink } from './unsubscribe-with-link.ts';

type Post = { url: string; received: WrittenMail[]; refuse: Record<string, number> };

/** A real mail server in this process: what it is told to refuse it refuses with that code. */
const test = base.extend<{ post: Post }>({
	post: async ({}, use) => {
		const received: WrittenMail[] = [];
		const refuse: Record<string, number> = {};
		const server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			onRcptTo: ({ address }, _session, done) => {
				const code = refuse[address];
				done(code ? Object.assign(new Error('Mailbox unavailable'), { responseCode: code }) : null);
			},
			onData: (stream, _session, done) => {
				const chunks: Buffer[] = [];
				stream.on('data', (chunk: Buffer) => chunks.push(chunk));
				stream.on('end', () => {
					received.push(readMail(Buffer.concat(chunks).toString('utf8')));
					done();
				});
			}
		});
		server.on('error', () => {});
		server.listen(0, '127.0.0.1');
		await once(server.server, 'listening');
		await use({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received, refuse });
		await new Promise<void>((done) => server.close(() => done()));
	}
});

const envOf = (settings: Record<string, string>) =>
	readEnv({ PUBLIC_BASE_URL: 'https://raum.example', MAIL_FROM: 'Gestaltungsraum <post@raum.example>', ...settings });
const letter: NewMail = {
	to: cast.amira.email,
	template: 'letter',
	data: {
		title: 'Größe geändert',
		paragraphs: ['Die „Alte Schule“ hat jetzt 120 m².', '<b>kein</b> HTML'],
		button: { text: 'Ansehen', href: '/raeume/alte-schule' },
		why: 'Ihr beobachtet diesen Raum.'
	}
};
const jobs = async (db: Parameters<typeof addMail>[0]['db'], task: string) =>
	(
		await db.execute<{ payload: NewMail & { id: string } }>(
			sql`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.id`
		)
	).rows.map((row) => row.payload);

test('a letter arrives over SMTP, as page and as text, with our address and nothing foreign', async ({ as, db, post }) => {
	await addMail(as(null), letter);
	const [job] = await jobs(db, 'mail');
	if (!job) throw new Error('no job');
	await deliverMail(as(null), job, envOf({ SMTP_URL: post.url }));
	const [mail] = post.received;
	expect(mail).toMatchObject({ to: cast.amira.email, subject: 'Größe geändert' });
	expect(mail?.headers).toMatchObject({
		'auto-submitted': 'auto-generated',
		'content-language': 'de',
		from: 'Gestaltungsraum <post@raum.example>'
	});
	expect(mail?.text).toContain('Ansehen:\nhttps://raum.example/raeume/alte-schule');
	expect(mail?.html).toContain('<html lang="de">');
	expect(mail?.html).toContain('href="https://raum.example/raeume/alte-schule"');
	expect(mail?.html).toContain('&lt;b>kein&lt;/b>');
	expect(mail?.html).not.toMatch(/<img|<script|<link|url\(|https?:\/\/(?!raum\.example)/);
	expect(await db.select().from(mails)).toMatchObject([{ attempts: 1, problem: null, sentAt: now }]);
});

test('an address that does not exist (550) is not tried again, and the office sees it', async ({ as, db, post }) => {
	post.refuse[cast.amira.email] = 550;
	await addMail(as(null), letter);
	const [job] = await jobs(db, 'mail');
	if (!job) throw new Error('no job');
	await deliverMail(as(null), job, envOf({ SMTP_URL: post.url }));
	expect(await listFailedMails(as('oskar'))).toMatchObject([{ email: cast.amira.email, final: true, attempts: 1 }]);
	await expect(listFailedMails(as('amira'))).rejects.toMatchObject({ status: 403 });
});

test('a full mailbox (452) is tried again until it takes the mail', async ({ as, db, post }) => {
	post.refuse[cast.amira.email] = 452;
	await addMail(as(null), letter);
	const [job] = await jobs(db, 'mail');
	if (!job) throw new Error('no job');
	const env = envOf({ SMTP_URL: post.url });
	await expect(deliverMail(as(null), job, env)).rejects.toThrow();
	expect(await listFailedMails(as('oskar'))).toMatchObject([{ final: false, attempts: 1 }]);
	delete post.refuse[cast.amira.email];
	await deliverMail(as(null), job, env);
	expect(post.received).toHaveLength(1);
	expect(await listFailedMails(as('oskar'))).toEqual([]);
});

test('a link that could not be sent does not exist; one that nobody waits for any more is not sent', async ({ as, db, post }) => {
	const wish = { email: 'voll@werkhof.example', returnTo: '/', askedAt: now.toISOString() };
	const env = envOf({ SMTP_URL: post.url });
	post.refuse[wish.email] = 452;
	await expect(deliverSignInLink(as(null), wish, env)).rejects.toThrow();
	expect(await db.select().from(signInLinks)).toEqual([]);
	delete post.refuse[wish.email];
	await deliverSignInLink({ ...as(null), now: new Date(now.getTime() + 16 * 60_000) }, wish, env);
	expect(post.received).toEqual([]);
});

test('without a mail server the mail becomes a file, and its link opens', async ({ as }) => {
	const env = envOf({ DATA_DIR: mkdtempSync(join(tmpdir(), 'gr-mail-')) });
	await deliverSignInLink(as(null), { email: 'jemand@werkhof.example', returnTo: '/', askedAt: now.toISOString() }, env);
	const [mail] = await listKeptMails(env);
	const link = /https:\/\/raum\.example\/anmelden\/link\?schluessel=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
	expect(mail?.to).toBe('jemand@werkhof.example');
	expect(await findSignInLink(as(null), link)).toEqual({ state: 'open', email: 'jemand@werkhof.example' });
	expect(mail?.html).toContain(link);
});

const tell = (ctx: Parameters<typeof addNotice>[0], person: { id: string }, n: number) =>
	addNotice(ctx, {
		personId: person.id,
		kind: 'match.found',
		topic: 'match',
		subjectId: `raum-${n}`,
		data: { title: `Raum ${n}`, text: 'passt zu Eurem Gesuch', href: `/raeume/${n}` }
	});

test('everything new comes in one mail, and nothing twice', async ({ as, db, post }) => {
	for (const n of [1, 2, 2, 3]) await tell(as(null), cast.amira, n);
	expect((await listNotices(as('amira'))).map((n) => n.title).sort()).toEqual(['Raum 1', 'Raum 2', 'Raum 3']);
	expect(await listNotices(as('jonas'))).toEqual([]);
	expect(await sendDailyNotes(as(null))).toBe(1);
	expect(await sendDailyNotes(as(null))).toBe(0);
	await tell(as(null), cast.amira, 2);
	expect(await sendDailyNotes(as(null))).toBe(0);
	const [job, ...more] = await jobs(db, 'mail');
	expect(more).toEqual([]);
	if (!job) throw new Error('no job');
	await deliverMail(as(null), job, envOf({ SMTP_URL: post.url }));
	const [mail] = post.received;
	expect(mail?.subject).toBe('3 Neuigkeiten aus dem Gestaltungsraum');
	expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
	expect(mail?.text).toMatch(/Raum 1[\s\S]*Raum 2[\s\S]*Raum 3/);
	const link = /schluessel=([^>]+)>/.exec((mail?.headers['list-unsubscribe'] ?? '').replace(/\s/g, ''))?.[1] ?? '';
	await unsubscribeWithLink(as(null), { link });
	expect((await findMailSettings(as('amira'))).byTopic).toMatchObject({ match: 'never', contact: 'never' });
	await tell(as(null), cast.amira, 4);
	expect(await sendDailyNotes(as(null))).toBe(0);
});

test('a note that fails to be written is not marked as sent', async ({ as, db }) => {
	await tell(as(null), cast.amira, 1);
	await expect(
		db.transaction(async (tx) => {
			expect(await sendDailyNotes({ ...as(null), db: tx })).toBe(1);
			throw new Error('power cut');
		})
	).rejects.toThrow('power cut');
	expect(await db.select().from(mails).where(eq(mails.template, 'daily-note'))).toEqual([]);
	expect(await sendDailyNotes(as(null))).toBe(1);
});
