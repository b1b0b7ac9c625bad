import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { database, enterAs, enterLike } from './support/people.ts';

const fresh = (who: string) => `${who}-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@rathaus.example`;
const heading = (page: Page) => page.locator('h1').innerText();

/** Signs in by mail and says a name; ends where the person wanted to go. */
async function enter(page: Page, { email, name, from }: { email: string; name: string; from: string }): Promise<void> {
	await page.goto(from);
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	await page.goto(linkIn(await mailTo(email, from.includes('einladung') ? 1 : 0)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await page.getByLabel('Name').fill(name);
	await page.getByRole('button', { name: 'Weiter' }).click();
}

/** A town that nobody represents, another one on every run. */
async function unclaimedTown(): Promise<string> {
	const { rows } = await database().query<{ ags: string }>(`select ags from municipalities m where not is_unincorporated
		and not exists (select from organisations o where o.ags = m.ags) order by random() limit 1`);
	return rows[0]?.ags ?? '';
}

test.for([
	['phone', true],
	['desktop', false]
] as const)(
	'a clerk claims the town by letter, invites a colleague, leaves, and the colleague takes over (%s, JavaScript: %s)',
	async ([size, javaScript], { open }) => {
		const [clerk, colleague, office] = [
			await open({ size, javaScript }),
			await open({ size, javaScript }),
			await open({ javaScript: false })
		];
		const [mine, theirs] = [fresh('clerk'), fresh('nachfolge')];
		const ags = await unclaimedTown();
		await clerk.goto(`/konto/organisation/beanspruchen?ort=${ags}`);
		await enter(clerk, { email: mine, name: 'Karla Kern', from: clerk.url() });
		await clerk.waitForURL('**/beanspruchen?ort=**');
		await clerk.getByLabel('Brief ans Rathaus').check();
		await clerk.getByRole('button', { name: 'Anfragen' }).click();
		await clerk.waitForURL('**/anspruch/**');
		const claim = clerk.url();
		expect((await clerk.goto('/buero'))?.status()).toBe(403);
		expect((await clerk.goto('/buero/ansprueche'))?.status()).toBe(403);

		await enterAs(office, 'oskar');
		await office.goto(claim.replace('/konto/organisation/anspruch/', '/buero/ansprueche/'));
		await office.getByRole('button', { name: 'Brief schreiben' }).click();
		const code = /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/.exec(await office.locator('.code').innerText())?.[0] ?? '';

		await clerk.goto(claim);
		await clerk.getByLabel('Code aus dem Brief').fill('AAAA-BBBB-CCCC');
		await clerk.getByRole('button', { name: 'Code einlösen' }).click();
		await clerk.getByText('Noch 4 Versuche').first().waitFor();
		await clerk.getByLabel('Code aus dem Brief').fill(code.toLowerCase());
		await clerk.getByRole('button', { name: 'Code einlösen' }).click();
		await clerk.getByText('Sie handeln jetzt für diese Kommune').waitFor();
		const home = clerk.url().replace(/\?.*/, '');
		expect((await clerk.goto('/buero'))?.status()).toBe(200);

		await clerk.goto(home);
		await clerk.getByLabel('Mailadresse').fill(theirs);
		await clerk.getByLabel('Darf').selectOption('manage');
		await clerk.getByRole('button', { name: 'Einladen' }).click();
		await clerk.getByText('Die Einladung ist unterwegs').waitFor();
		const invitation = linkIn(await mailTo(theirs));
		await fetch(inject('baseUrl') + invitation);
		await clerk.goto(invitation);
		expect(await heading(clerk)).toBe('Diese Einladung lässt sich nicht annehmen');
		await colleague.goto(invitation);
		await colleague.getByRole('link', { name: 'Anmelden und annehmen' }).click();
		await colleague.waitForURL('**/anmelden?zurueck=**');
		await enter(colleague, { email: theirs, name: 'Nils Nachfolger', from: colleague.url() });
		await colleague.getByRole('button', { name: 'Einladung annehmen' }).click();
		await colleague.getByText('Willkommen. Das ist Ihr Platz hier.').waitFor();
		await colleague.goto(invitation);
		expect(await colleague.getByText('schon angenommen').count()).toBe(1);

		await clerk.goto(home);
		await clerk.locator('details', { hasText: 'Karla Kern' }).locator('summary').click();
		const seat = clerk.locator('li.card', { hasText: 'Karla Kern' });
		await seat.getByLabel('Für die Nachfolge').fill('Der Schlüssel zum Bahnhof liegt im Tresor. <script>alert(1)</script>');
		await seat.getByRole('button', { name: /Platz beenden/ }).click();
		await clerk.waitForURL('**/konto/organisation');
		expect((await clerk.goto('/buero'))?.status()).toBe(403);
		expect((await clerk.goto(home))?.status()).toBe(404);

		await colleague.goto('/buero');
		await colleague.getByRole('link', { name: 'Karla Kern' }).click();
		await colleague.getByText('Der Schlüssel zum Bahnhof liegt im Tresor. <script>').waitFor();
		await colleague.getByRole('button', { name: 'Ich übernehme' }).click();
		await colleague.waitForURL('**/buero');
		expect(await colleague.getByRole('link', { name: 'Karla Kern' }).count()).toBe(0);
		await colleague.goto(`${home}/verlauf`);
		const told = await colleague.locator('.history').innerText();
		for (const said of ['Aufgaben übernommen', 'Platz beendet', 'eingeladen', 'Anspruch angenommen', 'Brief mit Code geschrieben'])
			expect(told).toContain(said);

		const guest = await open({ javaScript: false });
		await guest.goto(`/kommunen/${ags}`);
		expect(await guest.getByText('ist hier selbst vertreten').count()).toBe(1);
		for (const secret of [mine, theirs, 'Bahnhof liegt im Tresor', 'Karla Kern']) expect(await guest.content()).not.toContain(secret);
	}
);

test('an initiative is founded, stays unseen, and shows itself', async ({ open }) => {
	const [founder, guest] = [await open({ size: 'phone', javaScript: false }), await open({ javaScript: false })];
	await enterLike(founder, 'hanna');
	await founder.goto('/konto/organisation/neu');
	const name = `Gasthof für alle ${Date.now()}`;
	await founder.getByLabel('Name').fill(name);
	await founder.getByLabel('Ort').fill('16278 Angermünde');
	await founder.getByRole('button', { name: 'Anlegen' }).click();
	await founder.getByText('Noch sieht es niemand außer Ihnen').waitFor();
	const seen = (await founder.getByRole('link', { name: 'So sieht es die Öffentlichkeit' }).getAttribute('href')) ?? '';
	expect((await guest.goto(seen))?.status()).toBe(404);
	await founder.getByRole('link', { name: 'Profil bearbeiten' }).click();
	await founder.getByLabel('Wer wir sind').fill('Wir öffnen den Gasthof wieder: Küche, Saal und sechs Betten für Gäste. <b>bald</b>');
	await founder.getByLabel('Themen').fill('Gasthof, Treffpunkt');
	await founder.getByRole('button', { name: 'Speichern' }).click();
	await founder.getByRole('button', { name: 'Allen zeigen' }).click();
	await founder.getByText('ist jetzt für alle zu sehen').waitFor();
	expect((await guest.goto(seen))?.status()).toBe(200);
	expect(await guest.locator('.lead').innerText()).toContain('<b>bald</b>');
});

const publicPages = [
	'/organisationen',
	'/organisationen?q=gibtesnicht',
	'/organisationen/angermuende',
	'/organisationen/werkhof-angermuende'
];
const ownPages = [
	'/konto/organisation',
	'/konto/organisation/neu',
	'/konto/organisation/beanspruchen',
	'/konto/organisation/beanspruchen?ort=12070424'
];

test('pages of organisations read well', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, publicPages);
	await enterAs(page, 'ines');
	await expectAllToReadWell(page, [...ownPages, '/buero/uebergabe']);
	await page.goto('/konto/organisation');
	const own = (await page.locator('.card a').first().getAttribute('href')) ?? '';
	await expectAllToReadWell(page, [own, `${own}/profil`, `${own}/verlauf`]);
	await enterAs(page, 'oskar');
	await expectAllToReadWell(page, ['/buero/ansprueche']);
	await expectAllToReadWell(page, [(await page.locator('a[href^="/buero/ansprueche/"]').first().getAttribute('href')) ?? '']);
});
