import { eq } from 'drizzle-orm';
import { openDb, type Db } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { announcePublication } from '#modules/properties/server/announce-publication.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { recordObjection } from '#modules/properties/server/change-publication.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { acceptForm, reportForm } from '#modules/reports/forms.ts';
import { checks } from '#modules/reports/report.ts';
import { acceptReport } from '#modules/reports/server/accept-report.ts';
import { addToReport } from '#modules/reports/server/add-to-report.ts';
import { askReporter } from '#modules/reports/server/ask-reporter.ts';
import { declineReport, markSpam } from '#modules/reports/server/decline-report.ts';
import { handOverReport } from '#modules/reports/server/hand-over-report.ts';
import { joinReport } from '#modules/reports/server/join-report.ts';
import { startReport } from '#modules/reports/server/start-report.ts';
import { submitReport } from '#modules/reports/server/submit-report.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { takeReport } from '#modules/reports/server/take-report.ts';
import { withdrawReport } from '#modules/reports/server/withdraw-report.ts';
import { cast } from '#testing/cast.ts';
import { drawPicture } from '../profiles/draw-pictures.ts';
import { demoReports, type DemoReport, type DemoStep } from './demo-reports.ts';

type Stage = { db: Db; store: House['store']; now: Date };
type Accept = Extract<DemoStep, { step: 'accept' }>;
const day = 86_400_000;

const at = ({ db, now }: Stage, ago: number, who: DemoReport['by'] | null): Ctx => ({
	db,
	now: new Date(now.getTime() - ago * day),
	actor: who && cast[who]
});

/** A house that came of a report: confirmed, announced, and where the story says so objected to after it was shown. */
async function tellOfHouse(stage: Stage, { id, by, told }: { id: string; by: DemoReport['by']; told: Accept }): Promise<void> {
	await stage.db.update(properties).set({ isDemo: true, vacancyDegree: 'full' }).where(eq(properties.id, id));
	if (told.announced === undefined) return;
	await changeLifecycle(at(stage, told.announced + 2, by), { id, to: 'recorded' });
	const announcement = {
		basis: 'building_land',
		reason: 'Brief an die Anschrift aus dem Grundbuch',
		addressee: 'Erbengemeinschaft Dreyer\nz. Hd. Ute Dreyer\nLindenweg 4\n16225 Eberswalde'
	} as const;
	await announcePublication(at(stage, told.announced, by), { id, ...announcement });
	if (told.objected === undefined) return;
	await publishSpace(at(stage, told.announced - 40, by), { id, precision: 'district' });
	await recordObjection(at(stage, told.objected, by), {
		id,
		reason: 'Anruf einer Miterbin: Sie möchten erst untereinander klären, was werden soll.'
	});
}

async function takeStep(
	stage: Stage,
	{ id, token, by }: { id: string; token: string; by: DemoReport['by'] },
	told: DemoStep
): Promise<void> {
	const { store } = stage;
	const [office, reporter] = [at(stage, told.ago, by), at(stage, told.ago, null)];
	if (told.step === 'take') return takeReport(office, id);
	if (told.step === 'spam') return markSpam(office, id);
	if (told.step === 'withdraw') return withdrawReport(reporter, { key: { token }, store });
	if (told.step === 'ask') return askReporter(office, { id, reason: told.words });
	if (told.step === 'decline') return declineReport(office, { id, reason: told.words });
	if (told.step === 'handOver') return handOverReport(office, { id, to: told.to, reason: told.words });
	if (told.step === 'join') {
		const [house] = await stage.db.select({ id: properties.id }).from(properties).where(eq(properties.title, told.reference));
		await joinReport(office, { id, input: { property: house?.id }, store });
		return;
	}
	if (told.step === 'accept') {
		const { title, propertyType } = told;
		const input = acceptForm.parse({
			checked: Object.keys(checks),
			title,
			propertyType,
			vacancyDegree: 'full',
			city: 'Angermünde',
			postalCode: '16278'
		});
		await tellOfHouse(stage, { id: await acceptReport(office, { id, input, store }), by, told });
		return;
	}
	if ('words' in told) await addToReport(reporter, { key: { token }, reason: told.words });
}

/** Reports of empty houses in every state, made by the commands themselves, with their clock put back. */
export async function placeReports({ pool, store }: Pick<House, 'pool' | 'store'>, now: Date): Promise<void> {
	const stage = { db: openDb(pool), store, now };
	for (const [i, told] of demoReports.entries()) {
		const ctx = at(stage, told.ago, null);
		const address = `198.51.${i}.7`;
		const photo = told.drawing && { name: 'foto.png', bytes: new Uint8Array(await drawPicture(told.drawing)) };
		const draft = photo && (await startReport(ctx, { photo, store, address }));
		const token = (await submitReport(ctx, { input: reportForm.parse({ ...told.typed, draft }), address })) ?? '';
		const [row] = await stage.db
			.select({ id: reports.id })
			.from(reports)
			.where(eq(reports.tokenHash, hashToken(token)));
		for (const step of told.steps) await takeStep(stage, { id: row?.id ?? '', token, by: told.by }, step);
	}
}
