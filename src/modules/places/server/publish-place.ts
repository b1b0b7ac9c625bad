import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { searchTextOf } from '../place-words.ts';
import { whyNotPublish } from '../place.ts';
import { mayEditPlace } from '../policy.ts';
import { toPlacePage } from '../to-place-page.ts';
import type { OfferKind } from '../vocabulary.ts';
import { loadWhole } from './load-whole.ts';
import { placeFor } from './internal/place-for.ts';
import { placePages } from './tables.ts';

/** Makes what the group wrote the page that everybody sees. 409 with everything that is missing. */
export async function publishPlace(ctx: Ctx, id: string): Promise<void> {
	const { place } = await placeFor(ctx, id, mayEditPlace);
	await checkMayShow(ctx, { kind: 'place', id });
	await ctx.db.transaction(async (db) => {
		const content = toPlacePage(await loadWhole({ db }, place));
		const missing = whyNotPublish(content);
		if (missing.length) throw refused('not-ready', missing.join(' '));
		const [point] = await db
			.select({ lat: municipalities.lat, lon: municipalities.lon })
			.from(municipalities)
			.where(eq(municipalities.ags, place.ags));
		const row = {
			...{ slug: content.slug, state: content.state, ags: place.ags, stateCode: content.municipality.stateCode, name: content.name },
			...{ networkSlug: content.network?.slug ?? null, bookable: content.bookable, offers: Object.keys(content.offers) as OfferKind[] },
			...{ legalForm: content.legalForm, lat: point?.lat ?? 0, lon: point?.lon ?? 0, searchText: searchTextOf(content), content },
			...{ publishedBy: ctx.actor?.id ?? null, publishedAt: ctx.now }
		};
		await db
			.insert(placePages)
			.values({ placeId: id, ...row })
			.onConflictDoUpdate({ target: placePages.placeId, set: row });
		await recordEvent({ ...ctx, db }, 'place.published', { subjectId: id });
	});
}

/** Takes the page back; everything stays with the group. */
export async function withdrawPlace(ctx: Ctx, { id, reason }: { id: string; reason?: string }): Promise<void> {
	await placeFor(ctx, id, mayEditPlace);
	await ctx.db.transaction(async (db) => {
		await db.delete(placePages).where(eq(placePages.placeId, id));
		await recordEvent({ ...ctx, db }, 'place.withdrawn', { subjectId: id, reason });
	});
}
