import { eq } from 'drizzle-orm';
import { abstainReview } from '#modules/judging/server/abstain-review.ts';
import { acceptNomination } from '#modules/judging/server/accept-nomination.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { answerSupplement } from '#modules/judging/server/answer-supplement.ts';
import { changeScore } from '#modules/judging/server/change-score.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { excludeCandidate } from '#modules/judging/server/exclude-candidate.ts';
import { findDeliberation } from '#modules/judging/server/find-deliberation.ts';
import { hideNames } from '#modules/judging/server/hide-names.ts';
import { inviteCandidates } from '#modules/judging/server/invite-candidates.ts';
import { lockScores } from '#modules/judging/server/lock-scores.ts';
import { noteDeliberation } from '#modules/judging/server/note-deliberation.ts';
import { planPresentation } from '#modules/judging/server/plan-presentation.ts';
import { planTalk } from '#modules/judging/server/plan-talk.ts';
import { releaseMember } from '#modules/judging/server/release-member.ts';
import { remindJury } from '#modules/judging/server/remind-jury.ts';
import { requestSupplement } from '#modules/judging/server/request-supplement.ts';
import { revealScores } from '#modules/judging/server/reveal-scores.ts';
import { saveChecks } from '#modules/judging/server/save-checks.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import { setConflict } from '#modules/judging/server/set-conflict.ts';
import { substituteJuror } from '#modules/judging/server/substitute-juror.ts';
import { supplements } from '#modules/judging/server/tables.ts';
import { withdrawJuror } from '#modules/judging/server/withdraw-juror.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { cast } from '../cast.ts';
import { plantDeputy, plantJury, reviewInput, scoreAll, settleChecks, type Opened } from '../jury.ts';
import type { Command, Commands, Role, Stage } from './access.ts';
import { late, maraIn, plantNomination } from './procedures-people.ts';

/** Ines leads and Friedrich checks; Oskar scores. The administrator and everybody else are named in nothing and find nothing. */
const leads: readonly Role[] = ['editor'];
const checks: readonly Role[] = ['editor', 'otherEditor'];
const scores: readonly Role[] = ['office'];

type Jury = { state: 'precheck' | 'scoring' | 'deliberation'; before?: (stage: Stage, opened: Opened) => Promise<unknown> };
const inJury = (allowed: readonly Role[], { state, before }: Jury, run: (ctx: Ctx, opened: Opened) => Promise<unknown>): Command => ({
	allowed,
	arrange: async (stage) => {
		const opened = await plantJury(stage, state);
		await before?.(stage, opened);
		return (ctx) => run(ctx, opened);
	}
});
const later = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() + days * 86_400_000);
const nothing = {
	put: async () => {},
	get: async () => null,
	stream: async () => null,
	delete: async () => {},
	stat: async () => null,
	keys: async function* () {}
};
const maraOf = ({ memberOf }: Opened) => memberOf[cast.mara.name] ?? '';
const reveal = async (stage: Stage, opened: Opened) => {
	await stage.db.update(procedures).set({ state: 'scoring' }).where(eq(procedures.id, opened.id));
	await scoreAll(stage, opened);
	await stage.db.update(procedures).set({ state: 'deliberation' }).where(eq(procedures.id, opened.id));
};

