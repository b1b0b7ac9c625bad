import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayRunPlaces } from '../policy.ts';
import { placeFor } from './internal/place-for.ts';
import { placePages, places } from './tables.ts';

/** "Ein echter Heller Ort, weil …": the network's own words, shown at once where the page is public; and its note, which never is. */
export async function saveStatement(
	ctx: Ctx,
	{ id, networkStatement, internalNote }: { id: string; networkStatement?: string; internalNote?: string }
): Promise<void> {
	await placeFor(ctx, id, (actor, _place, standing) => mayRunPlaces(actor, standing));
	const words = networkStatement ?? null;
	await ctx.db.transaction(async (db) => {
		await db
			.update(places)
			.set({ networkStatement: words, internalNote: internalNote ?? null })
			.where(eq(places.id, id));
		await db
			.update(placePages)
			.set({ content: sql`${placePages.content} || ${JSON.stringify({ networkStatement: words })}::jsonb` })
			.where(eq(placePages.placeId, id));
		await recordEvent({ ...ctx, db }, 'place.statement', { subjectId: id });
	});
}
