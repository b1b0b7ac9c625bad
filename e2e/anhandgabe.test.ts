import sharp from 'sharp';
import { dayAfter } from '#lib/calendar.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, expectToReadWell, goToTab, test } from './support/browser.ts';
import { plantDecided, plantRunning } from './support/option-stage.ts';
import { database, enterAs } from './support/people.ts';

const today = new Date().toISOString().slice(0, 10);
const photo = async () => ({
	name: 'dach.jpg',
	mimeType: 'image/jpeg',
	buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a86' } })
		.jpeg()
		.toBuffer()
});

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'from the award to the place and its story: granted, reported, confirmed, contract, in use, told (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const { id, remove } = await plantDecided();
		const place = `Reiseort ${Date.now()}`;
		try {
			const [clerk, holder] = [await open({ size, javaScript }), await open({ size, javaScript })];
			await enterAs(clerk, 'ines');
			await enterAs(holder, 'amira');
			const base = `/buero/verfahren/${id}/anhandgabe`;
			expect((await holder.goto(base))?.status()).toBe(404);

			await clerk.goto(base);
			await clerk.getByText('Gruppe Amira Haddad, Rang 1').waitFor();
			await clerk.getByLabel(/^Bis \(letzter Tag\)/).fill('2062-01-01');
			await clerk.getByLabel(/^Entgelt/).fill('500');
			await clerk.getByRole('button', { name: 'An die Hand geben' }).click();
			await clerk.getByText('Höchstens 36 Monate am Stück.').first().waitFor();
			expect(await clerk.getByLabel(/^Entgelt/).inputValue()).toBe('500');
			await clerk.getByLabel(/^Bis \(letzter Tag\)/).fill(dayAfter(today, 300));
			await clerk.getByRole('button', { name: 'An die Hand geben' }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			await clerk.getByRole('heading', { name: 'Gruppe Amira Haddad' }).waitFor();

			await holder.goto('/konto/anhandgaben');
			await holder.getByText('0 von 4 Meilensteinen bestätigt').first().waitFor();
			await holder.locator('.cards a').first().click();
			await holder.getByRole('heading', { name: 'Wie weit seid Ihr?' }).waitFor();
			await holder.getByRole('button', { name: 'Melden' }).click();
			await holder.getByText('Bitte in einem Satz sagen, wie weit Ihr seid.').first().waitFor();
			await holder.getByLabel(/^Ein Satz genügt/).fill('Der Verein ist gegründet.');
			await holder.getByLabel(/^Ein Foto/).setInputFiles(await photo());
			await holder.getByRole('button', { name: 'Melden' }).click();
			await holder.getByText('Danke, das ist angekommen.').waitFor();

			await clerk.goto(base);
			await clerk.getByText('Der Verein ist gegründet.').waitFor();
			const src = await clerk.getByRole('img', { name: /^Foto zur Meldung/ }).getAttribute('src');
			expect((await clerk.request.get(src ?? '')).headers()['content-type']).toBe('image/webp');
			expect((await holder.request.get(src ?? '')).status()).toBe(404);
			await clerk.getByRole('button', { name: /^Bestätigen: Die Gruppe ist/ }).click();
			await clerk.getByText('1 von 4 bestätigt').waitFor();
			expect((await clerk.request.get(`${base}/blatt.pdf`)).headers()['content-type']).toBe('application/pdf');

			await clerk.getByText('Ausgelaufen', { exact: true }).click();
			await clerk.locator('#f-reason-lapse').fill('Nichts gehört.');
			await clerk.getByRole('button', { name: 'Als ausgelaufen feststellen' }).click();
			await clerk
				.getByText(/^Die Anhandgabe gilt bis zum/)
				.first()
				.waitFor();

			await clerk.goto(base);
			await clerk.getByText('Vertrag eintragen', { exact: true }).first().click();
			await clerk.getByLabel(/^Vertrag vom/).fill(today);
			await clerk.getByRole('button', { name: 'Vertrag eintragen' }).click();
			await clerk.getByRole('heading', { name: 'Nach der Anhandgabe' }).waitFor();
			await clerk.getByRole('button', { name: 'Nutzung eintragen' }).click();
			await clerk
				.getByText(/^In Nutzung seit/)
				.first()
				.waitFor();
			await holder.reload();
			await holder.getByText('Was ist daraus geworden?').first().waitFor();
			await holder.getByRole('link', { name: 'Erzählen' }).click();
			await holder.getByRole('heading', { level: 1, name: 'Was ist daraus geworden?' }).waitFor();
			if (javaScript) await expectToReadWell(holder);
			await holder.getByLabel(/^Wie heißt der Ort jetzt/).fill(place);
			await holder.getByRole('button', { name: 'Entwurf anlegen' }).click();
			await holder.getByText('Bitte in zwei Sätzen sagen, was aus dem Haus geworden ist.').first().waitFor();
			expect(await holder.getByLabel(/^Wie heißt der Ort jetzt/).inputValue()).toBe(place);
			await holder.getByLabel(/^Was ist aus dem Haus geworden/).fill('Werkstätten und ein Café, sechs Tage in der Woche offen.');
			await holder.getByRole('button', { name: 'Entwurf anlegen' }).click();
			await holder.waitForURL(/\/konto\/orte\//);

			await clerk.goto(base);
			await clerk.getByText(`${place}, von der Gruppe noch nicht veröffentlicht`).waitFor();
			if (javaScript) await expectToReadWell(clerk);
			await clerk.getByRole('button', { name: 'Die Geschichte erzählen' }).click();
			await clerk.waitForURL(/\/buero\/geschichten\//);
		} finally {
			await database().query(`delete from stories where place_id in (select id from places where name = $1)`, [place]);
			await database().query('delete from places where name = $1', [place]);
			await remove();
		}
	}
);

test(
	'the link of a mail on a phone without JavaScript: what is due, a sentence, a photo, what was confirmed',
	{ timeout: 120_000 },
	async ({ open }) => {
		const { token, remove } = await plantRunning();
		try {
			const page = await open({ size: 'phone', javaScript: false });
			await page.goto(token);
			await page.getByText('Die Gruppe ist rechtlich handlungsfähig', { exact: true }).waitFor();
			await page.getByLabel(/^Ein Satz genügt/).fill('Wir waren beim Notar.');
			await page.getByLabel(/^Ein Foto/).setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('kein Bild') });
			await page.getByRole('button', { name: 'Melden' }).click();
			await page
				.getByText(/ist weder ein Bild/)
				.first()
				.waitFor();
			expect(await page.getByLabel(/^Ein Satz genügt/).inputValue()).toBe('Wir waren beim Notar.');
			await page.getByLabel(/^Ein Foto/).setInputFiles(await photo());
			await page.getByRole('button', { name: 'Melden' }).click();
			await page.getByText('Danke, das ist angekommen.').waitFor();
			await page.getByText('Wir waren beim Notar.').waitFor();
			const src = await page.getByRole('img', { name: /^Foto zur Meldung/ }).getAttribute('src');
			expect((await page.request.get(src ?? '')).headers()['content-type']).toBe('image/webp');
			expect((await page.request.get((src ?? '').replace(/schluessel=.*/, 'schluessel=x'))).status()).toBe(410);
			expect((await page.goto('/anhandgabe?schluessel=falsch'))?.status()).toBe(410);
			await page.getByRole('heading', { level: 1, name: 'Dieser Link gilt nicht' }).waitFor();
		} finally {
			await remove();
		}
	}
);

