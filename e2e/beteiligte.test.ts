import type { Page } from 'playwright-core';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { plantCall } from './support/concept-stage.ts';
import { mailTo } from './support/mail.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';

/** The office asks somebody by name and address. */
async function ask(clerk: Page, base: string, { name, email, instead }: { name: string; email: string; instead: string }): Promise<void> {
	await clerk.goto(`${base}/beteiligte`);
	const form = clerk.locator('form[action="?/nominate"]');
	await form.getByLabel(/^Name/).fill(name);
	await form.getByLabel(/^Mailadresse/).fill(email);
	await form.getByLabel('An die Stelle von').selectOption({ label: instead });
	await form.getByRole('button', { name: 'Anfragen' }).click();
	await clerk.getByText('Bitte in einem Satz sagen, warum.').first().waitFor();
	expect(await form.getByLabel(/^Mailadresse/).inputValue(), 'nothing typed is lost').toBe(email);
	await form.getByLabel(/^Warum/).fill('Mara ist länger krank.');
	await form.getByRole('button', { name: 'Anfragen' }).click();
	await clerk.getByText('Gespeichert.').waitFor();
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a juror falls ill after the publication: asked, accepted, told; who writes a concept cannot, and only they read why (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const call = await plantCall(database());
		const base = `/buero/verfahren/${call.id}`;
		const [clerk, guest, group] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		const [tilda, applicant] = [await newPersonLike(cast.amira), await newPersonLike(cast.amira)];
		await enterAs(clerk, 'ines');
		await enterAs(guest, tilda);
		await enterAs(group, applicant);
		await group.goto(`/verfahren/${call.slug}/mitmachen`);
		await group.getByLabel('Als Gruppe: wie sie heißt').fill('Geheimes Vorhaben');
		await group.getByRole('button', { name: 'Konzept beginnen' }).click();
		await group.getByText('Das Konzept ist begonnen.').waitFor();

		await ask(clerk, base, { ...applicant, instead: 'Mara Sommer (Jury)' });
		expect((await mailTo(applicant.email)).text).toContain('/konto/berufungen');
		await group.goto('/konto/berufungen');
		await group.getByRole('button', { name: /^Zusagen/ }).click();
		await group.getByText('Sie schreiben in diesem Verfahren an einem Konzept.').first().waitFor();
		await clerk.goto(`${base}/beteiligte`);
		expect(await clerk.locator('main').innerText()).not.toMatch(/Geheimes Vorhaben|schreibt/);
		await group.getByRole('button', { name: /^Absagen/ }).click();
		await group.getByText('Abgesagt.').waitFor();

		await ask(clerk, base, { ...tilda, instead: 'Mara Sommer (Jury)' });
		await guest.goto('/konto/berufungen');
		await guest.getByText('Aufgabe: Jury, mit Stimme').waitFor();
		if (javaScript) await expectAllToReadWell(guest, ['/konto/berufungen']);
		await guest.goto('/konto/berufungen');
		await guest.getByRole('button', { name: /^Zusagen/ }).click();
		await guest.getByText('Zugesagt. Danke.').waitFor();
		await clerk.goto(`${base}/beteiligte`);
		await clerk.getByRole('cell', { name: 'hat abgesagt' }).waitFor();
		await clerk.getByRole('rowheader', { name: tilda.name }).first().waitFor();
		await clerk.getByRole('table', { name: 'Wer ausgeschieden ist' }).getByRole('rowheader', { name: 'Mara Sommer' }).waitFor();
		if (javaScript) await expectAllToReadWell(clerk, [`${base}/beteiligte`]);
		await clerk.goto(`/verfahren/${call.slug}/akte`);
		await clerk.getByText('Jemand Neues wirkt im Verfahren mit.').first().waitFor();
		expect(await clerk.locator('main').innerText()).not.toMatch(/Mara|krank/);
		await group.goto('/konto/daten');
		await group.getByText('An diesen Konzepten schreibt sonst niemand').waitFor();
		await group.getByText('Der Entwurf wird gelöscht.').waitFor();
		await call.remove();
	}
);

test(
	'a key is lost before the deadline: two others give a share to a new one, and nothing is opened',
	{ timeout: 180_000 },
	async ({ open }) => {
		const call = await plantCall(database());
		const page = `/buero/verfahren/${call.id}/oeffnung`;
		const [oskar, ines, friedrich] = [await open(), await open(), await open()];
		await enterAs(oskar, 'oskar');
		await enterAs(ines, 'ines');
		await enterAs(friedrich, 'friedrich');
		await oskar.goto(page);
		await oskar.getByText('Ich habe meinen Schlüssel nicht mehr').click();
		await oskar.getByRole('button', { name: 'Neuen Schlüssel machen' }).click();
		const key = (await oskar.locator('[data-key]').getAttribute('data-key')) ?? '';
		expect(key).toMatch(/^AGE-SECRET-KEY-1/);
		await oskar.goto(page);
		await oskar.getByLabel('Schlüssel', { exact: true }).first().fill(key);
		await oskar.getByRole('button', { name: 'Ausprobieren' }).click();
		await oskar.getByText('Öffnen kann er, sobald zwei andere').waitFor();

		await ines.goto(page);
		await ines.getByText('Auf einen Teil wartet: Oskar Behrens.').waitFor();
		await expectAllToReadWell(ines, [page]);
		await ines.goto(page);
		const give = async (opener: Page, own: string) => {
			await opener.locator('#f-pass').fill(own);
			await opener.getByRole('button', { name: 'Teil weitergeben' }).click();
		};
		await give(ines, call.keys.friedrich ?? '');
		await ines.getByText('Dieser Schlüssel passt nicht zu Ihnen').first().waitFor();
		expect(await ines.locator('#f-pass').inputValue(), 'a key never comes back').toBe('');
		await give(ines, call.keys.ines ?? '');
		await ines.getByText('Jetzt fehlt noch der einer zweiten Person.').waitFor();
		await friedrich.goto(page);
		await friedrich.getByText('eine von zwei Personen hat ihren Teil schon gegeben').waitFor();
		await give(friedrich, call.keys.friedrich ?? '');
		await friedrich.getByText('Weitergegeben: Damit kann eine Person mehr öffnen.').waitFor();
		await friedrich.getByText('Noch verschlossen.').waitFor();

		await call.end();
		for (const [opener, own] of [
			[oskar, key],
			[ines, call.keys.ines ?? '']
		] as const) {
			await opener.goto(page);
			await opener.getByLabel('Schlüssel', { exact: true }).first().fill(own);
			await opener.getByRole('button', { name: 'Schlüssel eingeben' }).click();
			await opener
				.getByText(/^(Ihr Schlüssel ist da|Geöffnet)\b/)
				.first()
				.waitFor();
		}
		await call.remove();
	}
);
