import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { authenticatorApps } from '#modules/people/server/tables.ts';
import { candidates, checks } from '#modules/judging/server/tables.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import type { ConflictKind } from '#modules/judging/judging.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import type { Stage } from './access/access.ts';
import { cast, type CastName } from './cast.ts';
import { applicants, plantOpened, putInto } from './published.ts';

export type Opened = Awaited<ReturnType<typeof plantOpened>>;

/** Whoever scores signs in with a second factor. */
export async function giveFactor({ db }: Pick<Stage, 'db'>, ...who: readonly Pick<Actor, 'id'>[]): Promise<void> {
	const rows = who.map(({ id }) => ({ personId: id, secret: 'nothing', lastStep: 0, createdAt: new Date('2026-01-01T00:00:00Z') }));
	await db.insert(authenticatorApps).values(rows).onConflictDoNothing();
}

/** Somebody says of every concept how they stand to it: no conflict unless told otherwise, for all steps. */
export async function declare(
	ctx: Ctx,
	{ id, conceptOf }: Pick<Opened, 'id' | 'conceptOf'>,
	kinds: Partial<Record<CastName, ConflictKind>> = {}
): Promise<void> {
	const entries = applicants.map((who) => ({ conceptId: conceptOf[who] ?? '', kind: kinds[who] ?? ('none' as const), note: 'weil' }));
	await declareConflicts(ctx, { id, input: { entries, forAll: true } });
}

/** A deputy for a member, entered when nothing is written into a procedure any more. */
export async function plantDeputy(
	{ db, as }: Stage,
	{ id, memberOf }: Opened,
	{ who, standsFor }: { who: CastName; standsFor: CastName }
): Promise<string> {
	const memberId = newId();
	const { name, email, id: personId } = cast[who];
	const deputyFor = memberOf[cast[standsFor].name] ?? null;
	await db
		.insert(procedureMembers)
		.values({ ...{ id: memberId, procedureId: id, role: 'deputy', name, email, personId, deputyFor }, createdAt: as(null).now });
	return memberId;
}

/** The numbers of the concepts, by who wrote them. */
export const numberOf: Record<(typeof applicants)[number], number> = { amira: 1, jonas: 2, hanna: 3 };

/** Everybody who takes part has declared that there is none, and the jury has its second factor. */
export async function plantJury(
	stage: Stage,
	state: 'precheck' | 'scoring' | 'deliberation' = 'scoring',
	over: Parameters<typeof plantOpened>[2] = {}
): Promise<Opened> {
	const opened = await plantOpened(stage, 'precheck', over);
	await giveFactor(stage, cast.oskar, cast.katrin, cast.mara);
	for (const who of ['ines', 'friedrich', 'oskar', 'katrin', 'mara'] as const) await declare(stage.as(who), opened);
	if (state === 'precheck') return opened;
	await stage.db
		.update(candidates)
		.set({ state: 'valid', checkedAt: stage.as(null).now, hiddenAt: stage.as(null).now })
		.where(eq(candidates.procedureId, opened.id));
	await putInto(stage, opened.id, state);
	return opened;
}

/** What a juror finds: every leaf on the same level, counted from the best. */
export async function reviewInput(ctx: Ctx, id: string, { version = 0, fromTop = 0, isDone = true } = {}) {
	const { frozen } = await loadFrozen(ctx, id);
	const scores = frozenLeaves(frozen).map(({ id: leafId, levels }) => ({
		leafId,
		points: levels.at(-1 - fromTop)?.points ?? 0,
		reason: 'Weil es trägt.'
	}));
	return { version, confidence: 2, note: '', isDone, scores };
}

/** These jurors hand in what they find of all concepts. */
export async function scoreAll(stage: Stage, { id }: Opened, jurors: readonly CastName[] = ['oskar', 'katrin', 'mara']): Promise<void> {
	for (const [n, who] of jurors.entries())
		for (const number of [1, 2, 3])
			await saveReview(stage.as(who), { id, number, input: await reviewInput(stage.as(who), id, { fromTop: n % 2 }) });
}

/** Every condition of every concept is met, and what stays hidden was looked through. */
export async function settleChecks({ db, as }: Stage, { id }: Pick<Opened, 'id'>): Promise<void> {
	const { frozen } = await loadFrozen(as(null), id);
	const rows = await db
		.update(candidates)
		.set({ checkedAt: as(null).now, hiddenAt: as(null).now })
		.where(eq(candidates.procedureId, id))
		.returning({ conceptId: candidates.conceptId });
	const met = rows.flatMap(({ conceptId }) =>
		frozen.eligibility.map((condition) => ({ conceptId, conditionId: condition.id, isMet: 'met' as const, at: as(null).now }))
	);
	if (met.length) await db.insert(checks).values(met);
}
