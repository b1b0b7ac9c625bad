import { inArray } from 'drizzle-orm';
import type { Pool } from 'pg';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { monthOf } from '#modules/advice/offer.ts';
import { adviceExperts, adviceOffers, advicePlaces, fundingProgrammes } from '#modules/advice/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { experts, offers } from './offers.ts';
import { programmes } from './programmes.ts';

const day = 86_400_000;
const askers = [cast.friedrich, cast.katrin, cast.mara, cast.jonas, cast.hanna].map(({ id }) => id);

async function placeProgrammes(db: Db, now: Date): Promise<void> {
	const today = dayOf(now);
	await db.insert(fundingProgrammes).values(
		programmes.map(({ reviewed, due, isDraft, ...row }) => ({
			...{ id: newId(), isDemo: true, ...row },
			...{
				reviewedOn: dayAfter(today, -reviewed),
				reviewedBy: cast.oskar.id,
				nextDeadline: due === undefined ? null : dayAfter(today, due)
			},
			...{ publishedAt: isDraft ? null : new Date(now.getTime() - 500 * day), createdBy: cast.oskar.id },
			...{ createdAt: new Date(now.getTime() - 520 * day), updatedAt: new Date(now.getTime() - reviewed * day) }
		}))
	);
}

/** Eight programmes, six offers and eight people who know; some of it old, some of it full. All invented. */
export async function placeAdvice(pool: Pool, now: Date): Promise<void> {
	const db = openDb(pool);
	await placeProgrammes(db, now);
	const slugs = [...new Set([...offers, ...experts].map(({ of }) => of))];
	const rows = await db
		.select({ id: organisations.id, slug: organisations.slug })
		.from(organisations)
		.where(inArray(organisations.slug, slugs));
	const idOf = new Map(rows.map(({ id, slug }) => [slug, id]));
	const began = new Date(now.getTime() - 90 * day);
	const common = { isDemo: true, createdAt: began, updatedAt: began };
	for (const { of, taken = 0, ...offer } of offers) {
		const [id, organisationId] = [newId(), idOf.get(of)];
		if (!organisationId) continue;
		await db.insert(adviceOffers).values({ ...common, ...offer, id, organisationId, publishedAt: began });
		const places = askers.slice(0, taken).map((personId) => ({ id: newId(), offerId: id, personId, month: monthOf(now), createdAt: now }));
		if (places.length) await db.insert(advicePlaces).values(places);
	}
	for (const { of, isSilent, ...expert } of experts) {
		const organisationId = idOf.get(of);
		const agreed = isSilent ? {} : { consent: 'Mail an das Netzwerkbüro (erfunden)', releasedAt: began };
		if (organisationId) await db.insert(adviceExperts).values({ ...common, ...expert, ...agreed, id: newId(), organisationId });
	}
}
