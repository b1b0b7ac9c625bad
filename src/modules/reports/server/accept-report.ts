import { forbidden, refused } from '#lib/refusal.ts';
import { copyPicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { propertyForm } from '#modules/properties/forms.ts';
import { attachMedia } from '#modules/properties/server/add-media.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import type { AcceptInput } from '../forms.ts';
import { mayRegister } from '../policy.ts';
import { whyNotAccept } from '../report.ts';
import { reportToMove, type ReportRow } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReporter } from './internal/tell-reporter.ts';

/** The photo of a report goes to a house of the register, seen by nobody outside. */
export async function givePhoto(ctx: Ctx, { photo, store, propertyId }: { photo: ReportRow['photo']; store: Store; propertyId: string }) {
	const key = photo && (await copyPicture(store, { key: photo.key, folder: 'media' }));
	if (!photo || !key) return;
	const file = { ...photo, key, contentType: 'image/webp', name: 'Foto aus einer Meldung' };
	await attachMedia(ctx, { id: propertyId, files: [file], isInternal: true });
}

export type Acceptance = { id: string; input: AcceptInput; store: Store };

/**
 * The municipality takes the reported house into its register: as an entry in review with the source "Bürger:in" and the photo, seen by nobody outside.
 * Returns the id of the house. Throws 403, and 409 while the checklist is open.
 */
export async function acceptReport(ctx: Ctx, { id, input, store }: Acceptance): Promise<string> {
	const { report, town } = await reportToMove(ctx, id);
	if (!mayRegister(ctx.actor, report)) throw forbidden('Ins Register nimmt nur die Kommune auf.');
	const { checked, ...typed } = input;
	const against = whyNotAccept(checked);
	if (against) throw refused(against.code, against.message, 'checked');
	const isPoint = report.locationSource !== 'gazetteer' && report.lat !== null;
	const place = isPoint
		? { lat: report.lat, lon: report.lon, locationSource: report.locationSource === 'geocoder' ? 'geocoder' : 'pin' }
		: {};
	const house = propertyForm.parse({ ...typed, ...place });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const day = germanDay(report.sentAt ?? report.createdAt);
		const { id: propertyId } = await createProperty(inside, { ags: report.ags, input: house, fromReport: `Aus der Meldung vom ${day}` });
		await givePhoto(inside, { photo: report.photo, store, propertyId });
		await moveReport(inside, report, { step: 'accept', checked, set: { propertyId } });
		await tellReporter(inside, report, {
			title: `Ihre Meldung aus ${town.name} ist im Register`,
			paragraphs: [
				`${town.name} hat das Haus in sein Register aufgenommen. Ob und wie es gezeigt wird, klärt die Kommune zuerst mit den Eigentümer:innen.`,
				'Danke, dass Sie hingesehen haben.'
			]
		});
		return propertyId;
	});
}
