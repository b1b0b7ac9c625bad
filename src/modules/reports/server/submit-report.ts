import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import { geocode } from '#modules/organisations/server/geocode.ts';
import { locatePoint } from '#modules/organisations/server/locate-point.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { truncateAddress } from '#modules/people/session.ts';
import type { ReportInput } from '../forms.ts';
import { forgetAt } from '../report.ts';
import { leadReport } from './internal/lead-report.ts';
import type { ReportRow } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReceivers } from './internal/tell-receivers.ts';
import { tellReporter } from './internal/tell-reporter.ts';
import { reports } from './tables.ts';

type Place = Pick<ReportRow, 'ags' | 'lat' | 'lon' | 'locationSource'> & { ags: string };

/** One net and one mailbox report as much as people do who walk through a village, and no more. Throws 429. */
async function countReport(ctx: Ctx, { email, address }: { email?: string; address: string }): Promise<void> {
	await countTry(ctx, { what: 'report net', who: truncateAddress(address), limit: 20, minutes: 60 });
	if (email) await countTry(ctx, { what: 'report sender', who: email, limit: 5, minutes: 24 * 60 });
}

/** The point that was set, else the photo's where somebody said so, else the address. Throws 422 where none leads into a municipality. */
async function placeOf(
	ctx: Ctx,
	input: ReportInput,
	options: { photo: { lat: number; lon: number } | null; geocoderUrl?: string }
): Promise<Place> {
	const { lat, lon, street, houseNumber, postalCode, city } = input;
	const pin = lat !== undefined && lon !== undefined ? { lat, lon } : null;
	const point = pin ?? (input.usePhoto ? options.photo : null);
	if (point) {
		const town = await locatePoint(ctx, point);
		if (!town) throw refused('outside', 'Dieser Punkt liegt nicht in Deutschland. Bitte den Ort anders angeben.', pin ? 'lat' : 'usePhoto');
		return { ...point, ags: town.ags, locationSource: pin ? 'pin' : 'photo' };
	}
	const { point: found } = await geocode(ctx, { street, houseNumber, postalCode, city }, { geocoderUrl: options.geocoderUrl });
	if (!found)
		throw refused('place-missing', 'Bitte sagen, wo das Haus steht: Ort mit Postleitzahl, oder einen Punkt auf der Karte.', 'city');
	return { ags: found.ags, lat: found.lat, lon: found.lon, locationSource: found.source };
}

/** The row of this token: what was begun with a photo, or a fresh one. A report that is sent already comes back as it is. */
async function rowFor(ctx: Ctx, token: string): Promise<ReportRow | null> {
	const [known] = await ctx.db
		.select()
		.from(reports)
		.where(eq(reports.tokenHash, hashToken(token)));
	return known ?? null;
}

async function freshRow(ctx: Ctx, token: string): Promise<ReportRow> {
	const [made] = await ctx.db
		.insert(reports)
		.values({ id: newId(), tokenHash: hashToken(token), state: 'draft', createdAt: ctx.now, forgetAt: forgetAt('draft', ctx.now) })
		.onConflictDoNothing()
		.returning();
	if (!made) throw refused('report-sent', 'Diese Meldung ist schon unterwegs.');
	return made;
}

export type Submission = { input: ReportInput; address: string; geocoderUrl?: string };

/**
 * Sends a report to whoever is responsible for the place, and returns the token that follows it; null for machines. The same form twice is one report.
 * Nothing of it is public. Throws 422 without a place in Germany, and 429.
 */
export async function submitReport(ctx: Ctx, { input, address, geocoderUrl }: Submission): Promise<string | null> {
	if (input.website) return null;
	const token = /^[\w-]{43}$/.test(input.draft ?? '') ? (input.draft ?? '') : newToken();
	const begun = await rowFor(ctx, token);
	if (begun && begun.state !== 'draft') return token;
	const photo = begun?.photoLat != null && begun.photoLon != null ? { lat: begun.photoLat, lon: begun.photoLon } : null;
	const place = await placeOf(ctx, input, { photo, geocoderUrl });
	const {
		email,
		askLater,
		propertyType,
		signs,
		since,
		text = null,
		street = null,
		houseNumber = null,
		postalCode = null,
		city = null
	} = input;
	await countReport(ctx, { email, address });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const lead = await leadReport(inside, place.ags);
		const { step, why, networkId, countyId } = lead;
		const row = begun ?? (await freshRow(inside, token));
		const isTold = await tellReceivers(inside, { id: row.id, ags: place.ags, lead });
		const set = {
			...{ ...place, propertyType, signs, since, text, street, houseNumber, postalCode, city, reporterEmail: email ?? null },
			askLaterAt: email && askLater ? ctx.now : null,
			...{ step, why, networkId, countyId, photoLat: null, photoLon: null, sentAt: ctx.now, toldAt: isTold ? ctx.now : null }
		};
		await moveReport(inside, row, { step: 'submit', set, byReporter: true });
		await tellReporter(inside, { id: row.id, reporterEmail: email ?? null }, receipt(lead.town));
	});
	return token;
}

const receipt = (town: string) => ({
	title: 'Ihre Meldung ist da',
	paragraphs: [
		`Danke fürs Hinsehen. Ihre Meldung aus ${town} wartet jetzt auf die Prüfung; öffentlich ist davon nichts.`,
		'Wenn es eine Frage oder eine Entscheidung gibt, schreiben wir Ihnen an diese Adresse.'
	]
});
