import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { freshnessAsks } from '#modules/freshness/server/tables.ts';
import { addDays } from '#modules/freshness/freshness.ts';
import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { contactPoints, seats } from '#modules/organisations/server/tables.ts';
import { reports } from '#modules/reports/server/tables.ts';
import { angermuende, organisationOf } from './cast.ts';
import { ownerInput, ownershipInput } from './owners.ts';
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
	return { space, ask, link: await linkOf(db, ask) };
}

/** Somebody reported this house and, unless said otherwise, agreed to be asked again. */
export async function plantWitness(db: Db, propertyId: string, { askLaterAt = daysAgo(300) }: { askLaterAt?: Date | null } = {}) {
	const [report] = await db
		.insert(reports)
		.values({
			...{ id: newId(), tokenHash: newId(), state: 'accepted', ags: angermuende, propertyId, reporterEmail: 'nachbarin@post.example' },
			...{ askLaterAt, createdAt: daysAgo(300), sentAt: daysAgo(300), forgetAt: addDays(now, 65) }
		})
		.returning();
	if (!report) throw new Error('no report');
	return report;
}

/** The owner of this house as its municipality knows them, with a mail address. Returns their id. */
export const plantMailOwner = (ctx: Ctx, propertyId: string, typed: Record<string, unknown> = {}) =>
	addOwner(ctx, { propertyId, owner: ownerInput({ email: 'erbin@post.example', ...typed }), ownership: ownershipInput() });

/** The link that stood in the mail about this question. */
export const linkOf = (db: Db, { subject }: { subject: string }) =>
	signLink({ db, now }, { purpose: 'still-true', data: { subject }, days: 300 });

type Pair = Pick<typeof matches.$inferInsert, 'spaceId' | 'requestId' | 'state'>;
export async function plantMatch(db: Db, pair: Pair): Promise<void> {
	await db.insert(matches).values({ ...pair, id: newId(), score: 80, reliability: 8, criteria: [], algorithmVersion: 1, computedAt: now });
}
