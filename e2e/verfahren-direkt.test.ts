import { openDb } from '#lib/server/db.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast } from '../src/testing/cast.ts';
import { forgetHouse } from '../src/testing/forget-record.ts';
import { recordHouse } from '../src/testing/houses.ts';
import { expect, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';
import * as walk from './support/whole-procedure.ts';

const change = (what: string, id: string) => database().query(what, [id]);

test(
	'a direct match: the intention with its reasons for all to read, an objection and its answer, the proposal, the decision, the contract',
	{ timeout: 200_000 },
	async ({ open }) => {
		const [ines = cast.ines, amira = cast.amira, jonas = cast.jonas] = await Promise.all(
			[cast.ines, cast.amira, cast.jonas].map(newPersonLike)
		);
		const clerk = await open();
		await enterAs(clerk, ines);
		const [group, other, guest] = [
			await open({ size: 'phone', javaScript: false }),
			await open({ size: 'phone', javaScript: false }),
			await open({ javaScript: false })
		];
		await enterAs(group, amira);
		await enterAs(other, jonas);
		const title = `Direkt an den Verein ${Date.now()}`;
		const { id: houseId } = await recordHouse({ db: openDb(database()), actor: ines, now: new Date() }, { title: `Haus zu ${title}` });
		try {
			await clerk.goto(`/buero/verfahren/neu?raum=${houseId}`);
			await clerk.getByLabel(/^Name des Verfahrens/).fill(title);
			await clerk.getByRole('radio', { name: /^direkte Vermittlung/ }).check();
			await clerk.getByRole('button', { name: 'Verfahren beginnen' }).click();
			await clerk.getByText('Das Verfahren ist begonnen.').waitFor();
			const base = new URL(clerk.url()).pathname;
			const id = base.split('/').at(-1) ?? '';
			await clerk.getByLabel(/^Was soll mit dem Haus/).fill('Hier soll wieder gebacken werden.');
			await clerk.getByRole('button', { name: 'Speichern', exact: true }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			await clerk.getByLabel('Welche Gruppe soll das Haus bekommen?').fill('Backverein');
			await clerk.getByLabel('Wer spricht für sie?').fill(amira.name);
			await clerk.getByLabel('Ihre Mailadresse').fill(amira.email);
			await clerk.getByLabel('Warum gibt es keinen Wettbewerb?').fill('Der Verein hat den Ofen selbst gebaut.');
			await clerk.getByLabel(/einverstanden, öffentlich genannt zu werden/).check();
			await clerk.getByRole('button', { name: 'Gruppe speichern' }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			expect(await clerk.getByLabel('Wie bewirbt man sich?').count(), 'nobody applies').toBe(0);
			await clerk.goto(`${base}/beteiligte`);
			expect(await clerk.locator('main').innerText(), 'no jury, and nothing to open').not.toMatch(/Jury|öffne/);
			await clerk.goto(`${base}/klaeren`);
			await clerk.getByLabel('Notiz dazu').first().fill('Wer hat was gesagt? '.repeat(40));
			await clerk.getByRole('button', { name: 'Speichern' }).click();
			await clerk.getByRole('link', { name: 'Gibt es einen Beschluss zu Zielen und Verfahren?: Bitte höchstens 600 Zeichen.' }).waitFor();
			await clerk.goto(base);
			await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
			await clerk.getByText('Der Entwurf ist fertig.').waitFor();
			const page = await walk.publish(clerk, base);

			await guest.goto(page);
			await guest.getByRole('heading', { name: 'Warum ohne Wettbewerb' }).waitFor();
			const shown = await guest.locator('main').innerText();
			for (const part of ['Backverein', 'Der Verein hat den Ofen selbst gebaut.', 'dass Ihr das Haus selbst möchtet'])
				expect(shown).toContain(part);
			expect(shown).not.toContain(amira.email);
			expect((await other.goto(`${page}/mitmachen`))?.status()).toBe(404);
			await other.goto(page);
			await other.getByText('Fragen, einwenden oder sagen, dass Ihr es selbst möchtet').click();
			await other.getByLabel('Was Ihr sagen möchtet').fill('Eine Bäckerei im Ort möchte das Haus auch. Warum fragt sie niemand?');
			await other.getByRole('button', { name: 'Abschicken' }).click();
			await other.getByText('Die Frage ist da.').waitFor();

			await change(`update procedures set deadline = now() - interval '5 minutes', state = 'open' where id = $1`, id);
			await clerk.goto(`${base}/zuschlag`);
			await clerk.getByText('Eine Frage oder ein Einwand ist noch nicht beantwortet.').waitFor();
			await clerk.goto(`${base}/fragen`);
			await clerk.getByLabel('Die Frage, wie alle sie lesen').fill('Warum gibt es keinen Wettbewerb, wenn auch andere das Haus möchten?');
			await clerk.getByLabel(/^Die Antwort/).fill('Der Ofen gehört dem Verein.');
			await clerk.getByRole('button', { name: 'Als Entwurf speichern' }).click();
			await clerk.getByText('Gespeichert. Öffentlich wird es, wenn alle Antworten hinausgehen.').waitFor();
			await clerk.getByRole('button', { name: 'Alle fertigen Antworten veröffentlichen' }).click();
			await clerk.getByText('Die Antworten sind für alle zu lesen').waitFor();
			await guest.goto(page);
			await guest.getByText('Der Ofen gehört dem Verein.').waitFor();

			await clerk.goto(`${base}/zuschlag`);
			await clerk.getByLabel(/^Was Sie vorschlagen/).fill('Der Verein. Ein Einwand, beantwortet.');
			await clerk.getByLabel(/^Was die Gruppe in ihrem Brief liest/).fill('Ihr habt den Ofen gebaut.');
			await clerk.getByLabel(/Ich bin nicht befangen/).check();
			await clerk.getByRole('button', { name: 'Vorschlag festhalten' }).click();
			await clerk.getByRole('heading', { name: 'Entscheidung eintragen' }).waitFor();
			expect(await clerk.locator('main table').first().innerText(), 'no order, and nobody is turned down').not.toMatch(
				/Platz|Punkte|Zuschlag/
			);
			await walk.decide(clerk);
			await guest.goto(`${page}/ergebnis`);
			await guest.getByRole('heading', { name: 'Den Zuschlag bekommt' }).waitFor();
			expect(await guest.locator('main').innerText()).toContain('Backverein');
			const { rows } = await database().query<{ id: string }>('select id from concepts where procedure_id = $1', [id]);
			await group.goto(`/konto/konzepte/${rows[0]?.id}/ergebnis`);
			await group.getByText('Ihr habt den Ofen gebaut.').first().waitFor();
			expect((await clerk.request.get(`${base}/brief.pdf`)).headers()['content-type']).toBe('application/pdf');

			await change(`update awards set standstill_until = now() - interval '1 hour' where procedure_id = $1`, id);
			await clerk.goto(`${base}/anhandgabe`);
			await clerk.getByRole('button', { name: 'An die Hand geben' }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			await clerk.getByText('Vertrag eintragen', { exact: true }).first().click();
			await clerk.getByLabel('Vertrag vom').fill(walk.inDays(0));
			await clerk.getByRole('button', { name: 'Vertrag eintragen' }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			const file = (await (await clerk.request.get(`/api/v1/procedures/${id}/record`)).json()) as { main: { kind: string }[] };
			expect((await verifyRecord({ file })).broken).toEqual([]);
			const kinds = file.main.map(({ kind }) => kind);
			for (const kind of ['procedure.propose', 'question.answered', 'procedure.decide', 'procedure.sign']) expect(kinds).toContain(kind);
		} finally {
			await forgetHouse(database(), houseId);
		}
	}
);
