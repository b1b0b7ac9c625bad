import type { Page } from 'playwright-core';
import { organisationOf, angermuende } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterLike } from './support/people.ts';

const visits = [
	['phone', false],
	['desktop', true]
] as const;
const fresh = (what: string) => `${what} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test.for(visits)(
	'the office enters a programme, everybody finds it with its reasons, and one press says that it is still right (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const [office, guest] = [await open({ size, javaScript }), await open({ size, javaScript })];
		await enterLike(office, 'oskar');
		const title = fresh('Scheunenzuschuss');
		await office.goto('/buero/foerderung/neu');
		await office.getByLabel('Name des Programms').fill(title);
		await office.getByLabel('Wer gibt das Geld?').fill('Stiftung Scheune');
		await office.getByLabel('Kurz gesagt').fill('Für Scheunen, die wieder aufgehen.');
		await office.getByLabel('Kauf und Erbbaurecht').check();
		await office.getByLabel('Verein', { exact: true }).check();
		await office.getByLabel('Brandenburg', { exact: true }).check();
		await office.getByLabel('Frist', { exact: true }).selectOption('dated');
		await office.getByLabel('Quelle').fill('https://scheune.example/zuschuss');
		await office.getByLabel('Allen zeigen').check();
		await office.getByRole('button', { name: 'Speichern' }).click();
		await office.getByText('Bitte den Stichtag nennen.').first().waitFor();
		expect(await office.getByLabel('Name des Programms').inputValue()).toBe(title);
		expect(await office.getByLabel('Brandenburg', { exact: true }).isChecked()).toBe(true);
		await office.getByLabel('Nächster Stichtag').fill('2099-12-31');
		await office.getByRole('button', { name: 'Speichern' }).click();
		await office.getByText('Das Programm ist gespeichert.').waitFor();

		await guest.goto('/foerderung');
		await guest.getByLabel('Worum geht es?').fill(title);
		await guest.getByLabel('Wer beantragt').selectOption('association');
		await guest.getByLabel('Land', { exact: true }).selectOption('12');
		await guest.getByRole('button', { name: 'Suchen' }).click();
		await guest.getByText('Verein darf beantragen').waitFor();
		await guest.getByRole('link', { name: title }).click();
		await heading(guest, title);
		await guest.getByText('bis 31.12.2099').waitFor();
		await guest.goto(`/foerderung?q=${encodeURIComponent(title)}&wer=church`);
		await guest.getByRole('heading', { name: '0 Programme' }).waitFor();
		await guest.getByText('Kommt nach diesen Angaben nicht infrage (1)').click();
		await guest.getByText('Kirche darf hier keinen Antrag stellen.').waitFor();

		await database().query("update funding_programmes set reviewed_on = '2020-01-01' where title = $1", [title]);
		await guest.goto(`/foerderung?q=${encodeURIComponent(title)}`);
		await guest.getByText('geprüft am 01.01.2020, länger her').waitFor();
		await office.goto('/buero/foerderung');
		await office.getByRole('button', { name: `${title}: stimmt noch` }).click();
		await office.getByText('Das Programm gilt wieder als aktuell').waitFor();
		await database().query('delete from funding_programmes where title = $1', [title]);
	}
);

test.for(visits)(
	'a town offers advice with one place a month; a group takes it, the next is led to the month after (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const [clerk, group, late] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		await enterLike(clerk, 'ines');
		const title = fresh('Rundgang');
		await clerk.goto(`/konto/organisation/${organisationOf(angermuende)}/beratung`);
		await clerk.getByRole('link', { name: 'Angebot eintragen' }).click();
		await clerk.getByRole('heading', { name: 'Neues Angebot' }).waitFor();
		await clerk.getByLabel('Worin beraten Sie?').fill(title);
		await clerk.getByLabel('Wem hilft das wobei?').fill('Wir gehen mit Ihnen durch das Haus.');
		await clerk.getByLabel('Baustein 1', { exact: true }).fill('Rundgang');
		await clerk.getByLabel('Stunden (Baustein 1)').fill('zwei');
		await clerk.getByLabel('Plätze im Monat').fill('1');
		await clerk.getByLabel('Allen zeigen').check();
		await clerk.getByRole('button', { name: 'Angebot speichern' }).click();
		await clerk.getByText('Bitte eine Zahl eingeben').first().waitFor();
		expect(await clerk.getByLabel('Baustein 1', { exact: true }).inputValue()).toBe('Rundgang');
		await clerk.getByLabel('Stunden (Baustein 1)').fill('2,5');
		await clerk.getByRole('button', { name: 'Angebot speichern' }).click();
		await clerk.getByText('Das Angebot ist gespeichert.').waitFor();

		await group.goto(`/beratung?q=${encodeURIComponent(title)}`);
		await group.getByRole('link', { name: title }).click();
		await heading(group, title);
		const address = new URL(group.url()).pathname;
		await group.getByText('2,5 Stunden').waitFor();
		expect(await group.getByRole('link', { name: 'Anmelden und anfragen' }).getAttribute('href')).toContain(encodeURIComponent(address));
		await enterLike(group, 'amira');
		await enterLike(late, 'jonas');
		await group.goto(address);
		await late.goto(address);
		for (const page of [group, late]) await page.getByLabel('Worum geht es?').fill('Wir suchen eine Werkstatt.');
		await group.getByRole('button', { name: 'Beratung anfragen' }).click();
		await group.getByText('Ihre Anfrage ist unterwegs.').waitFor();
		await late.getByRole('button', { name: 'Beratung anfragen' }).click();
		await late.getByText('Der nächste Platz ist im').first().waitFor();
		expect(await late.getByLabel('Worum geht es?').inputValue()).toBe('Wir suchen eine Werkstatt.');
		await late.getByRole('radio').first().check();
		await late.getByRole('button', { name: 'Beratung anfragen' }).click();
		await late.getByText('Ihre Anfrage ist unterwegs.').waitFor();
		await group.goto('/konto/nachrichten');
		await group.getByText(`Beratung „${title}“`).waitFor();
		await database().query('delete from advice_offers where title = $1', [title]);
	}
);

test('somebody who knows is named once they have agreed, and gone when taken out', { timeout: 90_000 }, async ({ open }) => {
	const [clerk, guest] = [await open({ javaScript: false, size: 'phone' }), await open()];
	await enterLike(clerk, 'ines');
	const name = fresh('Rosa Kalk');
	await clerk.goto(`/konto/organisation/${organisationOf(angermuende)}/beratung?person=neu`);
	await clerk.getByLabel('Name', { exact: false }).first().fill(name);
	await clerk.getByLabel('Was kann und tut die Person?').fill('Kalkputz');
	await clerk.getByLabel('Die Person hat zugestimmt').check();
	await clerk.getByRole('button', { name: 'Person speichern' }).click();
	await clerk.getByText('Bitte festhalten, wie und wann').first().waitFor();
	await clerk.getByLabel('Wie und wann zugestimmt').fill('Gespräch im Bauamt');
	await clerk.getByRole('button', { name: 'Person speichern' }).click();
	await clerk.getByText('Die Person ist gespeichert.').waitFor();
	const search = `/beratung?q=${encodeURIComponent(name)}`;
	await guest.goto(search);
	await guest.getByRole('heading', { name }).waitFor();
	expect(await guest.content()).not.toContain('Gespräch im Bauamt');
	await clerk.getByRole('button', { name: `${name} herausnehmen` }).click();
	await clerk.getByText('Der Eintrag ist gelöscht').waitFor();
	await guest.goto(search);
	await guest.getByText('Dazu ist kein Angebot eingetragen').waitFor();
	expect(await guest.getByRole('heading', { name }).count()).toBe(0);
});

test('a clerk reads at a house which programmes fit, and what is still to be found out', { timeout: 120_000 }, async ({ open }) => {
	const clerk = await open({ javaScript: false });
	await enterLike(clerk, 'ines');
	await clerk.goto('/buero/raeume');
	const house = await clerk
		.locator('main a[href^="/buero/raeume/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').find((href) => /\/[0-9a-f-]{36}$/.test(href)));
	await clerk.goto(`${house}/foerderung`);
	await heading(clerk, 'Förderung');
	await clerk.getByText('Kommune darf beantragen').first().waitFor();
	await clerk.getByLabel('Wer beantragt').selectOption('');
	await clerk.getByRole('button', { name: 'Neu rechnen' }).click();
	await clerk.getByText('wer den Antrag stellt').first().waitFor();
	const reader = await open();
	await enterLike(reader, 'ines');
	await expectAllToReadWell(reader, [`${house}/foerderung`]);
});

test('every page of advice and funding reads well', { timeout: 180_000 }, async ({ open }) => {
	const [guest, clerk, office] = [await open(), await open(), await open()];
	await expectAllToReadWell(guest, [
		'/foerderung',
		'/foerderung?land=12&wer=municipality&denkmal=ja',
		'/foerderung/haus-im-erbbau',
		'/beratung',
		'/beratung/orientierung-und-machbarkeit'
	]);
	await enterLike(clerk, 'ines');
	const own = `/konto/organisation/${organisationOf(angermuende)}/beratung`;
	await expectAllToReadWell(clerk, ['/beratung/erbbaurecht-verstehen', own, `${own}?angebot=neu`, `${own}?person=neu`]);
	await enterLike(office, 'oskar');
	await expectAllToReadWell(office, ['/buero/foerderung', '/buero/foerderung/neu']);
});
