import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { freshnessAsks } from '#modules/freshness/server/tables.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { contactPoints, seats } from '#modules/organisations/server/tables.ts';
import { angermuende, organisationOf } from './cast.ts';
import { plantSpace, type PlantedSpace } from './spaces.ts';
import { now } from './world.ts';

export const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** A public house that somebody confirmed so many days ago. */
export async function plantAged(db: Db, days: number, { property = {}, ...space }: PlantedSpace = {}) {
	const at = daysAgo(days);
	return plantSpace(db, {
		...{ lastConfirmedAt: at, publishedAt: at, ...space },
		property: { lastConfirmedAt: at, publishedAt: at, isMunicipal: true, slug: null, ...property }
	});
}

/** The same where the town has nobody with an account, only a contact point: it was asked by mail. `link` is what stood in it. */
export async function plantMailed(db: Db, days = 200) {
	const organisationId = organisationOf(angermuende);
	await db
		.update(seats)
		.set({ endsAt: daysAgo(900) })
		.where(eq(seats.organisationId, organisationId));
	await db.insert(contactPoints).values({
		...{ id: newId(), organisationId, unit: 'Bauamt', role: 'Auskunft', email: 'bauamt@angermuende.example' },
		...{ publicVisibility: 'public', updatedAt: now }
	});
	const space = await plantAged(db, days);
	await tendFreshness({ db, actor: null, now });
	const [ask] = await db.select().from(freshnessAsks).where(eq(freshnessAsks.entryId, space.id));
	if (!ask) throw new Error('nobody was asked');
	const link = await signLink({ db, now }, { purpose: 'still-true', data: { subject: ask.subject }, days: 300 });
	return { space, ask, link };
}

type Pair = Pick<typeof matches.$inferInsert, 'spaceId' | 'requestId' | 'state'>;
export async function plantMatch(db: Db, pair: Pair): Promise<void> {
	await db.insert(matches).values({ ...pair, id: newId(), score: 80, reliability: 8, criteria: [], algorithmVersion: 1, computedAt: now });
}
