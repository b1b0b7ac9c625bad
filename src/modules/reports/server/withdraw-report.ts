import { eq } from 'drizzle-orm';
import { dropPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { ownReport, type ReportKey } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { reportHistory, reports } from './tables.ts';

const nothing = {
	...{ text: null, photo: null, reporterEmail: null, askLaterAt: null, lat: null, lon: null, street: null, houseNumber: null },
	...{ postalCode: null, city: null, signs: [] }
};

/** Whoever reported takes it back while it is open: words, photo, place and address are gone at once; that there was one stays for a month. */
export async function withdrawReport(ctx: Ctx, { key, store }: { key: ReportKey; store: Store }): Promise<void> {
	const { report } = await ownReport(ctx, key);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await moveReport(inside, report, { step: 'withdraw', set: nothing, byReporter: true });
		await db.update(reportHistory).set({ reason: null }).where(eq(reportHistory.reportId, report.id));
	});
	if (report.photo) await dropPicture(store, report.photo.key);
}

/** Whoever reported wants no mails any more: the address is forgotten, the report stays. */
export async function forgetReporterMail(ctx: Ctx, key: ReportKey): Promise<void> {
	const { report } = await ownReport(ctx, key);
	await ctx.db.update(reports).set({ reporterEmail: null, askLaterAt: null }).where(eq(reports.id, report.id));
}
