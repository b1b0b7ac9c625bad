import { eq } from 'drizzle-orm';
import { abstainReview } from '#modules/judging/server/abstain-review.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { answerSupplement } from '#modules/judging/server/answer-supplement.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { findPrecheck } from '#modules/judging/server/find-precheck.ts';
import { hideNames } from '#modules/judging/server/hide-names.ts';
import { lockScores } from '#modules/judging/server/lock-scores.ts';
import { noteDeliberation } from '#modules/judging/server/note-deliberation.ts';
import { planPresentation } from '#modules/judging/server/plan-presentation.ts';
import { requestSupplement } from '#modules/judging/server/request-supplement.ts';
import { revealScores } from '#modules/judging/server/reveal-scores.ts';
import { saveChecks } from '#modules/judging/server/save-checks.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import { candidateFiles, supplements } from '#modules/judging/server/tables.ts';
import { takeOpened } from '#modules/judging/server/take-opened.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import type { Reader } from './hidden-cast.ts';
import { pdfOf, type Hidden } from './hidden-play.ts';

type Who = Exclude<Reader, 'guest'>;
const numbersOf = ({ at }: Hidden): number[] => [Number(at.firstNumber), Number(at.lastNumber)];

/** Whoever takes part says how they stand to these concepts, but for who stays silent. */
async function declareAll({ as, at, words }: Hidden, who: readonly Who[], conceptIds: readonly (string | undefined)[]): Promise<void> {
	for (const name of who) {
		const entries = conceptIds.map((conceptId = '') =>
			name === 'conflicted' && conceptId === at.first
				? ({ conceptId, kind: 'member', note: words.conflict } as const)
				: ({ conceptId, kind: 'none', note: '' } as const)
		);
		await declareConflicts(as(name), { id: at.id ?? '', input: { entries, forAll: true } });
	}
}

/** Finds every condition met. */
async function checkAll({ as, at, words }: Hidden, numbers: readonly number[]): Promise<void> {
	const [id, checker] = [at.id ?? '', as('checker')];
	const { frozen } = await loadFrozen(checker, id);
	for (const number of numbers) {
		const { version } = await findPrecheck(checker, { id, number });
		const checks = frozen.eligibility.map((one) => ({ conditionId: one.id, isMet: 'met' as const, note: words.check }));
		await saveChecks(checker, { id, number, input: { version, checks } });
	}
}

/** What has come in the first of two stages is checked; the jury has not been asked yet. */
export async function precheckSketches(hidden: Hidden): Promise<void> {
	const { as, at } = hidden;
	await takeOpened(as(null), at.id ?? '');
	await declareAll(hidden, ['lead', 'leadDeputy', 'checker'], [at.first, at.last, at.over]);
	await checkAll(hidden, [1, 2, 3]);
}

export async function precheck(hidden: Hidden): Promise<void> {
	const { as, at, words, store } = hidden;
	const id = at.id ?? '';
	await takeOpened(as(null), id);
	const declaring = ['lead', 'leadDeputy', 'checker', 'scored', 'scoring', 'conflicted', 'jurorDeputy', 'adviser', 'clerk'] as const;
	await declareAll(hidden, declaring, [at.first, at.last]);
	await checkAll(hidden, numbersOf(hidden));
	const number = Number(at.firstNumber);
	await requestSupplement(as('checker'), { id, number, input: { asks: `Es fehlt: ${words.asks}.`, until: as('checker', 5).now } });
	const [asked] = await as(null)
		.db.select()
		.from(supplements)
		.where(eq(supplements.conceptId, at.first ?? ''));
	const answered = { conceptId: at.first ?? '', supplementId: asked?.id ?? '', answer: words.answer, store };
	await answerSupplement(as('winner'), { ...answered, uploads: [pdfOf(words.answerFile)] });
	const [file] = await as(null)
		.db.select()
		.from(candidateFiles)
		.where(eq(candidateFiles.conceptId, at.first ?? ''));
	at.answerFile = file?.id ?? '';
	const { reading } = await findPrecheck(as('checker'), { id, number });
	at.file = reading.files.at(-1)?.id ?? '';
}

type Finding = { who: Who; number: number; reason: string; fromTop?: number; isDone?: boolean };
async function review({ as, at }: Hidden, { who, number, reason, fromTop = 0, isDone = true }: Finding): Promise<void> {
	const { frozen } = await loadFrozen(as(who), at.id ?? '');
	const scores = frozenLeaves(frozen).map(({ id: leafId, levels }, n) => {
		const level = Math.max(0, levels.length - 1 - fromTop - (n % 3 === 0 && fromTop ? 1 : 0));
		return { leafId, points: levels[level]?.points ?? 0, reason };
	});
	await saveReview(as(who), { id: at.id ?? '', number, input: { version: 0, confidence: 2, note: '', isDone, scores } });
}

export async function score(hidden: Hidden): Promise<void> {
	const { as, at, words } = hidden;
	const id = at.id ?? '';
	const [first = 0, last = 0] = numbersOf(hidden);
	for (const number of [first, last]) {
		const { hiding, version } = await findPrecheck(as('checker'), { id, number });
		const hide = [...hiding.words, words.group, words.contact, words.loser].join('\n');
		await hideNames(as('checker'), { id, number, input: { version, words: hide, released: [] } });
	}
	await admitCandidates(as('lead'), { id });
	await review(hidden, { who: 'scored', number: first, reason: words.review });
	await review(hidden, { who: 'scored', number: last, reason: 'Es reicht nicht.', fromTop: 1 });
	await review(hidden, { who: 'conflicted', number: last, reason: words.otherReview, fromTop: 1 });
	await review(hidden, { who: 'scoring', number: first, reason: words.unfinished, isDone: false });
}

export async function deliberate(hidden: Hidden): Promise<void> {
	const { as, at, words, memberOf } = hidden;
	const [id, lead] = [at.id ?? '', as('lead')];
	for (const who of ['scoring', 'silent'] as const)
		for (const conceptId of [at.first ?? '', at.last ?? ''])
			await abstainReview(lead, { id, memberId: memberOf[who] ?? '', conceptId, reason: words.abstained });
	await revealScores(lead, { id });
	const number = Number(at.firstNumber);
	await noteDeliberation(lead, { id, number, input: { version: 0, note: words.session } });
	await planPresentation(lead, { id, number, input: { startsAt: as('lead', 5).now, minutes: 15, place: 'Rathaus', note: words.talk } });
}

export const lock = ({ as, at }: Hidden): Promise<void> => lockScores(as('lead'), { id: at.id ?? '' });
