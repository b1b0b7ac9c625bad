import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { isBlank } from '../criteria.ts';
import type { CatalogueInput } from '../forms-award.ts';
import { draftCatalogue } from './internal/draft-catalogue.ts';
import { placeCatalogues } from './tables.ts';

/** Keeps what stands around the criteria: the attitude that comes first, and how many of the optional ones are asked for. */
export async function saveCatalogue(ctx: Ctx, { slug, input }: { slug: string; input: CatalogueInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const draft = await draftCatalogue({ ...ctx, db }, slug);
		const { attitude = '', minOthers = 5, change = null } = input;
		await db.update(placeCatalogues).set({ attitude, minOthers, change, updatedAt: ctx.now }).where(eq(placeCatalogues.id, draft.id));
	});
}

/** Makes the version that was worked on the one that counts from now on. Running applications keep the version they began with. Returns its number. */
export async function publishCatalogue(ctx: Ctx, slug: string): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const draft = await draftCatalogue({ ...ctx, db }, slug);
		if (draft.isNew) throw refused('no-draft', 'Es gibt nichts Neues zu veröffentlichen: Alles steht schon in der geltenden Fassung.');
		if (!draft.attitude.trim())
			throw refused('attitude-missing', 'Es fehlt die Haltung, die allen Kriterien vorangeht, in ein, zwei Sätzen.', 'attitude');
		if (draft.criteria.every(isBlank)) throw refused('all-blank', 'Noch ist kein Kriterium ausgefüllt.');
		const others = draft.criteria.filter(({ obligation }) => obligation === 'should').length;
		if (draft.minOthers > others)
			throw refused('rule-too-high', `Verlangt werden ${draft.minOthers} wählbare Kriterien, es gibt aber nur ${others}.`, 'minOthers');
		await db.update(placeCatalogues).set({ publishedAt: ctx.now, updatedAt: ctx.now }).where(eq(placeCatalogues.id, draft.id));
		await recordEvent({ ...ctx, db }, 'places.criteria_published', { subjectId: draft.networkId, data: { version: draft.version } });
		return draft.version;
	});
}