test.for(['link', 'account'] as const)(
	'what is reported after the end says so, and the words are still there (%s)',
	{ timeout: 60_000 },
	async (way, { open }) => {
		const { optionId, token, remove } = await plantRunning();
		try {
			const page = await open({ size: 'phone', javaScript: false });
			await enterAs(page, 'amira');
			await page.goto(way === 'link' ? token : `/konto/anhandgaben/${optionId}`);
			await page.getByLabel(/^Ein Satz genügt/).fill('Der Notar hat Zeit.');
			await database().query(`update options set state = 'returned', ended_at = now(), end_reason = 'Zurück.' where id = $1`, [optionId]);
			await page.getByRole('button', { name: 'Melden' }).click();
			await page.getByRole('alert').waitFor();
			expect(await page.getByText('Der Notar hat Zeit.').isVisible()).toBe(true);
			if (way === 'link') await page.getByText('Zu melden ist hier nichts mehr.').waitFor();
		} finally {
			await remove();
		}
	}
);

test(
	'given back in the account, confirmed at the desk, and whoever waits moves up with one click',
	{ timeout: 120_000 },
	async ({ open }) => {
		const { id, optionId, remove } = await plantRunning();
		try {
			const [clerk, holder, waiting] = [await open(), await open(), await open()];
			await enterAs(clerk, 'ines');
			await enterAs(holder, 'amira');
			await enterAs(waiting, 'jonas');
			expect((await waiting.goto(`/konto/anhandgaben/${optionId}`))?.status()).toBe(404);
			await holder.goto(`/konto/anhandgaben/${optionId}`);
			await holder.getByText('Das Haus zurückgeben', { exact: true }).click();
			await holder.getByLabel(/^Warum/).fill('Uns fehlt das Geld.');
			await holder.getByRole('button', { name: 'Rückgabe erklären' }).click();
			await holder.getByText('Ihr habt die Rückgabe erklärt.').waitFor();
			await clerk.goto(`/buero/verfahren/${id}`);
			await goToTab(clerk, 'Anhandgabe');
			await clerk.getByText('Die Gruppe gibt das Haus zurück.').waitFor();
			await clerk.getByRole('button', { name: 'Rückgabe bestätigen' }).click();
			await clerk.getByText('Gruppe Jonas Weber, Rang 2').waitFor();
			await clerk.getByRole('button', { name: 'Nachrücken lassen' }).click();
			await clerk.getByRole('heading', { name: 'Gruppe Jonas Weber' }).waitFor();
			await clerk.getByText('Gruppe Amira Haddad').waitFor();
			await waiting.goto('/konto/anhandgaben');
			await waiting.getByText('Gruppe Jonas Weber').first().waitFor();
			expect((await holder.goto(`/konto/anhandgaben/${optionId}`))?.status()).toBe(200);
			expect(await holder.getByRole('button', { name: 'Melden' }).count()).toBe(0);
		} finally {
			await remove();
		}
	}
);

