import { openDb } from '#lib/server/db.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast } from '../src/testing/cast.ts';
import { forgetHouse } from '../src/testing/forget-record.ts';
import { recordHouse } from '../src/testing/houses.ts';
import { giveFactor, reviewInput } from '../src/testing/jury.ts';
import { expect, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';
import { plantPublished } from './support/plant-procedure.ts';
import { until } from './support/until.ts';
import * as walk from './support/whole-procedure.ts';

const letPass = (id: string) => database().query(`update procedures set deadline = now() - interval '5 minutes' where id = $1`, [id]);
/** The numbers of the stage that is on, by the name of the group. */
async function numbersOf(id: string): Promise<Map<string, number>> {
	const { rows } = await database().query<{ number: number; name: string }>(
		`select c.number, d.content->'applicant'->>'name' as name from concepts c join concept_contents d on d.concept_id = c.id
		join procedures p on p.id = c.procedure_id and p.round = c.round where c.procedure_id = $1`,
		[id]
	);
	return new Map(rows.map(({ number, name }) => [name, number]));
}

test(
	'two stages with a second envelope: sketches, a choice, concepts with a price, points first and the prices after them',
	{ timeout: 300_000 },
	async ({ open }) => {
		const people = await Promise.all([cast.ines, cast.mara, cast.mara, cast.amira, cast.jonas].map(newPersonLike));
		const [ines = cast.ines, ...others] = people;
		const jury = others.slice(0, 2);
		const clerk = await open();
		await enterAs(clerk, ines);
		const visitors = await Promise.all(
			others.map(async (who) => {
				const page = await open({ size: 'phone', javaScript: false });
				await enterAs(page, who);
				return page;
			})
		);
		const [jurors, makers] = [visitors.slice(0, 2), visitors.slice(2)];
		const title = `Zwei Stufen ${Date.now()}`;
		const { id: houseId } = await recordHouse({ db: openDb(database()), actor: ines, now: new Date() }, { title: `Haus zu ${title}` });
		try {
			const price = { priceRule: 'weighted', price: 50_000, priceFull: 100_000, priceShare: 300 } as const;
			const plan = { title, kind: 'two_stage', isBlind: false, openness: 'named', ...price } as const;
			const { id, slug, keys } = await plantPublished({ houseId, lead: ines, jury, over: plan });
			const base = `/buero/verfahren/${id}`;
			const openBox = async (how: string) => {
				await letPass(id);
				await walk.giveKey(clerk, base, keys[0] ?? '');
				await clerk.getByText('Jetzt fehlt noch der einer zweiten Person.').waitFor();
				await walk.giveKey(jurors[0] ?? clerk, base, keys[1] ?? '');
				await jurors[0]?.getByText(how).waitFor();
			};
			const sketches = [];
			for (const [n, maker] of makers.entries()) sketches.push(await walk.handIn(maker, `/verfahren/${slug}`, `Gruppe ${'AB'[n]}`));
			await openBox('2 Konzepte lagen darin.');
			await clerk.goto(`${base}/befangenheit`);
			await until(clerk, 'Ich sehe mir die Namen an');
			await walk.declare(clerk, base);
			await walk.checkEach(clerk, base, 2);

			await clerk.getByRole('heading', { name: 'Auswahl für die zweite Stufe' }).waitFor();
			for (const choice of await clerk.getByRole('group', { name: 'Kommt in die zweite Stufe' }).all())
				await choice.getByLabel('ja').check();
			for (const field of await clerk.getByLabel('Warum').all()) await field.fill('Die Skizze trägt.');
			await clerk.getByRole('button', { name: 'Auswahl mitteilen' }).click();
			await clerk.waitForURL(new RegExp(`${id}$`));
			const again = [];
			for (const [n, maker] of makers.entries()) {
				await maker.goto(sketches[n]?.own ?? '');
				await maker.getByText('Ihr seid in der zweiten Stufe.').waitFor();
				await maker.getByRole('link', { name: 'Zu Eurem Konzept für die zweite Stufe' }).click();
				const own = new URL(maker.url()).pathname;
				again.push(await walk.fillAndSend(maker, own, { name: `Gruppe ${'AB'[n]}`, offer: n === 0 ? '600' : '900' }));
			}
			await openBox('2 Konzepte lagen darin.');
			for (const page of [clerk, ...jurors]) await walk.declare(page, base);
			await walk.checkEach(clerk, base, 2);
			await clerk.getByRole('button', { name: 'Vorprüfung abschließen' }).click();
			await clerk.getByText('Die Jury kann werten.').waitFor();
			const numbers = await numbersOf(id);
			await giveFactor({ db: openDb(database()) }, ...jury);
			const [juror = clerk] = jurors;
			const second = { db: openDb(database()), actor: jury[1] ?? null, now: new Date() };
			for (const [below, name] of ['Gruppe A', 'Gruppe B'].entries()) {
				const number = numbers.get(name) ?? 0;
				await walk.score(juror, `${base}/bewertung/${number}`, below);
				await saveReview(second, { id, number, input: await reviewInput(second, id, { fromTop: below }) });
			}
			await clerk.goto(`${base}/bewertung`);
			await clerk.getByRole('button', { name: 'Jurysitzung beginnen' }).click();
			await clerk.goto(`${base}/oeffnung`);
			await clerk.getByText(/Die Preise bleiben verschlossen/).waitFor();
			await clerk.goto(`${base}/jurysitzung`);
			await clerk.getByRole('button', { name: 'Punkte festschreiben' }).click();
			await clerk.getByText('Die Punkte sind festgeschrieben.').waitFor();
			await clerk.goto(`${base}/auswertung`);
			await clerk.getByText(/Die Preise liegen noch im zweiten Umschlag/).waitFor();
			await walk.giveKey(clerk, base, keys[0] ?? '');
			await walk.giveKey(jurors[0] ?? clerk, base, keys[1] ?? '');
			await clerk.goto(`${base}/auswertung`);
			await clerk.getByRole('heading', { name: 'Im zweiten Umschlag' }).waitFor();
			for (const amount of ['600 €', '900 €']) expect(await clerk.locator('main').innerText()).toContain(amount.replace(' ', '\u00a0'));

			await clerk.goto(`${base}/zuschlag`);
			await clerk.getByLabel(/^Was die Jury empfiehlt/).fill('Gruppe A trägt am weitesten, auch mit dem Preis.');
			await clerk.getByRole('button', { name: 'Empfehlung festhalten' }).click();
			await clerk.getByText('Gespeichert. Es steht in der Akte.').waitFor();
			await walk.decide(clerk);
			await makers[0]?.goto(`${again[0]?.own}/ergebnis`);
			await makers[0]?.getByText(/Euer Angebot im zweiten Umschlag: 600/).waitFor();
			const file = (await (await clerk.request.get(`/api/v1/procedures/${id}/record`)).json()) as unknown;
			for (const { receipt } of [sketches[0], again[0]].flatMap((one) => one ?? []))
				expect((await verifyRecord({ file, receipt })).broken).toEqual([]);
		} finally {
			await forgetHouse(database(), houseId);
		}
	}
);
