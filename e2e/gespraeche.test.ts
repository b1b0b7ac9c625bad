import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { newId } from '#lib/server/id.ts';
import type { Actor } from '#modules/people/actor.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { cookieFor, database, enterAs, newPersonLike } from './support/people.ts';

const pdf = Buffer.from('%PDF-1.7\n%%EOF');

/** Somebody new with a published request of their own, in Flensburg, where it stands in no other journey's way. Returns them and where it stands. */
async function seeker(): Promise<{ person: Actor; slug: string; group: string }> {
	const person = await newPersonLike(cast.amira);
	const [actorId, slug, group] = [newId(), `gesuch-${person.id}`, `Werkhof ${person.id.slice(-6)}`];
	await database().query(
		`insert into actor_profiles (id, person_id, slug, name, actor_kind, created_at, updated_at) values ($1, $2, $3, $4, 'group_in_formation', now(), now())`,
		[actorId, person.id, slug, group]
	);
	await database().query(
		`insert into space_requests (id, slug, actor_id, title, request_kind, summary, uses, region_ags, region_is_hard, request_state, published_at, expires_at, is_demo, created_at, updated_at)
		 values ($1, $2, $3, $4, 'find_space', 'Wir suchen.', '{cafe}', '{01001000}', true, 'published', now(), now() + interval '90 days', true, now(), now())`,
		[newId(), slug, actorId, `Gesuch von ${group}`]
	);
	return { person, slug, group };
}

const write = async (page: Page, words: string, { label = 'Nachricht', button }: { label?: string; button: string }) => {
	await page.getByRole('textbox', { name: label }).fill(words);
	await page.getByRole('button', { name: button, exact: true }).click();
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'two makers: a first word through a request, an answer by the link of the mail, files, mute, report, block (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const [writer, reader, guest] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		const { person: amira, slug, group } = await seeker();
		const jonas = await newPersonLike(cast.jonas);
		await enterAs(writer, jonas);
		await enterAs(reader, amira);

		await writer.goto(`/gesuche/${slug}`);
		await writer.getByRole('link', { name: 'Schreiben', exact: true }).click();
		await heading(writer, `An ${group} schreiben`);
		await writer.getByRole('button', { name: 'Schreiben', exact: true }).click();
		await writer.getByText('Bitte sagen, worum es geht').first().waitFor();
		const words = `Wollen wir reden? <script>alert(1)</script> ${newId()}`;
		await writer.getByRole('textbox', { name: 'Nachricht' }).fill(words);
		await writer
			.locator('input[type=file]')
			.setInputFiles({ name: 'virus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ kein PDF') });
		await writer.getByRole('button', { name: 'Schreiben', exact: true }).click();
		await writer.getByText('„virus.pdf“ geht hier nicht').first().waitFor();
		expect(await writer.getByRole('textbox', { name: 'Nachricht' }).inputValue()).toBe(words);
		await writer.goto(`/konto/gespraeche/neu?gesuch=${slug}`);
		await write(writer, words, { button: 'Schreiben' });
		await heading(writer, group);
		await writer.getByText('Weiter geht es, sobald sie beantwortet ist').waitFor();
		expect(await writer.getByRole('textbox').count()).toBe(0);
		expect(await writer.content()).not.toContain(amira.name);

		const mail = await mailTo(amira.email);
		expect(mail.text.toLowerCase()).toContain(`${jonas.name} möchte mit Ihnen sprechen`.toLowerCase());
		expect(mail.text).not.toMatch(/Wollen wir reden|vertretung\.example/);
		const link = linkIn(mail);
		for (let scan = 0; scan < 3; scan++) expect((await fetch(inject('baseUrl') + link)).status).toBe(200);
		await reader.goto('/konto/gespraeche');
		await reader.getByText('möchte mit Ihnen sprechen').waitFor();
		await reader.getByText('neu', { exact: true }).waitFor();

		await guest.goto(link);
		await guest.getByText('<script>alert(1)</script>').waitFor();
		await write(guest, 'Gern, am Freitag.', { label: 'Ihre Antwort', button: 'Antwort schicken' });
		await guest.getByText('Ihre Antwort ist unterwegs').waitFor();
		await guest.getByRole('button', { name: 'Keine Mails mehr aus diesem Gespräch' }).click();
		await guest.getByText('Stumm: Es kommt keine Mail mehr').waitFor();
		await guest.getByRole('button', { name: 'Wieder per Mail Bescheid geben' }).click();
		await guest.getByText('Es kommt wieder eine Mail').waitFor();

		await writer.goto('/konto/gespraeche');
		await writer.getByRole('link', { name: amira.name }).click();
		await writer.getByText('Gern, am Freitag.').waitFor();
		await heading(writer, amira.name);
		await writer.getByRole('textbox', { name: 'Nachricht' }).fill('Hier der Plan.');
		await writer.locator('input[type=file]').setInputFiles({ name: 'Plan <b>.pdf', mimeType: 'text/html', buffer: pdf });
		await writer.getByRole('button', { name: 'Schicken', exact: true }).click();
		await writer.getByText('Ihre Nachricht ist unterwegs').waitFor();
		const file = (await writer.getByRole('link', { name: 'Plan b.pdf' }).getAttribute('href')) ?? '';
		const answers = [amira, cast.renate, cast.oskar].map(async (who) =>
			fetch(inject('baseUrl') + file, { headers: { cookie: await cookieFor(who), accept: 'text/html' } })
		);
		const [mine, ...others] = await Promise.all(answers);
		expect([mine?.status, mine?.headers.get('content-type'), mine?.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([
			200,
			'application/pdf',
			true
		]);
		expect(others.map(({ status }) => status)).toEqual([404, 404]);

		await reader.goto('/konto/gespraeche');
		await reader.getByRole('link', { name: jonas.name }).click();
		await heading(reader, jonas.name);
		await reader.getByText('Hier der Plan.').waitFor();
		await reader
			.getByRole('link', { name: /^melden/ })
			.last()
			.click();
		await heading(reader, 'Nachricht melden');
		await reader.getByRole('button', { name: 'Melden', exact: true }).click();
		await reader.getByText('Bitte einen Grund wählen').first().waitFor();
		await reader.getByLabel('wirbt ungefragt').check();
		await reader.getByRole('button', { name: 'Melden', exact: true }).click();
		await reader.getByText('Die Administration sieht es sich an').waitFor();
		await reader.getByText(/^blockieren/).click();
		await reader.getByRole('button', { name: /^Blockieren/ }).click();
		await reader.getByText('Von dieser Person kommt nichts mehr an').waitFor();
		await reader.getByText('Noch kein Gespräch').waitFor();

		await write(writer, 'Hört Ihr mich?', { button: 'Schicken' });
		await writer.getByText('Hört Ihr mich?').first().waitFor();
		await writer.getByText('Ihre Nachricht ist unterwegs').waitFor();
		expect((await guest.goto(link))?.status()).toBe(410);
		await reader.goto('/konto/gespraeche');
		await reader.getByText('Noch kein Gespräch').waitFor();
		await reader.goto('/konto/gespraeche/blockiert');
		await reader.getByRole('button', { name: /^Aufheben/ }).click();
		await reader.getByText('Aufgehoben').waitFor();
		await reader.goto('/konto/gespraeche');
		await reader.getByRole('link', { name: jonas.name }).click();
		await reader.getByText('Hört Ihr mich?').waitFor();
		await reader.getByText('Gespräch verlassen').click();
		await reader.getByRole('button', { name: 'Verlassen', exact: true }).click();
		await reader.getByText('Sie haben das Gespräch verlassen').waitFor();
		await writer.reload();
		await writer.getByText('Dieses Gespräch ist beendet').waitFor();
	}
);

