import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { verifyRecord } from '#modules/records/verify.ts';
import { recordHouse } from '#testing/houses.ts';
import { openDb } from '#lib/server/db.ts';
import { giveFactor } from '../src/testing/jury.ts';
import { cast } from '../src/testing/cast.ts';
import { forgetHouse } from '../src/testing/forget-record.ts';
import { expect, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';
import { until } from './support/until.ts';
import * as walk from './support/whole-procedure.ts';

/** Reads the paper where it is installed, as .ci/run does. */
const reader = '/usr/bin/pdftotext';
/** Nobody can wait for days: what they bring is written down as past. */
const letPass = (what: string, id: string) => database().query(what, [id]);

test(
	'from the resolution to a lapsed option and a successor: a clerk, four jurors of whom one is near to a group, three groups and a council',
	{ timeout: 400_000 },
	async ({ open }) => {
		const people = await Promise.all(
			[cast.ines, cast.mara, cast.mara, cast.mara, cast.mara, cast.amira, cast.jonas, cast.amira].map(newPersonLike)
		);
		const [ines = cast.ines, ...others] = people;
		const [jury, groups] = [others.slice(0, 4), others.slice(4)];
		const clerk = await open();
		await enterAs(clerk, ines);
		const visitors = await Promise.all(
			[...jury, ...groups].map(async (who) => {
				const page = await open({ size: 'phone', javaScript: false });
				await enterAs(page, who);
				return page;
			})
		);
		const [jurors, makers] = [visitors.slice(0, 4), visitors.slice(4)];
		const title = `Das ganze Verfahren ${Date.now()}`;
		const { id: houseId } = await recordHouse({ db: openDb(database()), actor: ines, now: new Date() }, { title: `Haus zu ${title}` });
		try {
			const base = await walk.prepare(clerk, { houseId, title, lead: ines, jury });
			const id = base.split('/').at(-1) ?? '';
			const [first, second] = jurors;
			if (!first || !second) throw new Error('no jury');
			const keys = [await walk.makeKey(clerk, base), await walk.makeKey(first, base), await walk.makeKey(second, base)];
			const page = await walk.publish(clerk, base);
			const handed = [];
			for (const [n, maker] of makers.entries()) handed.push(await walk.handIn(maker, page, `Gruppe ${'ABC'[n]}`));

			await clerk.goto(`${base}/oeffnung`);
			expect(await clerk.getByRole('button', { name: 'Schlüssel eingeben' }).count(), 'nothing opens before the deadline').toBe(0);
			await letPass(`update procedures set deadline = now() - interval '5 minutes' where id = $1`, id);
			await walk.giveKey(clerk, base, keys[0] ?? '');
			await clerk.getByText('Jetzt fehlt noch der einer zweiten Person.').waitFor();
			await walk.giveKey(second, base, keys[2] ?? '');
			await second.getByText('3 Konzepte lagen darin.').waitFor();

			await clerk.goto(`${base}/befangenheit`);
			await until(clerk, 'Ich sehe mir die Namen an');
			await walk.declare(clerk, base);
			for (const [n, juror] of jurors.entries()) await walk.declare(juror, base, n === 3 ? 'Gruppe B' : undefined);
			await walk.checkAll(clerk, base);
			const { rows } = await database().query<{ number: number; name: string }>(
				`select c.number, d.content->'applicant'->>'name' as name from concepts c join concept_contents d on d.concept_id = c.id where c.procedure_id = $1`,
				[id]
			);
			const numberOf = (name: string) => rows.find((row) => row.name === name)?.number ?? 0;
			const near = `${base}/bewertung/${numberOf('Gruppe B')}`;

			await giveFactor({ db: openDb(database()) }, ...jury);
			for (const [n, juror] of jurors.entries())
				for (const [below, name] of ['Gruppe A', 'Gruppe B', 'Gruppe C'].entries()) {
					if (n === 3 && name === 'Gruppe B') expect((await juror.goto(near))?.status()).toBe(404);
					else await walk.score(juror, `${base}/bewertung/${numberOf(name)}`, below);
				}
			await clerk.goto(`${base}/bewertung`);
			await clerk.getByRole('button', { name: 'Jurysitzung beginnen' }).click();
			await clerk.getByText('Die Jury sieht jetzt alle Punkte nebeneinander.').waitFor();
			expect((await jurors[3]?.goto(`${base}/jurysitzung/${numberOf('Gruppe B')}`))?.status()).toBe(404);
			await clerk.goto(`${base}/jurysitzung`);
			await clerk.getByRole('button', { name: 'Punkte festschreiben' }).click();
			await clerk.getByText('Die Punkte sind festgeschrieben.').waitFor();

			await clerk.goto(`${base}/zuschlag`);
			await clerk.getByLabel(/^Was die Jury empfiehlt/).fill('Gruppe A trägt am weitesten.');
			await clerk.getByRole('button', { name: 'Empfehlung festhalten' }).click();
			await clerk.getByText('Gespeichert. Es steht in der Akte.').waitFor();
			await walk.decide(clerk);
			for (const [n, maker] of makers.entries()) {
				expect((await maker.goto(`${handed[n]?.own}/ergebnis`))?.status()).toBe(200);
				await maker
					.getByText(['Ihr bekommt den Zuschlag', 'Ihr steht auf der Nachrückliste', 'Diesmal hat es nicht gereicht'][n] ?? '')
					.first()
					.waitFor();
			}

			await clerk.goto(`${base}/anhandgabe`);
			await clerk
				.getByText(/Die Wartefrist läuft noch/)
				.first()
				.waitFor();
			await letPass(`update awards set standstill_until = now() - interval '1 hour' where procedure_id = $1`, id);
			await clerk.goto(`${base}/anhandgabe`);
			await clerk.getByRole('button', { name: 'An die Hand geben' }).click();
			await clerk.getByText('Gespeichert.').waitFor();
			await letPass(`update options set starts_on = current_date - 300, ends_on = current_date - 3 where procedure_id = $1`, id);
			await clerk.goto(`${base}/anhandgabe`);
			await clerk.getByText('Ausgelaufen', { exact: true }).click();
			await clerk.locator('#f-reason-lapse').fill('Die Finanzierung kam nicht zustande.');
			await clerk.getByRole('button', { name: 'Als ausgelaufen feststellen' }).click();
			await clerk.getByRole('button', { name: 'Nachrücken lassen' }).click();
			await clerk.getByRole('heading', { name: 'Gruppe B' }).waitFor();
			const [, successor = clerk] = makers;
			await successor.goto(`${handed[1]?.own}/ergebnis`);
			await successor.getByRole('link', { name: 'Zur Anhandgabe' }).click();
			await successor.getByRole('heading', { name: 'Was ansteht' }).waitFor();

			const paper = await clerk.request.get(`${base}/vermerk.pdf`);
			const bytes = await paper.body();
			expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
			const told = existsSync(reader) ? execFileSync(reader, ['-', '-'], { input: bytes }).toString().replace(/\s+/g, ' ') : null;
			for (const part of ['Gruppe A', jury[0]?.name ?? '', 'Mitglied der Gruppe oder ihres Vereins', 'Wie: ausgelaufen'])
				expect(told ?? part).toContain(part);

			const file = (await (await clerk.request.get(`/api/v1/procedures/${id}/record`)).json()) as unknown;
			const report = await verifyRecord({ file, receipt: handed[1]?.receipt });
			expect(report.broken).toEqual([]);
			expect(report.proven.map(({ code }) => code)).toEqual(expect.arrayContaining(['receipt', 'receipt-box', 'counted']));
		} finally {
			await forgetHouse(database(), houseId);
		}
	}
);
