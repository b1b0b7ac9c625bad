import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { placePages, placePictures, places } from './tables.ts';

type Page = typeof placePages.$inferSelect;
type Kept = { page: Omit<Page, 'publishedAt'> & { publishedAt: string } };

/** The operator withholds the page of a place: page and pictures are gone for everybody, the page itself is kept as it was. Throws 409 for what is not public. */
export async function withholdPlace(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [page] = await db.delete(placePages).where(eq(placePages.placeId, id)).returning();
		if (!page) throw refused('content-gone', 'Dieser Ort ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'place', id }, { page });
		await recordEvent(inside, 'place.withdrawn', { subjectId: id, data: { step: 'withhold' } });
	});
}

/** Brings the page back as it was; what its group or network took away or decided meanwhile stays so. */
export async function restorePlace(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<Kept>(inside, { kind: 'place', id });
		const [place] = await db.select().from(places).where(eq(places.id, id));
		if (!kept || !place) return;
		const pictures = await db.select({ key: placePictures.key }).from(placePictures).where(eq(placePictures.placeId, id));
		const keys = new Set(pictures.map(({ key }) => key));
		const content = {
			...kept.page.content,
			...{ state: place.state, awardedOn: place.awardedOn, networkStatement: place.networkStatement },
			pictures: kept.page.content.pictures.filter(({ key }) => keys.has(key))
		};
		const page = { ...kept.page, content, state: place.state, publishedBy: null, publishedAt: new Date(kept.page.publishedAt) };
		await db.insert(placePages).values(page).onConflictDoNothing();
		await recordEvent(inside, 'place.published', { subjectId: id, data: { step: 'restore' } });
	});
}
