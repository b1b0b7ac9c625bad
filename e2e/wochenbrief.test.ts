import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { listKeptMails, type KeptMail } from '../src/lib/server/mailbox.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { mailTo } from './support/mail.ts';

const mayor = 'buergermeister@herzberg.example';

async function signIn(page: Page, name: RegExp): Promise<void> {
	await page.goto('/demo');
	await page.getByRole('button', { name }).click();
	await page.waitForURL('**/konto');
}

/** The first brief that somebody got; later ones of this demo bring what was left. */
async function firstBriefTo(email: string): Promise<KeptMail> {
	await mailTo(email);
	const mails = await listKeptMails({ DATA_DIR: inject('dataDir') }, 1000);
	const brief = mails.findLast(({ to, subject }) => to === email && subject.startsWith('Ihr Wochenbrief'));
	if (!brief) throw new Error(`Kein Wochenbrief an ${email}`);
	return brief;
}

/** Opens the mayor's brief in the outbox of the demo and follows a link in it, as a thumb would. */
async function fromTheBrief(page: Page, title: string, link: string): Promise<void> {
	await page.goto(`/dev/mail/${(await firstBriefTo(mayor)).id}`);
	const mail = page.frameLocator('iframe');
	const item = mail
		.locator('td')
		.filter({ has: mail.getByRole('heading', { name: title, exact: true }) })
		.last();
	await item.getByRole('link', { name: link }).click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

test('the mayor answers three things from the brief on the phone, without signing in and without a script; then looks at them in the account', async ({
	open
}) => {
	await mailTo(mayor);
	const page = await open({ size: 'phone', javaScript: false });
	await fromTheBrief(page, 'Kommen Sie zum Rundgang durch die Hutfabrik?', 'Ja');
	expect(await page.getByRole('radio', { name: 'Ja' }).isChecked()).toBe(true);
	await page.getByRole('button', { name: '„Ja“ antworten' }).click();
	expect(await page.getByRole('status').textContent()).toContain('Danke');

	await fromTheBrief(page, 'Wann passt das Wintertreffen?', 'Auswählen');
	await page.getByRole('button', { name: 'Antworten' }).click();
	expect(await page.getByRole('alert').textContent()).toContain('Bitte eine Möglichkeit wählen');
	await page.getByRole('checkbox', { name: 'Dienstag, 12. Januar' }).check();
	await page.getByRole('checkbox', { name: 'Mittwoch, 20. Januar' }).check();
	await page.getByRole('button', { name: 'Antworten' }).click();
	expect(await page.getByRole('status').textContent()).toContain('Mittwoch, 20. Januar');

	await fromTheBrief(page, 'Neuer Ablauf bei Nutzungsänderungen', 'Gelesen und weitergegeben');
	await page.getByRole('button', { name: 'Gelesen und weitergegeben' }).click();
	expect(await page.getByRole('status').textContent()).toContain('Danke');

	await signIn(page, /Friedrich Nowak/);
	await page.goto('/konto/wartet');
	const answered = page.getByRole('region', { name: 'Beantwortet' });
	expect(await answered.getByRole('listitem').filter({ hasText: 'Rundgang' }).textContent()).toContain('Ja');
});

test('with a script the same; an answer can be changed; a forwarded link says whose it is', async ({ open }) => {
	await mailTo(mayor);
	const page = await open({ size: 'phone' });
	await fromTheBrief(page, 'In welcher Werkstatt wirken Sie mit?', 'Kleine Stadt, lange Wege');
	const link = page.url();
	await page.getByRole('button', { name: 'Antworten' }).click();
	await page.getByText('Danke, Ihre Antwort ist angekommen.').waitFor();
	await page.getByText('Antwort ändern').first().click();
	await page.getByRole('radio', { name: 'Dieses Mal gar nicht' }).check();
	await page.getByRole('button', { name: 'Antwort ändern' }).click();
	await page.getByRole('status').filter({ hasText: 'Dieses Mal gar nicht' }).waitFor();
	const stranger = await open({ size: 'phone' });
	await signIn(stranger, /Ines Krüger/);
	expect((await stranger.goto(link))?.status()).toBe(410);
	expect(await stranger.getByText('Dieser Link gehört zu Friedrich Nowak').count()).toBe(1);
});

test('the office asks: drafts, sees whom it means, sends, and sees who has answered', async ({ open }) => {
	const page = await open({ javaScript: false });
	await signIn(page, /Oskar Behrens/);
	const title = `Wer bringt Suppe mit? ${Date.now()}`;
	await page.goto('/buero/netzwerk/helle-orte/rundfragen/neu');
	await page.getByLabel('Frage', { exact: false }).first().fill(title);
	await page.getByRole('button', { name: 'Weiter zur Prüfung' }).click();
	expect(await page.getByRole('alert').textContent()).toContain('bis wann');
	expect(await page.getByLabel('Frage', { exact: false }).first().inputValue()).toBe(title);
	await page.getByLabel('Bis wann').fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
	await page.getByRole('button', { name: 'Weiter zur Prüfung' }).click();
	expect(await page.getByRole('region', { name: 'Bevor Sie verschicken' }).textContent()).toMatch(/\d+ Personen\s+werden gefragt/);
	await page.getByRole('button', { name: /verschicken/ }).click();
	expect(await page.getByRole('status').first().textContent()).toContain('unterwegs');
	expect(await page.getByRole('heading', { name: 'Noch in keinem Wochenbrief' }).count()).toBe(1);
	await page.getByRole('button', { name: /erinnern/ }).click();
	expect(await page.getByText('Mehr als einmal erinnern wir nicht').count()).toBe(1);
});

test('one click in the mail program ends the brief, without cookies; the page takes it back', async ({ open }) => {
	const mail = await firstBriefTo('ines.krueger@angermuende.example');
	const page = await open();
	const address = /<([^>]+)>/.exec((mail.headers['list-unsubscribe'] ?? '').replace(/\s/g, ''))?.[1] ?? '';
	expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
	const answer = await fetch(address, {
		method: 'POST',
		body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
		redirect: 'manual'
	});
	expect(answer.status).toBe(200);
	expect(answer.headers.getSetCookie()).toEqual([]);
	await page.goto(address);
	await page.getByRole('button', { name: 'Keinen Wochenbrief mehr' }).click();
	await page.getByRole('button', { name: 'Doch wieder wie vorher' }).click();
	await page.getByRole('heading', { name: 'Der Wochenbrief kommt wieder wie vorher.' }).waitFor();
});

test('the pages stand', async ({ open }) => {
	await mailTo(mayor);
	const page = await open();
	await enterAs(page, 'friedrich');
	await expectAllToReadWell(page, ['/konto', '/konto/wartet', '/konto/benachrichtigungen']);
	await page.goto('/konto/wartet');
	await expectAllToReadWell(page, [(await page.locator('.asks a').first().getAttribute('href')) ?? '']);
	await enterAs(page, 'oskar');
	const base = '/buero/netzwerk/helle-orte/rundfragen';
	await expectAllToReadWell(page, [base, `${base}/neu`]);
	for (const name of [/Wintertreffen/, /Probewoche/]) {
		await page.goto(base);
		await expectAllToReadWell(page, [(await page.getByRole('link', { name }).getAttribute('href')) ?? '']);
	}
});
