import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The steps of a procedure as the people in it take them, one after the other. */

export const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF`) });
export const inDays = (days: number) =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(Date.now() + days * 86_400_000));

type Person = { name: string; email: string };

/** A draft from the house to „Entwurf fertig“, with the council's resolution, four jurors and three openers. Returns its address. */
export async function prepare(
	clerk: Page,
	{ houseId, title, lead, jury }: { houseId: string; title: string; lead: Person; jury: readonly Person[] }
): Promise<string> {
	await clerk.goto(`/buero/verfahren/neu?raum=${houseId}`);
	await clerk.getByLabel(/^Name des Verfahrens/).fill(title);
	await clerk.getByRole('radio', { name: /^Konzeptverfahren, eine Stufe/ }).check();
	await clerk.getByRole('button', { name: 'Verfahren beginnen' }).click();
	await clerk.getByText('Das Verfahren ist begonnen.').waitFor();
	const base = new URL(clerk.url()).pathname;
	await clerk.getByLabel(/^Was soll mit dem Haus/).fill('Das Dorf soll sich hier wieder treffen.');
	await clerk.getByLabel(/^Wie bewirbt man sich/).fill('Hier auf der Seite, verschlossen bis zum Ende der Frist.');
	await clerk.getByRole('button', { name: 'Speichern' }).click();
	await clerk.getByText('Gespeichert.').waitFor();
	await clerk.goto(`${base}/kriterien/uebernehmen`);
	await clerk.getByRole('button', { name: /Ein Haus in einer kleinen Stadt/ }).click();
	await clerk.getByText('Die Kriterien sind übernommen.').waitFor();
	await clerk.goto(`${base}/beteiligte`);
	for (const [n, juror] of jury.entries()) {
		await clerk.getByLabel(/^Name/).fill(juror.name);
		await clerk.getByLabel('Mailadresse').fill(juror.email);
		await clerk.getByLabel('Sitzt in der Jury für').selectOption({ label: 'Ort oder Beirat' });
		await clerk.getByLabel('öffnet mit eigenem Schlüssel').setChecked(n < 2);
		await clerk.getByRole('button', { name: 'Eintragen' }).click();
		await clerk.getByRole('rowheader', { name: juror.name }).waitFor();
	}
	await clerk.getByRole('button', { name: new RegExp(`^auch öffnen lassen.*${lead.name}`) }).click();
	await clerk.getByRole('button', { name: new RegExp(`^doch nicht öffnen.*${lead.name}`) }).waitFor();
	await clerk.goto(`${base}/aufruf`);
	await clerk.getByLabel(/^Was ist das/).fill('Beschluss 34/2026 der Stadtverordnetenversammlung');
	await clerk.getByLabel('Datei', { exact: true }).setInputFiles(paper('beschluss.pdf'));
	await clerk.getByRole('button', { name: 'Anfügen' }).click();
	await clerk.getByText('Beschluss 34/2026 der Stadtverordnetenversammlung').first().waitFor();
	await clerk.goto(base);
	await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
	await clerk.getByText('Der Entwurf ist fertig.').waitFor();
	return base;
}

/** An opener makes a key. Returns it, as it stands on the page once. */
export async function makeKey(opener: Page, base: string): Promise<string> {
	await opener.goto(`${base}/oeffnung`);
	await opener.getByRole('button', { name: /Schlüssel machen$/ }).click();
	await opener.getByText('Das ist Ihr Schlüssel').waitFor();
	return (await opener.locator('[data-key]').getAttribute('data-key')) ?? '';
}

export async function publish(clerk: Page, base: string): Promise<string> {
	await clerk.goto(`${base}/veroeffentlichen`);
	await clerk.getByLabel('Ich habe die Vorschau gelesen.').check();
	await clerk.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
	await clerk.getByText('Das Verfahren ist veröffentlicht.').waitFor();
	await clerk.getByRole('link', { name: 'Die öffentliche Seite' }).click();
	await clerk.waitForURL(/\/verfahren\/[a-z0-9-]+$/);
	return new URL(clerk.url()).pathname;
}

/** A group writes and hands in. Returns its address with what it keeps: key and receipt. */
export async function handIn(group: Page, page: string, name: string) {
	await group.goto(`${page}/mitmachen`);
	await group.getByLabel('Als Gruppe: wie sie heißt').fill(name);
	await group.getByRole('button', { name: 'Konzept beginnen' }).click();
	await group.getByText('Das Konzept ist begonnen.').waitFor();
	return fillAndSend(group, new URL(group.url()).pathname, { name });
}

/** Fills in whatever the form of this stage asks for, and hands it in; `offer`: what goes into the second envelope. */
export async function fillAndSend(group: Page, own: string, { name, offer }: { name: string; offer?: string }) {
	await group.goto(own);
	for (const area of await group.locator('main textarea').all()) await area.fill(`Was ${name} dazu sagt.`);
	await group.getByLabel('Titel des Konzepts').fill(`${name} zieht ein`);
	await group.getByRole('button', { name: 'Speichern' }).click();
	await group.getByText('Gespeichert.').waitFor();
	if (await group.locator(`a[href='${own}/kosten']`).count()) {
		await group.goto(`${own}/kosten`);
		await group.locator('#f-once-text-0').fill('Umbau');
		await group.locator('[name=onceAmount]').first().fill('20.000');
		if (offer) await group.locator('[name=offer]').fill(offer);
		await group.getByRole('button', { name: 'Speichern und rechnen' }).click();
	}
	await group.goto(`${own}/dateien`);
	for (let wanted = 20; wanted > 0 && (await group.locator('#wanted').count()); wanted--) {
		await group.getByLabel('Datei', { exact: true }).setInputFiles(paper('plan.pdf'));
		await group.getByRole('button', { name: 'Anfügen' }).click();
		await group.getByText('Gespeichert.').waitFor();
	}
	await group.goto(`${own}/abgabe`);
	await group.getByRole('button', { name: 'Verschließen und abgeben' }).click();
	await group.getByText('Abgegeben. Das ist Euer Schlüssel.').waitFor();
	const key = (await group.locator('[data-key]').getAttribute('data-key')) ?? '';
	return { own, key, receipt: (await (await group.request.get(`${own}/quittung.json`)).json()) as unknown };
}

export async function giveKey(opener: Page, base: string, key: string): Promise<void> {
	await opener.goto(`${base}/oeffnung`);
	await opener.getByLabel('Schlüssel', { exact: true }).first().fill(key);
	await opener.getByRole('button', { name: 'Schlüssel eingeben' }).click();
}

/** Says of each concept whether there is a conflict; `near`: the group to which there is one. */
export async function declare(page: Page, base: string, near?: string): Promise<void> {
	await page.goto(`${base}/befangenheit`);
	await page.getByLabel(/Ich sehe mir die Namen an/).check();
	await page.getByRole('button', { name: 'Namen zeigen' }).click();
	const choices = page.getByLabel(/^Bin ich befangen/);
	await choices.first().waitFor();
	for (const choice of await choices.all()) {
		const isNear = near && (await choice.locator('xpath=ancestor::fieldset[1]').innerText()).includes(near);
		await choice.selectOption({ label: isNear ? 'Mitglied der Gruppe oder ihres Vereins' : 'keine' });
	}
	await page.getByRole('button', { name: /erklären$/ }).click();
	await page.getByText('Ihre Erklärung ist festgehalten.').waitFor();
}

/** The lead finds every condition of so many concepts met, and goes back to all of them. */
export async function checkEach(lead: Page, base: string, most: number): Promise<void> {
	for (let number = 1; number <= most; number++) {
		await lead.goto(`${base}/vorpruefung/${number}`);
		for (const check of await lead.getByLabel('Ist das erfüllt?').all()) await check.selectOption({ label: 'erfüllt' });
		await lead.getByRole('button', { name: 'Prüfung speichern' }).click();
		await lead.getByText('Gespeichert.').waitFor();
	}
	await lead.goto(`${base}/vorpruefung`);
}

/** The same with all three, and the jury may begin. */
export async function checkAll(lead: Page, base: string): Promise<void> {
	await checkEach(lead, base, 3);
	await lead.getByRole('button', { name: 'Vorprüfung abschließen' }).click();
	await lead.getByText('Die Jury kann werten.').waitFor();
}

/** A juror scores one concept, every leaf so many levels below the best. */
export async function score(juror: Page, address: string, below: number): Promise<void> {
	expect((await juror.goto(address))?.status(), address).toBe(200);
	for (const leaf of await juror.locator('.leaf').all()) {
		const levels = leaf.getByRole('radio');
		await levels.nth(Math.max(0, (await levels.count()) - 1 - below)).check();
		await leaf.getByLabel('Warum').fill('So steht es im Konzept.');
	}
	await juror.getByLabel('ziemlich sicher').check();
	await juror.getByRole('button', { name: 'Abgeben' }).click();
	await juror.getByText('Außer Ihnen hat hier noch niemand abgegeben.').or(juror.getByText('Was die anderen fanden')).first().waitFor();
}

/** What the council decided goes in, and all letters go out. */
export async function decide(clerk: Page): Promise<void> {
	await clerk.getByLabel(/^Am/).fill(inDays(0));
	await clerk.getByLabel('Ja', { exact: true }).fill('12');
	await clerk.getByLabel('Nein', { exact: true }).fill('2');
	await clerk.getByLabel(/^Was den Ausschlag gab/).fill('Es trägt den Betrieb ohne Zuschuss.');
	await clerk.getByLabel(/^Beschluss/).setInputFiles(paper('beschluss.pdf'));
	await clerk.getByRole('button', { name: 'Eintragen und alle Briefe verschicken' }).click();
	await clerk.getByRole('heading', { name: 'Entschieden', exact: true }).waitFor();
}