export const commands: Commands = {
	'abstain-review': inJury(leads, { state: 'scoring' }, (ctx, opened) =>
		abstainReview(ctx, { id: opened.id, memberId: maraOf(opened), conceptId: opened.conceptOf.amira ?? '', reason: 'Krank.' })
	),
	'accept-nomination': {
		allowed: ['owner'],
		arrange: async (stage) => {
			const nominationId = await plantNomination(stage);
			return (ctx) => acceptNomination(ctx, { nominationId });
		}
	},
	'admit-candidates': inJury(leads, { state: 'precheck', before: settleChecks }, (ctx, { id }) => admitCandidates(ctx, { id })),
	'answer-supplement': inJury(
		['maker'],
		{
			state: 'precheck',
			before: ({ as }, { id }) =>
				requestSupplement(as('ines'), { id, number: 1, input: { asks: 'Der Plan.', until: later(as('ines'), 5) } })
		},
		async (ctx, { conceptOf }) => {
			const [asked] = await ctx.db.select().from(supplements);
			await answerSupplement(ctx, {
				conceptId: conceptOf.amira ?? '',
				supplementId: asked?.id ?? '',
				answer: 'Hier.',
				uploads: [],
				store: nothing
			});
		}
	),
	'change-score': inJury(scores, { state: 'deliberation', before: reveal }, async (ctx, opened) => {
		const memberId = opened.memberOf[cast.oskar.name] ?? '';
		const { table } = await findDeliberation(ctx, { id: opened.id, number: 1 });
		const { leaf, cells } = table[0] ?? {};
		const was = cells?.find((cell) => cell.memberId === memberId)?.points ?? 0;
		const input = { leafId: leaf?.id ?? '', memberId, was, points: leaf?.levels[0]?.points ?? 0, changeReason: 'Das Dach.' };
		await changeScore(ctx, { id: opened.id, number: 1, input });
	}),
	'declare-conflicts': inJury(['editor', 'otherEditor', 'office'], { state: 'precheck' }, (ctx, { id, conceptOf }) =>
		declareConflicts(ctx, { id, input: { forAll: true, entries: [{ conceptId: conceptOf.amira ?? '', kind: 'none', note: '' }] } })
	),
	'exclude-candidate': inJury(checks, { state: 'precheck' }, (ctx, { id }) =>
		excludeCandidate(ctx, { id, number: 1, input: { reason: 'Leer.' } })
	),
	'hide-names': inJury(checks, { state: 'precheck' }, (ctx, { id }) =>
		hideNames(ctx, { id, number: 1, input: { version: 1, words: 'Werkhof', released: [] } })
	),
	'invite-candidates': {
		allowed: leads,
		arrange: async (stage) => {
			const { id, conceptOf } = await plantJury(stage, 'precheck', { kind: 'two_stage' });
			await settleChecks(stage, { id });
			const choices = Object.values(conceptOf).map((conceptId) => ({ conceptId, isChosen: true, reason: 'Passt.' }));
			return (ctx) => inviteCandidates(ctx, { id, input: { until: later(ctx, 300), choices } });
		}
	},
	'lock-scores': inJury(leads, { state: 'deliberation', before: reveal }, (ctx, { id }) => lockScores(ctx, { id })),
	'note-deliberation': inJury(checks, { state: 'deliberation' }, (ctx, { id }) =>
		noteDeliberation(ctx, { id, number: 1, input: { version: 0, note: 'Lang geredet.' } })
	),
	'plan-presentation': inJury(leads, { state: 'deliberation' }, (ctx, { id }) =>
		planPresentation(ctx, { id, number: 1, input: { startsAt: later(ctx, 5), minutes: 15, place: 'Rathaus', note: '' } })
	),
	'plan-talk': {
		allowed: leads,
		arrange: async (stage) => {
			const opened = await plantJury(stage, 'precheck', { kind: 'two_stage' });
			await stage.db.update(procedures).set({ kind: 'with_dialogue' }).where(eq(procedures.id, opened.id));
			await settleChecks(stage, opened);
			const ines = stage.as('ines');
			const choices = Object.values(opened.conceptOf).map((conceptId) => ({ conceptId, isChosen: true, reason: 'Passt.' }));
			await inviteCandidates(ines, { id: opened.id, input: { until: later(ines, 300), choices } });
			return (ctx) =>
				planTalk(ctx, { id: opened.id, number: 1, input: { startsAt: later(ctx, 5), minutes: 45, place: 'Rathaus', note: '' } });
		}
	},
	'release-member': late((ctx, planted) => releaseMember(ctx, { id: planted.id, memberId: maraIn(planted), reason: 'Zieht weg.' })),
	'remind-jury': inJury(leads, { state: 'scoring' }, (ctx, { id }) => remindJury(ctx, { id })),
	'request-supplement': inJury(checks, { state: 'precheck' }, (ctx, { id }) =>
		requestSupplement(ctx, { id, number: 1, input: { asks: 'Der Plan.', until: later(ctx, 5) } })
	),
	'reveal-scores': inJury(leads, { state: 'scoring', before: scoreAll }, (ctx, { id }) => revealScores(ctx, { id })),
	'save-checks': inJury(checks, { state: 'precheck' }, (ctx, { id }) =>
		saveChecks(ctx, { id, number: 1, input: { version: 1, checks: [] } })
	),
	'save-review': inJury(scores, { state: 'scoring' }, async (ctx, { id }) =>
		saveReview(ctx, { id, number: 1, input: await reviewInput(ctx, id) })
	),
	'set-conflict': inJury(leads, { state: 'scoring' }, (ctx, opened) =>
		setConflict(ctx, {
			id: opened.id,
			memberId: maraOf(opened),
			conceptId: opened.conceptOf.amira ?? '',
			kind: 'member',
			reason: 'Im Verein.'
		})
	),
	'substitute-juror': inJury(
		leads,
		{ state: 'scoring', before: (stage, opened) => plantDeputy(stage, opened, { who: 'jonas', standsFor: 'mara' }) },
		(ctx, opened) => substituteJuror(ctx, { id: opened.id, memberId: maraOf(opened), reason: 'Krank.' })
	),
	'sweep-candidate-files': { allowed: 'system', why: 'a job every night' },
	'take-opened': { allowed: 'system', why: 'part of the opening, which asks who may' },
	'take-partner': { allowed: 'system', why: 'called inside the command that proposes the group' },
	'withdraw-juror': inJury(['editor', 'office'], { state: 'scoring' }, (ctx, opened) => {
		const memberId = ctx.actor?.id === cast.oskar.id ? undefined : maraOf(opened);
		return withdrawJuror(ctx, { id: opened.id, memberId, reason: 'Zieht weg.' });
	})
};
