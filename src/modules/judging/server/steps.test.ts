import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { deadlineOf } from '#modules/procedures/frozen.ts';
import { states, type State } from '#modules/procedures/procedure.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { declare, plantDeputy, plantJury, reviewInput, scoreAll, settleChecks, type Opened } from '#testing/jury.ts';
import { plantOpened, putInto } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import { admitCandidates } from './admit-candidates.ts';
import { declareConflicts } from './declare-conflicts.ts';
import { excludeCandidate } from './exclude-candidate.ts';
import { findPresentation, findWaiting } from './find-supplement.ts';
import { inviteCandidates } from './invite-candidates.ts';
import { isScoreLocked } from './is-locked.ts';
import { loadVotes } from './load-votes.ts';
import { lockScores, reopenScores } from './lock-scores.ts';
import { noteDeliberation } from './note-deliberation.ts';
import { cancelPresentation, planPresentation } from './plan-presentation.ts';
import { remindJury } from './remind-jury.ts';
import { requestSupplement } from './request-supplement.ts';
import { revealScores } from './reveal-scores.ts';
import { saveChecks } from './save-checks.ts';
import { saveReview } from './save-review.ts';
import { setConflict } from './set-conflict.ts';
import { candidates } from './tables.ts';
import { takeOpened } from './take-opened.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const later = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() + days * 86_400_000);

/** Every act with the states in which it is allowed; in all others it is refused. */
const acts: Record<string, { in: State[]; who: 'ines' | 'oskar'; run: (ctx: Ctx, id: string) => Promise<unknown> }> = {
	check: { in: ['precheck'], who: 'ines', run: (ctx, id) => saveChecks(ctx, { id, number: 1, input: { version: 1, checks: [] } }) },
	supplement: {
		in: ['precheck'],
		who: 'ines',
		run: (ctx, id) => requestSupplement(ctx, { id, number: 1, input: { asks: 'Plan', until: later(ctx, 3) } })
	},
	exclude: { in: ['precheck'], who: 'ines', run: (ctx, id) => excludeCandidate(ctx, { id, number: 1, input: { reason: 'leer' } }) },
	admit: { in: ['precheck'], who: 'ines', run: (ctx, id) => admitCandidates(ctx, { id }) },
	score: { in: ['scoring'], who: 'oskar', run: async (ctx, id) => saveReview(ctx, { id, number: 1, input: await reviewInput(ctx, id) }) },
	remind: { in: ['scoring'], who: 'ines', run: (ctx, id) => remindJury(ctx, { id }) },
	reveal: { in: ['scoring'], who: 'ines', run: (ctx, id) => revealScores(ctx, { id }) },
	note: {
		in: ['deliberation'],
		who: 'ines',
		run: (ctx, id) => noteDeliberation(ctx, { id, number: 1, input: { version: 0, note: 'so' } })
	},
	present: {
		in: ['deliberation'],
		who: 'ines',
		run: (ctx, id) => planPresentation(ctx, { id, number: 1, input: { startsAt: later(ctx, 3), minutes: 15, place: 'Rathaus', note: '' } })
	},
	lock: { in: ['deliberation'], who: 'ines', run: (ctx, id) => lockScores(ctx, { id }) }
};

test.for(Object.entries(acts))('%s is possible in its states alone', async ([, act], { as, db }) => {
	const { id } = await plantJury({ as, db }, 'precheck');
	for (const state of Object.keys(states) as State[]) {
		if (act.in.includes(state) || state === 'discarded') continue;
		await putInto({ as, db }, id, state);
		expect(await refusalOf(act.run(as(act.who), id)), state).toMatch(/^409 (not-now|not-from-here)$/);
	}
});

const choicesOf = ({ conceptOf }: Opened) =>
	(['amira', 'jonas', 'hanna'] as const).map((who) => ({
		conceptId: conceptOf[who] ?? '',
		isChosen: who !== 'hanna',
		reason: `Grund für ${who}`
	}));

