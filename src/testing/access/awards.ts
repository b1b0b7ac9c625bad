import { eq } from 'drizzle-orm';
import { beginNext } from '#modules/awards/server/begin-next.ts';
import { cancelWithoutAward } from '#modules/awards/server/cancel-without-award.ts';
import { decideAward } from '#modules/awards/server/decide-award.ts';
import { announceLot } from '#modules/awards/server/hold-lot.ts';
import { listObjections } from '#modules/awards/server/list-objections.ts';
import { proposeDirect } from '#modules/awards/server/propose-direct.ts';
import { raiseObjection } from '#modules/awards/server/raise-objection.ts';
import { recommendAward } from '#modules/awards/server/recommend-award.ts';
import { answerObjection } from '#modules/awards/server/settle-objection.ts';
import { awards } from '#modules/awards/server/tables.ts';
import { reviewScores } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { decideInput, keptFiles, pdf } from '../award.ts';
import { plantDirect } from '../direct.ts';
import { plantLocked } from '../published.ts';
import type { Command, Commands, Role, Stage } from './access.ts';

const words = { recommendation: 'Der Werkhof.', dissent: '', reasons: new Map<string, string>() };
type Planted = Awaited<ReturnType<typeof plantLocked>>;

/** A procedure that Ines leads, with all points locked, and as far as `before` takes it. */
const onLocked = (allowed: readonly Role[], run: (ctx: Ctx, planted: Planted) => Promise<unknown>, before?: Before): Command => ({
	allowed,
	arrange: async (stage) => {
		const planted = await plantLocked(stage, { tieRule: 'lot' });
		await before?.(stage, planted);
		return (ctx) => run(ctx, planted);
	}
});
type Before = (stage: Stage, planted: Planted) => Promise<unknown>;

const recommend: Before = ({ as }, { id }) => recommendAward(as('ines'), { id, input: words });
const decide = (ctx: Ctx, { id, conceptOf }: Planted) =>
	decideAward(ctx, { id, store: keptFiles().store, upload: pdf, input: decideInput({ awarded: conceptOf.amira }) });
const decided: Before = async (stage, planted) => {
	await recommend(stage, planted);
	await decide(stage.as('ines'), planted);
};
/** What a decision about an interest leaves behind. */
const goesOn: Before = async (stage, planted) => {
	await decided(stage, planted);
	await stage.db.update(awards).set({ next: 'procedure' }).where(eq(awards.procedureId, planted.id));
};
const object = (ctx: Ctx, { conceptOf }: Planted) => raiseObjection(ctx, { conceptId: conceptOf.amira ?? '', text: 'Falsch gezählt.' });

export const commands: Commands = {
	'begin-next': onLocked(['editor'], (ctx, { id }) => beginNext(ctx, id), goesOn),
	'cancel-without-award': onLocked(['editor'], (ctx, { id }) => cancelWithoutAward(ctx, { id, reason: 'Kein Konzept trägt.' })),
	'decide-award': onLocked(['editor'], decide, recommend),
	'hold-lot': onLocked(
		['editor'],
		(ctx, { id }) => announceLot(ctx, { id }),
		({ db }) => db.update(reviewScores).set({ points: 1 }).where(eq(reviewScores.reason, reviewScores.reason))
	),
	'propose-direct': {
		allowed: ['editor'],
		arrange: async (stage) => {
			const { id } = await plantDirect(stage, 'closed');
			return (ctx) => proposeDirect(ctx, { id, input: { recommendation: 'Der Verein.', reason: 'Er passt.', isClear: true } });
		}
	},
	'raise-objection': onLocked(['maker'], object, decided),
	'recommend-award': onLocked(['editor'], (ctx, { id }) => recommendAward(ctx, { id, input: words })),
	'settle-objection': {
		allowed: ['editor'],
		arrange: async (stage) => {
			const planted = await plantLocked(stage);
			await decided(stage, planted);
			await object(stage.as('amira'), planted);
			const [objection] = (await listObjections(stage.as('ines'), planted.id)).objections;
			const input = { objectionId: objection?.id ?? '', step: 'reject', answer: 'Es ist richtig gezählt.', effect: null } as const;
			return (ctx) => answerObjection(ctx, { id: planted.id, input });
		}
	},
	'sweep-award-files': { allowed: 'system', why: 'a job every night' },
	'tell-result': { allowed: 'system', why: 'a reaction to a decision, and to an objection' }
};
