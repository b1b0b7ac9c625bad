import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { people } from '#modules/people/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { database, enterLike } from './support/people.ts';

/** A request that somebody of its own put there, so that no other journey misses it. */
async function plantOffer(): Promise<{ slug: string; email: string; title: string; remove: () => Promise<void> }> {
	const [db, now, personId, actorId, id] = [openDb(database()), new Date(), newId(), newId(), newId()];
	const [email, slug, title] = [`anbieter-${id}@post.example`, `falsches-angebot-${id}`, `Schloss gegen Vorkasse ${id.slice(-6)}`];
	await db.insert(people).values({ id: personId, name: 'Anna Anbieterin', email, emailVerified: true });
	const stamp = { createdAt: now, updatedAt: now };
	await db
		.insert(actorProfiles)
		.values({ id: actorId, personId, slug: `anbieter-${id}`, name: 'Anbieter', actorKind: 'individual', ...stamp });
	await db.insert(spaceRequests).values({
		...{ id, slug, actorId, title, requestKind: 'find_group_members', summary: 'Heute überweisen, morgen ansehen.' },
		...{ requestState: 'published', publishedAt: now, lastConfirmedAt: now, expiresAt: new Date(now.getTime() + 9e9), ...stamp }
	});
	const remove = async () => {
		await database().query('delete from content_matters where content_id = $1', [id]);
		await database().query('delete from withheld_contents where content_id = $1', [id]);
		await database().query('delete from people where id = $1', [personId]);
	};
	return { slug, email, title, remove };
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a guest gives notice of a false offer, it is hidden with reasons, and returns after a complaint (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const offer = await plantOffer();
		const [guest, desk, owner] = [
			await open({ size, javaScript }),
			await open({ size, javaScript }),
			await open({ size, javaScript: false })
		];
		const email = `hinweis-${newId()}@post.example`;
		const why = `Das Schloss gibt es nicht. <b>${email}</b>`;

		await guest.goto(`/gesuche/${offer.slug}`);
		await guest.getByRole('link', { name: 'Auf einen Verstoß hinweisen' }).click();
		await guest.getByRole('heading', { name: 'Auf einen Verstoß hinweisen' }).waitFor();
		await guest.getByRole('link', { name: offer.title }).waitFor();
		await guest.getByLabel('Täuschung oder falsches Angebot').check();
		await guest.getByLabel(/^Welche Stelle genau/).fill('Der ganze Text');
		await guest.getByLabel(/^Warum darf das hier/).fill(why);
		await guest.getByRole('button', { name: 'Hinweis abschicken' }).click();
		await guest.getByText('Bitte Ihren Namen angeben').first().waitFor();
		expect(await guest.getByLabel(/^Warum darf das hier/).inputValue()).toBe(why);
		expect(await guest.getByLabel('Täuschung oder falsches Angebot').isChecked()).toBe(true);
		await guest.getByLabel(/^Ihr Name/).fill('Greta Gast');
		await guest.getByLabel(/^Mailadresse/).fill(email);
		await guest.getByLabel(/Nach meiner Überzeugung/).check();
		await guest.getByRole('button', { name: 'Hinweis abschicken' }).click();
		await guest.getByText('Danke, der Hinweis ist angekommen').waitFor();
		await guest.goto(linkIn(await mailTo(email)));
		await guest.getByText('Ein Mensch prüft Ihren Hinweis').waitFor();

		await enterLike(desk, 'renate');
		await desk.goto('/buero/hinweise');
		await desk.getByRole('link', { name: offer.title }).click();
		await desk.getByRole('heading', { name: `Hinweis zu „${offer.title}“` }).waitFor();
		await desk.getByText(`<b>${email}</b>`).waitFor();
		await desk.getByRole('button', { name: 'Zur Prüfung nehmen' }).click();
		await desk.getByRole('heading', { name: 'Entscheiden' }).waitFor();
		await desk.getByRole('link', { name: 'Falsches Angebot' }).click();
		await desk.waitForURL(/baustein=2/);
		await desk.getByLabel('Ausblenden', { exact: true }).check();
		await desk.getByLabel(/^Worauf die Entscheidung beruht/).fill('Ein Schloss dieses Namens ist nirgends verzeichnet.');
		await desk.getByRole('button', { name: /^Entscheiden/ }).click();
		await desk
			.getByText(/Entschieden am/)
			.first()
			.waitFor();
		await desk.getByText('Für Gäste ist es nicht mehr zu sehen.').waitFor();
		expect((await guest.request.get(`/gesuche/${offer.slug}`)).status()).toBe(404);

		await owner.goto(linkIn(await mailTo(offer.email)));
		await owner.getByRole('heading', { name: `Begründung: ${offer.title}` }).waitFor();
		await owner.getByText('Ein Schloss dieses Namens ist nirgends verzeichnet.').waitFor();
		const read = await owner.content();
		for (const hidden of [email, 'Greta', 'Der ganze Text', 'Renate']) expect(read).not.toContain(hidden);
		const paper = await owner.request.get((await owner.getByRole('link', { name: 'Als PDF' }).getAttribute('href')) ?? '');
		expect(paper.headers()['content-type']).toBe('application/pdf');
		await owner.getByRole('button', { name: 'Beschwerde abschicken' }).click();
		await owner.getByText('Bitte schreiben, was an der Entscheidung nicht stimmt').first().waitFor();
		await owner.getByLabel(/^Was an der Entscheidung/).fill('Das Schloss steht im Verzeichnis des Landes.');
		await owner.getByRole('button', { name: 'Beschwerde abschicken' }).click();
		await owner.getByText('Ihre Beschwerde ist angekommen').waitFor();

		await desk.goto('/buero/hinweise?stand=beschwerden');
		await desk.getByRole('link', { name: offer.title }).click();
		await desk.getByRole('heading', { name: 'Über die Beschwerde entscheiden' }).waitFor();
		await desk.getByText('Darüber entscheidet jemand anderes als beim ersten Mal.').waitFor();
		const second = await open({ size, javaScript });
		await enterLike(second, 'renate');
		await second.goto(desk.url());
		await second.getByLabel(/^Begründung/).fill('Wir haben es dort gefunden.');
		await second.getByRole('button', { name: 'Stattgeben und Maßnahme beenden' }).click();
		await second.getByText('Stattgegeben:').waitFor();

		expect((await guest.request.get(`/gesuche/${offer.slug}`)).status()).toBe(200);
		await owner.goto(owner.url());
		await owner.getByText('Sie hatten recht: Die Maßnahme ist beendet.').waitFor();
		await guest.goto(guest.url());
		await guest.getByText('gilt die Maßnahme nicht mehr').waitFor();
		await offer.remove();
	}
);