test('the first of two stages ends with a choice for everybody, a reason each, and a box for the second', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck', { kind: 'two_stage' });
	const { id } = opened;
	const input = { until: later(as('ines'), 300), choices: choicesOf(opened) };
	expect(await refusalOf(inviteCandidates(as('ines'), { id, input }))).toBe('409 not-settled');
	await settleChecks({ as, db }, opened);
	expect(await refusalOf(inviteCandidates(as('ines'), { id, input: { ...input, choices: input.choices.slice(1) } }))).toBe('409 not-all');
	expect(await refusalOf(inviteCandidates(as('ines'), { id, input: { ...input, until: later(as('ines'), 100) } }))).toBe('422 promised');
	const late = { ...as('ines'), now: later(as('ines'), 295) };
	expect(await refusalOf(inviteCandidates(late, { id, input }))).toBe('422 too-short');
	expect(
		await refusalOf(
			inviteCandidates(as('ines'), { id, input: { ...input, choices: input.choices.map((one) => ({ ...one, isChosen: false })) } })
		)
	).toBe('409 nobody');
	expect(await refusalOf(admitCandidates(as('ines'), { id }))).toBe('409 not-from-here');
	await inviteCandidates(as('ines'), { id, input });
	const [row] = await db.select().from(procedures).where(eq(procedures.id, id));
	expect(row).toMatchObject({ state: 'open', round: 2, deadline: input.until });
	const { frozen, version } = await loadFrozen(as(null), id);
	expect([version, deadlineOf(frozen, 2)]).toEqual([2, input.until]);
	expect(
		(await db.select({ round: seals.round, kind: seals.kind }).from(seals).where(eq(seals.subjectId, id)))
			.map(({ round, kind }) => `${round} ${kind}`)
			.sort()
	).toEqual(['1 concepts', '2 concepts']);
	const chosen = await db.select({ at: candidates.invitedAt }).from(candidates).where(eq(candidates.procedureId, id));
	expect(chosen.filter(({ at }) => at !== null)).toHaveLength(2);
	const told = (who: 'amira' | 'hanna') => db.select().from(notices).where(eq(notices.personId, cast[who].id));
	expect(JSON.stringify(await told('amira'))).toContain('Ihr seid in der zweiten Stufe');
	expect(JSON.stringify(await told('hanna'))).toContain('Grund für hanna');
	expect(JSON.stringify(await told('hanna'))).not.toContain('Grund für amira');
});

test('a lead with a conflict leaves the choice to the deputy', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck', { kind: 'two_stage' });
	const { id, conceptOf, memberOf } = opened;
	await settleChecks({ as, db }, opened);
	await plantDeputy({ as, db }, opened, { who: 'renate', standsFor: 'ines' });
	await declare(as('renate'), opened);
	await setConflict(as('renate'), {
		id,
		memberId: memberOf[cast.ines.name] ?? '',
		conceptId: conceptOf.jonas ?? '',
		kind: 'family',
		reason: 'Schwager.'
	});
	const input = { until: later(as('ines'), 300), choices: choicesOf(opened) };
	expect(await refusalOf(inviteCandidates(as('ines'), { id, input }))).toBe('409 conflict');
	expect(await refusalOf(excludeCandidate(as('ines'), { id, number: 2, input: { reason: 'so' } }))).toBe('404 not-found');
	await inviteCandidates(as('renate'), { id, input });
});

test('what was opened becomes a candidate once, and what is one already stays as it is', async ({ as, db }) => {
	const { id, conceptOf } = await plantOpened({ as, db });
	await db.delete(candidates).where(eq(candidates.conceptId, conceptOf.amira ?? ''));
	await db
		.update(candidates)
		.set({ state: 'excluded' })
		.where(eq(candidates.conceptId, conceptOf.jonas ?? ''));
	await takeOpened(as(null), id);
	await takeOpened(as(null), id);
	const rows = await db
		.select({ id: candidates.conceptId, state: candidates.state })
		.from(candidates)
		.where(eq(candidates.procedureId, id));
	expect(Object.fromEntries(rows.map((row) => [row.id, row.state]))).toEqual({
		[conceptOf.amira ?? '']: 'unchecked',
		[conceptOf.jonas ?? '']: 'excluded',
		[conceptOf.hanna ?? '']: 'unchecked'
	});
});

