import { eq } from 'drizzle-orm';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#lib/server/env.ts';
import { listKeptMails } from '#lib/server/mailbox.ts';
import { cast } from '#testing/cast.ts';
import { plantAsk, postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import type { Ctx } from '../actor.ts';
import { markedAddress, readReports, severity } from '../bounce.ts';
import { addMail } from './add-mail.ts';
import { deliverMail } from './deliver-mail.ts';
import { bounceMark } from './internal/bounce-mark.ts';
import { findAddressTrouble, reviveAddress } from './revive-address.ts';
import { mails } from './tables.ts';
import { sendBriefs } from './send-briefs.ts';
import { takeBounce } from './take-bounce.ts';

const monday = new Date('2026-11-23T06:00:00Z');
const env = () => readEnv({ PUBLIC_BASE_URL: 'https://raum.example', DATA_DIR: mkdtempSync(join(tmpdir(), 'gr-bounce-')) });

/** A report as Postfix writes it. */
const report = (to: string, { action = 'failed', status = '5.1.1', code = '550 5.1.1 user unknown' } = {}) => `Return-Path: <>
From: MAILER-DAEMON@mx.stadt.example (Mail Delivery System)
To: ${to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

--B1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.stadt.example
Arrival-Date: Mon, 23 Nov 2026 07:00:01 +0100 (CET)

Final-Recipient: rfc822; amira@werkhof.example
Original-Recipient: rfc822;amira@werkhof.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.werkhof.example
Diagnostic-Code: smtp; ${code}

--B1
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: post@raum.example
To: amira@werkhof.example
Subject: Ihr Wochenbrief

Hallo
--B1--
`;

/** A letter to Amira that left, and the address its bounce comes to. */
async function sentLetter(ctx: Ctx): Promise<string> {
	const data = { title: 'Hallo', paragraphs: ['…'], why: '…' };
	await addMail(ctx, { to: cast.amira.email, template: 'letter', data });
	const job = (await postedMails(ctx.db)).at(-1);
	if (!job) throw new Error('no job');
	return markedAddress('bounce@raum.example', await bounceMark(ctx, job.id));
}
const bytes = (text: string) => new TextEncoder().encode(text);

test('an address that does not exist stops; the person hears why at the next visit and can say that it is right', async ({ as, db }) => {
	const to = await sentLetter(as(null));
	expect(await takeBounce(as(null), { source: bytes(report(to.toUpperCase())) })).toMatchObject({
		email: cast.amira.email,
		severity: 'hard'
	});
	expect(await findAddressTrouble(as('amira'))).toContain('550 5.1.1 user unknown');
	expect(await findAddressTrouble(as('jonas'))).toBeNull();
	await plantAsk(as(null), { personId: cast.amira.id });
	await sendBriefs({ ...as(null), now: monday });
	const brief = (await postedMails(db)).find(({ template }) => template === 'brief');
	if (!brief) throw new Error('no brief');
	const settings = env();
	await deliverMail({ ...as(null), now: monday }, brief, settings);
	expect(await listKeptMails(settings)).toEqual([]);
	expect(await db.select().from(mails).where(eq(mails.id, brief.id))).toMatchObject([{ sentAt: null, failedAt: monday }]);
	await reviveAddress(as('amira'));
	expect(await findAddressTrouble(as('amira'))).toBeNull();
});

test('what a person asks for themselves is still tried', async ({ as }) => {
	await takeBounce(as(null), { source: bytes(report(await sentLetter(as(null)))) });
	const [job] = await postedMails(as(null).db);
	if (!job) throw new Error('no job');
	const settings = env();
	await deliverMail(as(null), job, settings);
	expect(await listKeptMails(settings)).toHaveLength(1);
	await deliverMail(as(null), job, settings);
	expect(await listKeptMails(settings)).toHaveLength(1);
});

test('a full mailbox is counted, and the third time there is a pause that ends by itself', async ({ as }) => {
	const full = { status: '4.2.2', action: 'failed', code: '452 4.2.2 mailbox full' };
	for (let n = 1; n <= 3; n++) {
		expect(await findAddressTrouble(as('amira'))).toBeNull();
		expect((await takeBounce(as(null), { source: bytes(report(await sentLetter(as(null)), full)) })).severity).toBe('soft');
	}
	expect(await findAddressTrouble(as('amira'))).toContain('Pause bis 6. Dezember 2026');
	expect(await findAddressTrouble({ ...as('amira'), now: new Date(now.getTime() + 15 * 86_400_000) })).toBeNull();
});

test('invented bounces, holiday notes and marks of others change nothing', async ({ as }) => {
	const to = await sentLetter(as(null));
	const forged = to.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'));
	await expect(takeBounce(as(null), { source: bytes(report(forged)) })).rejects.toMatchObject({ status: 409, code: 'bounce-unknown' });
	await expect(takeBounce(as(null), { source: bytes(report('post@raum.example')) })).rejects.toMatchObject({ code: 'bounce-unknown' });
	const note = `From: amira@werkhof.example\nTo: ${to}\nSubject: Abwesend\n\nIch bin im Urlaub.\n`;
	await expect(takeBounce(as(null), { source: bytes(note) })).rejects.toMatchObject({ code: 'bounce-no-report' });
	await expect(takeBounce(as(null), { source: bytes('') })).rejects.toMatchObject({ status: 409 });
	expect(await findAddressTrouble(as('amira'))).toBeNull();
	const envelope = await takeBounce(as(null), { source: bytes(report('undisclosed')), to });
	expect(envelope.severity).toBe('hard');
});

test.for([
	['failed', '5.1.1', 'hard'],
	['failed', '5.1.10', 'hard'],
	['failed', '5.2.2', 'soft'],
	['failed', '5.7.1', 'soft'],
	['failed', '4.4.7', 'soft'],
	['delayed', '4.4.1', 'soft'],
	['relayed', '2.0.0', null],
	['delivered', '2.1.5', null]
] as const)('a report "%s %s" is %s', ([action, status, expected]) => {
	expect(severity({ action, status })).toBe(expected);
});

test('of a report every recipient is read, folded lines too', () => {
	const text =
		'Reporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1 (bad)\r\nDiagnostic-Code: smtp; 550\r\n user unknown\r\n\r\nAction: relayed\r\nStatus: 2.0.0\r\n';
	expect(readReports(text)).toEqual([
		{ action: 'failed', status: '5.1.1', detail: '550 user unknown' },
		{ action: 'relayed', status: '2.0.0', detail: '' }
	]);
});