test('the rules, and an address that names nothing', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/regeln');
	await page.getByRole('heading', { name: 'Wie wir entscheiden' }).waitFor();
	await page.goto('/hinweis?zu=/raeume/gibt-es-nicht');
	await page.getByText('Dort steht nichts, was jemand veröffentlicht hat.').waitFor();
	await page.getByLabel(/^Adresse der Seite/).waitFor();
	await page.goto('/raeume');
	expect(await page.getByRole('link', { name: 'Auf einen Verstoß hinweisen' }).count()).toBe(0);
	expect((await page.request.get('/begruendung?schluessel=falsch')).status()).toBe(410);
	await enterLike(page, 'renate');
	for (const queue of ['offen', 'beschwerden', 'erledigt']) {
		await page.goto(`/buero/hinweise?stand=${queue}`);
		await page.getByText('Beispieldaten').first().waitFor();
	}
});

/** A signed link as a mail has it, for the first row of the demo that the question finds. */
async function linkFor(path: string, { purpose, name, sql }: { purpose: string; name: string; sql: string }): Promise<string> {
	const { rows } = await database().query<{ id: string }>(sql);
	const ctx = { db: openDb(database()), now: new Date() };
	const schluessel = await signLink(ctx, { purpose, data: { [name]: rows[0]?.id ?? '' }, days: 1 });
	return `${path}?${new URLSearchParams({ schluessel })}`;
}

test('every page of it reads well', { timeout: 120_000 }, async ({ open }) => {
	const page = await open();
	const inState = (state: string) => `from content_matters m where m.is_demo and m.state = '${state}' limit 1`;
	const { rows } = await database().query<{ id: string }>(`select m.id ${inState('in_review')}`);
	const { rows: complaints } = await database().query<{ id: string }>(`select m.id ${inState('complained')}`);
	const notice = `select n.id from content_notices n join content_matters m on m.id = n.matter_id where m.is_demo and m.state = 'decided' limit 1`;
	const statement = `select d.id from content_decisions d join content_matters m on m.id = d.matter_id where m.is_demo and d.measure = 'bar' limit 1`;
	await enterLike(page, 'renate');
	await expectAllToReadWell(page, [
		...['/regeln', '/hinweis?zu=/gesuche/beispiel-backhaus', '/buero/hinweise'],
		await linkFor('/hinweis/stand', { purpose: 'content-notice', name: 'notice', sql: notice }),
		await linkFor('/begruendung', { purpose: 'content-statement', name: 'decision', sql: statement }),
		...[...rows, ...complaints].map(({ id }) => `/buero/hinweise/${id}`)
	]);
});