test('a group hears when it presents and when it does not, and two groups never at the same time', async ({ as, db }) => {
	const { id, conceptOf } = await plantJury({ as, db }, 'deliberation');
	const input = { startsAt: later(as('ines'), 3), minutes: 15, place: 'Rathaus', note: '' };
	await planPresentation(as('ines'), { id, number: 1, input });
	expect(await refusalOf(planPresentation(as('ines'), { id, number: 2, input }))).toBe('422 clash');
	expect(await refusalOf(planPresentation(as('ines'), { id, number: 2, input: { ...input, startsAt: later(as('ines'), -1) } }))).toBe(
		'422 past'
	);
	expect((await findPresentation(as('amira'), conceptOf.amira ?? '')).slot).toMatchObject({ place: 'Rathaus', isCancelled: false });
	for (const who of ['jonas', 'ines', 'oskar', 'renate'] as const)
		expect(await refusalOf(findPresentation(as(who), conceptOf.amira ?? '')), who).toBe('404 not-found');
	const ahead = async () => (await findWaiting(as('amira'), conceptOf.amira ?? '')).startsAt;
	expect(await ahead()).toEqual(input.startsAt);
	await cancelPresentation(as('ines'), { id, number: 1, reason: 'Der Saal ist gesperrt.' });
	expect(await ahead()).toBeNull();
	await planPresentation(as('ines'), { id, number: 2, input });
	const told = await db.select().from(notices).where(eq(notices.personId, cast.amira.id));
	expect(
		told
			.filter(({ kind }) => kind.startsWith('judging.'))
			.map(({ data }) => data.title)
			.sort()
	).toEqual(['Eure Vorstellung fällt aus', 'Ihr stellt Euer Konzept vor']);
});

test('points open again only until an offer was opened', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'scoring', { priceRule: 'weighted', price: 100, priceFull: 200, priceShare: 300 });
	const { id } = opened;
	await scoreAll({ as, db }, opened);
	await revealScores(as('ines'), { id });
	expect(await isScoreLocked(as(null), id)).toBe(false);
	await lockScores(as('ines'), { id });
	expect(await isScoreLocked(as(null), id)).toBe(true);
	await db
		.update(seals)
		.set({ openedAt: as(null).now })
		.where(eq(seals.kind, 'offers'));
	expect(await refusalOf(reopenScores(as('ines'), { id, reason: 'so' }))).toBe('409 offers-open');
	expect((await loadVotes(as(null), id)).every(({ leaves }) => Object.values(leaves).every((points) => points.length === 3))).toBe(true);
});

test('a conflict of the first stage holds for the concept of the second that comes from it', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck', { kind: 'two_stage' });
	const { id, memberOf, conceptOf } = opened;
	await settleChecks({ as, db }, opened);
	const wish = { id, memberId: memberOf[cast.oskar.name] ?? '', kind: 'adviser', reason: 'Berät die Gruppe.' } as const;
	await setConflict(as('ines'), { ...wish, conceptId: conceptOf.amira ?? '' });
	await inviteCandidates(as('ines'), { id, input: { until: later(as('ines'), 300), choices: choicesOf(opened) } });
	const opening = { state: 'opened', number: 1, openedAt: as(null).now, draft: null } as const;
	const next = await db
		.update(concepts)
		.set(opening)
		.where(eq(concepts.fromId, conceptOf.amira ?? ''))
		.returning();
	const conceptId = next[0]?.id ?? '';
	const [first] = await db
		.select()
		.from(conceptContents)
		.where(eq(conceptContents.conceptId, conceptOf.amira ?? ''));
	await db.insert(conceptContents).values({ ...(first as typeof conceptContents.$inferInsert), conceptId });
	await putInto({ as, db }, id, 'precheck');
	const none = { entries: [{ conceptId, kind: 'none' as const, note: '' }], forAll: true };
	expect(await refusalOf(declareConflicts(as('oskar'), { id, input: none }))).toBe('422 set-by-other');
	await declareConflicts(as('katrin'), { id, input: none });
	await setConflict(as('ines'), { ...wish, conceptId, kind: 'none' });
	await declareConflicts(as('oskar'), { id, input: none });
});
