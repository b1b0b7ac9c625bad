import { beginUse } from '#modules/options/server/begin-use.ts';
import { beginWorks } from '#modules/options/server/begin-works.ts';
import { callSuccessor } from '#modules/options/server/call-successor.ts';
import { closeRemedy } from '#modules/options/server/close-remedy.ts';
import { decideMilestone } from '#modules/options/server/decide-milestone.ts';
import { declareReturn } from '#modules/options/server/declare-return.ts';
import { endOption } from '#modules/options/server/end-option.ts';
import { extendOption } from '#modules/options/server/extend-option.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
import { removeMilestone } from '#modules/options/server/remove-milestone.ts';
import { reportProgress } from '#modules/options/server/report-progress.ts';
import { saveMilestone } from '#modules/options/server/save-milestone.ts';
import { saveTalk } from '#modules/options/server/save-talk.ts';
import { seekAgain } from '#modules/options/server/seek-again.ts';
import { sendOptionLink } from '#modules/options/server/send-option-link.ts';
import { setLevels } from '#modules/options/server/set-levels.ts';
import { setRemedy } from '#modules/options/server/set-remedy.ts';
import { signContract } from '#modules/options/server/sign-contract.ts';
import { tellOutcome } from '#modules/options/server/tell-outcome.ts';
import { tellStory } from '#modules/options/server/tell-story.ts';
import { usualDays } from '#modules/options/milestone.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { memoryStore, plantOption, terms } from '../options.ts';
import { plantPlace, withSeat } from '../places.ts';
import { applicants, plantAward } from '../published.ts';
import type { Command, Commands, Stage } from './access.ts';

type Planted = Awaited<ReturnType<typeof plantOption>>;

/** What the office does with an option of Amira's group in Angermünde. */
const atDesk = (
	run: (ctx: Ctx, planted: Planted) => Promise<unknown>,
	before?: (stage: Stage, planted: Planted) => Promise<unknown>
): Command => ({
	allowed: ['editor', 'admin'],
	arrange: async (stage) => {
		const planted = await plantOption(stage);
		await before?.(stage, planted);
		return (ctx) => run(ctx, planted);
	}
});
const today = (ctx: Ctx) => ctx.now.toISOString().slice(0, 10);
const contract = (ctx: Ctx, { id }: { id: string }) =>
	signContract(ctx, { id, version: 1, contractOn: today(ctx), contractKind: 'lease', document: undefined, store: memoryStore() });
const inUse = async (stage: Stage, planted: Planted) => {
	await contract(stage.as('ines'), planted);
	await beginUse(stage.as('ines'), { id: planted.id, on: today(stage.as('ines')) });
};

export const commands: Commands = {
	'begin-use': atDesk(
		(ctx, { id }) => beginUse(ctx, { id, on: today(ctx) }),
		(stage, planted) => contract(stage.as('ines'), planted)
	),
	'begin-works': atDesk(
		(ctx, { id }) => beginWorks(ctx, { id, on: today(ctx) }),
		(stage, planted) => contract(stage.as('ines'), planted)
	),
	'call-successor': atDesk(
		(ctx, { id }) => callSuccessor(ctx, { id }),
		({ as }, { id }) => endOption(as('ines'), { id, version: 1, step: 'give_back', reason: 'Zurück.' })
	),
	'close-remedy': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantOption(stage);
			await setRemedy(stage.as('ines'), { id, what: 'Der Finanzplan.', until: '2027-02-01' });
			const remedyId = (await findOptionDesk(stage.as('ines'), id)).current?.remedies[0]?.id ?? '';
			return (ctx) => closeRemedy(ctx, { id, remedyId, outcome: 'met' });
		}
	},
	'decide-milestone': atDesk((ctx, { id, milestones }) =>
		decideMilestone(ctx, { id, milestoneId: milestones[0]?.id ?? '', move: 'confirm' })
	),
	'declare-return': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const { optionId } = await plantOption(stage);
			return (ctx) => declareReturn(ctx, { id: optionId, reason: 'Uns fehlt das Geld.' });
		}
	},
	'end-option': atDesk((ctx, { id }) => endOption(ctx, { id, version: 1, step: 'give_back', reason: 'Zurück.' })),
	'end-with-procedure': { allowed: 'system', why: 'follows from a procedure that was cancelled' },
	'extend-option': atDesk((ctx, { id }) => extendOption(ctx, { id, version: 1, endsOn: '2027-12-31', reason: 'Der Bauantrag.' })),
	'grant-option': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantAward(stage);
			return (ctx) => grantOption(ctx, { id, input: terms(stage) });
		}
	},
	'remove-milestone': atDesk((ctx, { id, milestones }) => removeMilestone(ctx, { id, milestoneId: milestones[0]?.id ?? '' })),
	'report-progress': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const { optionId } = await plantOption(stage);
			const input = { milestoneId: undefined, text: 'Wir sind da.' };
			return (ctx) => reportProgress(ctx, { key: { id: optionId }, input, photo: undefined, store: memoryStore() });
		}
	},
	'save-milestone': atDesk((ctx, { id }) =>
		saveMilestone(ctx, {
			id,
			input: { milestoneId: undefined, version: undefined, title: 'Ein Fest', description: '', dueOn: '2027-05-01' }
		})
	),
	'save-talk': atDesk((ctx, { id }) => saveTalk(ctx, { id, input: { talkId: undefined, on: '2027-01-10', isHeld: false, note: '' } })),
	'seek-again': {
		allowed: ['owner'],
		arrange: async (stage) => {
			const { conceptOf } = await plantOption(stage);
			return (ctx) => seekAgain(ctx, { conceptId: conceptOf[applicants[2]] ?? '' });
		}
	},
	'send-option-link': atDesk((ctx, { id }) => sendOptionLink(ctx, id)),
	'set-levels': atDesk((ctx, { id }) => setLevels(ctx, { id, levels: usualDays })),
	'set-remedy': atDesk((ctx, { id }) => setRemedy(ctx, { id, what: 'Der Finanzplan.', until: '2027-02-01' })),
	'sign-contract': atDesk(contract),
	'sweep-option-files': { allowed: 'system', why: 'a job of the night' },
	'tell-outcome': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const planted = await plantOption(stage);
			await inUse(stage, planted);
			const { organisationId } = await plantPlace(stage);
			const words = { name: 'Werkhof', network: undefined, year: 2026, summary: 'Werkstätten und ein Café.', progress: '', hurdles: '' };
			const told = { id: planted.optionId, input: { ...words, organisationId }, values: {} };
			return (ctx) => tellOutcome({ ...ctx, actor: ctx.actor && withSeat(ctx.actor, organisationId) }, told);
		}
	},
	'tell-story': atDesk((ctx, { id }) => tellStory(ctx, id), inUse),
	'tend-options': { allowed: 'system', why: 'a job of the night' }
};