test('a first word is put away, and whoever wrote it sees it wait', { timeout: 120_000 }, async ({ open }) => {
	const [writer, reader] = [await open(), await open()];
	const { person, slug, group } = await seeker();
	const jonas = await newPersonLike(cast.jonas);
	await enterAs(writer, jonas);
	await enterAs(reader, person);
	await writer.goto(`/konto/gespraeche/neu?gesuch=${slug}`);
	await write(writer, 'Kauft Ihr Teppiche?', { button: 'Schreiben' });
	await heading(writer, group);
	await reader.goto('/konto');
	await reader.getByRole('link', { name: 'Gespräche (1 neu)', exact: true }).waitFor();
	await reader.goto('/konto/gespraeche');
	await reader.getByRole('link', { name: jonas.name }).click();
	await heading(reader, jonas.name);
	await reader.getByRole('link', { name: 'Gespräche', exact: true }).first().waitFor();
	await reader.getByRole('button', { name: 'Nicht antworten, zurücklegen' }).click();
	await reader.getByText('Wer geschrieben hat, erfährt davon nichts').waitFor();
	await reader.getByRole('link', { name: 'Zurückgelegte erste Nachrichten' }).click();
	await reader.getByRole('link', { name: jonas.name }).waitFor();
	await writer.goto('/konto/gespraeche');
	await writer.getByText('wartet auf Antwort').waitFor();
	expect(await writer.getByText('zurückgelegt', { exact: true }).count()).toBe(0);
});

test('the pages read well', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'jonas');
	await expectAllToReadWell(page, [
		'/konto/gespraeche',
		'/konto/gespraeche?q=gibtesnicht',
		'/konto/gespraeche?ablage=zurueckgelegt',
		'/konto/gespraeche/blockiert',
		'/konto/gespraeche/neu?gesuch=offene-werkstatt-und-cafe-angermuende'
	]);
	await page.goto('/konto/gespraeche');
	await page.getByRole('link', { name: cast.amira.name }).click();
	await heading(page, cast.amira.name);
	await expectToReadWell(page);
	await page
		.getByRole('link', { name: /^melden/ })
		.last()
		.click();
	await heading(page, 'Nachricht melden');
	await expectToReadWell(page);
});
