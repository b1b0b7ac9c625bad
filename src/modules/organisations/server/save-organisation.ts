import { eq } from 'drizzle-orm';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ProfileInput } from '../forms.ts';
import { isRegistered } from '../organisation.ts';
import { mayEditOrganisation } from '../policy.ts';
import { findPlace } from './find-place.ts';
import { tell } from './internal/tell.ts';
import { organisations } from './tables.ts';

/** What an organisation says of itself. A municipality's name, place and sector come from the register and stay. */
export async function saveOrganisation(ctx: Ctx, { id, ort, ...input }: ProfileInput & { id: string }): Promise<void> {
	if (!mayEditOrganisation(ctx.actor, id))
		throw forbidden('Das Profil bearbeitet, wer in der Organisation einen Platz mit diesem Recht hat.');
	const place = ort ? await findPlace(ctx, ort) : null;
	if (ort && !place)
		throw refused('no-such-place', 'Diesen Ort kennen wir nicht. Bitte mit Postleitzahl oder Gemeindeschlüssel nennen.', 'ort');
	await ctx.db.transaction(async (db) => {
		const [known] = await db.select().from(organisations).where(eq(organisations.id, id)).for('update');
		if (!known) throw notFound();
		const { summary = null, website = null, sector = null, topics, offers, needs, name } = input;
		const own = isRegistered(known.kind) ? {} : { name, sector, placeAgs: place?.ags ?? known.placeAgs };
		const next: Partial<typeof known> = { summary, website, topics, offers, needs, ...own };
		const changed = Object.entries(next).filter(
			([key, value]) => JSON.stringify(known[key as keyof typeof known]) !== JSON.stringify(value)
		);
		if (!changed.length) return;
		await db
			.update(organisations)
			.set({ ...next, updatedAt: ctx.now })
			.where(eq(organisations.id, id));
		await tell({ ...ctx, db }, id, {
			kind: 'organisation.saved',
			before: Object.fromEntries(changed.map(([key]) => [key, known[key as keyof typeof known]])),
			after: Object.fromEntries(changed)
		});
	});
}
