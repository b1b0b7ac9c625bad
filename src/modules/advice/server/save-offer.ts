import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { checkMayShow } from '#modules/people/server/check-may-show.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { OfferInput } from '../forms.ts';
import { mayKeepOffers } from '../policy.ts';
import { checkRegion } from './internal/check-region.ts';
import { freeSlug } from './internal/free-slug.ts';
import { adviceOffers } from './tables.ts';

const most = 30;

/** Adds an offer of an organisation or changes one (`offerId`). Returns its id. */
export async function saveOffer(ctx: Ctx, organisationId: string, { offerId, shown, ...input }: OfferInput): Promise<string> {
	const { id: of } = await findOrganisation(ctx, organisationId);
	if (!mayKeepOffers(ctx.actor, of)) throw forbidden();
	await checkRegion(ctx, input);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const own = await db.select().from(adviceOffers).where(eq(adviceOffers.organisationId, of)).for('update');
		const before = own.find(({ id }) => id === offerId);
		if (offerId && !before) throw notFound();
		if (!before && own.length >= most) throw refused('too-many', `${most} Angebote genügen. Bitte ein vorhandenes ändern.`);
		const id = before?.id ?? newId();
		if (shown) await checkMayShow(inside, { kind: 'offer', id });
		const row = {
			...{ ...input, payNote: input.payNote ?? null, capacity: input.capacity ?? null },
			...{ publishedAt: shown ? (before?.publishedAt ?? ctx.now) : null, updatedAt: ctx.now }
		};
		if (before) await db.update(adviceOffers).set(row).where(eq(adviceOffers.id, id));
		else {
			const slug = await freeSlug(inside, adviceOffers, input.title);
			await db.insert(adviceOffers).values({ id, slug, organisationId: of, ...row, createdAt: ctx.now, createdBy: ctx.actor?.id });
		}
		await recordEvent(inside, 'advice-offer.saved', { subjectId: id, data: { title: input.title, shown } });
		return id;
	});
}
