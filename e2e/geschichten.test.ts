import { openDb } from '#lib/server/db.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { stepCase } from '#modules/cases/server/step-case.ts';
import { cast } from '../src/testing/cast.ts';
import { caseInput } from '../src/testing/cases.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';

/** A case of Angermünde that ended well, with somebody who took part. */
async function endedCase(title: string): Promise<string> {
	const ctx = { db: openDb(database()), actor: cast.ines, now: new Date() };
	const plan = { nextStep: 'Vertrag', nextStepOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) };
	const { id } = await openCase(ctx, caseInput({ title, partyName: 'Frau Zimmermann', partyPhone: '03331 4711', ...plan }));
	await stepCase(ctx, { id, input: { step: 'close', outcome: 'let', lesson: 'Zuhören hilft.' } });
	return id;
}

test.for([{ javaScript: true }, { javaScript: false }])(
	'an office tells what became of a case, without naming who took part: javaScript $javaScript',
	{ timeout: 120_000 },
	async ({ javaScript }, { open }) => {
		const [clerk, reader] = [await open({ javaScript }), await open({ size: 'phone', javaScript: false })];
		await enterAs(clerk, await newPersonLike(cast.ines));
		const stamp = Date.now();
		const caseId = await endedCase(`Geheimer Titel ${stamp}`);
		await clerk.goto(`/buero/faelle/${caseId}`);
		await clerk.getByRole('button', { name: 'Aus diesem Fall erzählen' }).click();
		await clerk.getByRole('heading', { level: 1, name: 'Ein Haus in Angermünde: vermietet' }).waitFor();
		const desk = new URL(clerk.url()).pathname;
		expect(await clerk.getByLabel('Was wir gelernt haben').inputValue()).toBe('Zuhören hilft.');
		expect(await clerk.content()).not.toContain('Zimmermann');

		await clerk.goto(`${desk}/vorschau`);
		await clerk.getByText('Bitte erzählen, wie es ging').waitFor();
		expect(await clerk.getByRole('button', { name: 'Veröffentlichen' }).count()).toBe(0);
		await clerk.goto(desk);
		await clerk.getByLabel('Titel').fill(`Das stille Haus ${stamp}`);
		await clerk.getByLabel('Kurz gesagt').fill('Ein Haus, das niemand wollte, hat jetzt Vorhänge.');
		await clerk
			.getByLabel('Wie es ging')
			.fill(
				'Frau Zimmermann zögerte lange. Dann haben wir zugehört, einen ganzen Winter lang, und im Frühling lag der Schlüssel im Briefkasten.'
			);
		await clerk.getByRole('button', { name: 'Sichern', exact: true }).click();
		await clerk.getByRole('heading', { level: 1, name: `Das stille Haus ${stamp}` }).waitFor();
		await clerk.getByLabel(/^Was stand im Weg/).fill('Angst vor Verträgen');
		await clerk.locator('[name=solution]').fill('Ein Jahr auf Probe.');
		await clerk.getByRole('button', { name: 'Hürde dazuschreiben' }).click();
		await clerk.locator('.panel', { hasText: 'Angst vor Verträgen' }).waitFor();
		await clerk.goto(`${desk}/vorschau`);
		await clerk.getByText('Der Text nennt „Frau Zimmermann“').waitFor();

		await clerk.goto(desk);
		await clerk.getByText('Jemanden sprechen lassen').click();
		await clerk.getByLabel('Satz').fill('Ich wollte nur gefragt werden.');
		await clerk.getByLabel('Name', { exact: false }).last().fill('Frau Zimmermann');
		await clerk.getByLabel('Wer das ist').fill('Eigentümerin');
		await clerk.getByRole('button', { name: 'Stimme dazunehmen' }).click();
		await clerk.getByText('noch nicht freigegeben').waitFor();
		await clerk.getByLabel('Wie hat Frau Zimmermann zugestimmt?').fill('am Telefon');
		await clerk.getByRole('button', { name: 'Freigabe festhalten' }).click();
		await clerk.getByRole('button', { name: /^Freigabe zurücknehmen/ }).waitFor();
		await clerk.goto(`${desk}/vorschau`);
		await clerk.getByRole('button', { name: 'Veröffentlichen' }).click();
		await clerk.getByRole('link', { name: 'Öffentliche Seite' }).waitFor();

		await reader.goto('/geschichten?land=12');
		await reader.getByRole('link', { name: `Das stille Haus ${stamp}` }).click();
		await reader.getByText('Ich wollte nur gefragt werden.').waitFor();
		const address = new URL(reader.url()).pathname;
		await reader.getByText('Ein Jahr auf Probe.').waitFor();
		for (const secret of ['Geheimer Titel', '03331 4711', 'am Telefon']) expect(await reader.content()).not.toContain(secret);
		await reader.goto('/kommunen/angermuende');
		expect(await reader.getByRole('link', { name: `Das stille Haus ${stamp}` }).count()).toBe(1);

		await clerk.goto(desk);
		await clerk.getByRole('button', { name: /^Freigabe zurücknehmen/ }).click();
		await clerk.getByText('noch nicht freigegeben').waitFor();
		await reader.goto(address);
		expect(await reader.getByText('Ich wollte nur gefragt werden.').count()).toBe(0);
		await clerk.goto(`${desk}/vorschau`);
		await clerk.getByRole('button', { name: 'Zurückziehen' }).click();
		await clerk.getByText('zurückgezogen', { exact: true }).waitFor();
		expect((await reader.goto(address))?.status()).toBe(410);
	}
);

test('the pages read well', { timeout: 180_000 }, async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/geschichten', '/geschichten?art=school', '/geschichten/ein-sommer-auf-probe-im-kornspeicher']);
	await enterAs(page, await newPersonLike(cast.ines));
	await page.goto('/buero/geschichten');
	const [draft, shown] = await Promise.all(
		[/Ton, Strom/, /Kornspeicher/].map((name) => page.getByRole('link', { name }).first().getAttribute('href'))
	);
	await expectAllToReadWell(page, ['/buero/geschichten', `${draft}`, `${draft}/vorschau`, `${shown}`, `${shown}/vorschau`]);
});
