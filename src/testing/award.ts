import { and, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import type { Store } from '#lib/server/store.ts';
import { decideAward, type DecideInput } from '#modules/awards/server/decide-award.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { conflictDeclarations, reviews, reviewScores } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Stage } from './access/access.ts';
import { cast, type CastName } from './cast.ts';
import { plantLocked } from './published.ts';

/** A resolution as somebody scans it. */
export const pdf = { name: 'beschluss.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') };

/** A store in memory, and what lies in it. */
export function keptFiles(): { store: Store; kept: Map<string, Uint8Array> } {
	const kept = new Map<string, Uint8Array>();
	const store: Store = {
		put: async (key, bytes) => void kept.set(key, bytes),
		get: async (key) => kept.get(key) ?? null,
		stream: async () => null,
		delete: async (key) => void kept.delete(key),
		stat: async (key) => (kept.has(key) ? { bytes: kept.get(key)?.length ?? 0 } : null),
		keys: async function* () {
			yield* kept.keys();
		}
	};
	return { store, kept };
}

/** What a clerk types after the council has met. */
export const decideInput = ({ awarded = '', ...over }: Partial<DecideInput> = {}): DecideInput => ({
	...{ body: 'Die Stadtverordnetenversammlung', decidedOn: '2026-11-22', votesFor: 14, votesAgainst: 3, abstentions: 1 },
	...{ reasons: 'Das Konzept trägt den Betrieb.', deviation: '', reserves: [] },
	awarded,
	...over
});

export type Locked = Awaited<ReturnType<typeof plantLocked>>;
type Over = Parameters<typeof plantLocked>[1];
export const words = { recommendation: 'Der Werkhof trägt am weitesten.', dissent: '', reasons: new Map<string, string>() };
/** The same person so many days later. */
export const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });

/** With the recommendation of the jury: Amira, Jonas, Hanna, in this order. */
export async function plantRecommended(stage: Stage, over: Over = {}): Promise<Locked> {
	const planted = await plantLocked(stage, over);
	await recommendAward(stage.as('ines'), { id: planted.id, input: words });
	return planted;
}

/** Amira gets it and Jonas waits, unless told otherwise. */
export const decide = (ctx: Ctx, { id, conceptOf }: Pick<Locked, 'id' | 'conceptOf'>, over: Partial<DecideInput> = {}): Promise<void> =>
	decideAward(ctx, {
		...{ id, store: keptFiles().store, upload: pdf },
		input: decideInput({ awarded: conceptOf.amira, reserves: [conceptOf.jonas ?? ''], decidedOn: dayOf(ctx.now), ...over })
	});

export async function plantDecided(stage: Stage, over: Over = {}): Promise<Locked> {
	const planted = await plantRecommended(stage, over);
	await decide(stage.as('ines'), planted);
	return planted;
}

/** Gives a concept the same points as another. */
export async function makeEqual({ db }: Stage, { conceptOf }: Locked, [who, as]: readonly [CastName, CastName]): Promise<void> {
	const of = (name: CastName) =>
		db
			.select()
			.from(reviews)
			.where(eq(reviews.conceptId, conceptOf[name] ?? ''));
	const models = new Map((await of(as)).map((row) => [row.memberId, row.id]));
	for (const review of await of(who)) {
		const scores = await db
			.select()
			.from(reviewScores)
			.where(eq(reviewScores.reviewId, models.get(review.memberId) ?? ''));
		for (const { leafId, points } of scores)
			await db
				.update(reviewScores)
				.set({ points })
				.where(and(eq(reviewScores.reviewId, review.id), eq(reviewScores.leafId, leafId)));
	}
}

/** Says of somebody whether they have a conflict with Amira's concept. */
export async function declare(
	{ db }: Stage,
	{ id, memberOf, conceptOf }: Locked,
	said: { who: CastName; kind: 'family' | 'none'; at: Date }
): Promise<void> {
	const [conceptId, memberId] = [conceptOf.amira ?? '', memberOf[cast[said.who].name] ?? ''];
	await db
		.insert(conflictDeclarations)
		.values({ id: newId(), procedureId: id, conceptId, memberId, step: 'scoring', kind: said.kind, at: said.at });
}