test('whoever came last seeks again with one click', { timeout: 60_000 }, async ({ open }) => {
	const { remove } = await plantRunning();
	try {
		const page = await open({ size: 'phone' });
		await enterAs(page, 'hanna');
		await page.goto('/konto/anhandgaben');
		await page.getByRole('button', { name: 'Wieder suchen: Konzept von Hanna Lindner' }).first().click();
		await page.waitForURL(/\/konto\/(gesuche\/|anhandgaben\?gezeigt)/);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
	} finally {
		await database().query(
			`delete from space_requests r using actor_profiles a where a.id = r.actor_id and a.person_id = $1 and r.title like 'Konzept von%'`,
			[cast.hanna.id]
		);
		await remove();
	}
});

test('every page of an option reads well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const { id, optionId, token, remove } = await plantRunning();
	try {
		const [clerk, holder, link] = [await open(), await open(), await open()];
		await enterAs(clerk, 'ines');
		await enterAs(holder, 'amira');
		const base = `/buero/verfahren/${id}/anhandgabe`;
		await expectAllToReadWell(clerk, [base, `${base}/meilensteine`]);
		await clerk.goto(base);
		for (const each of await clerk.locator('details.disclosure > summary').all()) await each.click();
		await expectToReadWell(clerk);
		await expectAllToReadWell(holder, ['/konto/anhandgaben', `/konto/anhandgaben/${optionId}`]);
		await link.goto(token);
		await expectToReadWell(link);
	} finally {
		await remove();
	}
});
