import { askQuestion } from '#modules/procedures/server/ask-question.ts';
import { beginAmendment } from '#modules/procedures/server/begin-amendment.ts';
import { cancelProcedure } from '#modules/procedures/server/cancel-procedure.ts';
import { cancelViewing } from '#modules/procedures/server/cancel-viewing.ts';
import { changeAmendment } from '#modules/procedures/server/change-amendment.ts';
import { draftAnswer } from '#modules/procedures/server/draft-answer.ts';
import { extendForAll } from '#modules/procedures/server/extend-for-all.ts';
import { findAmendment } from '#modules/procedures/server/find-amendment.ts';
import { followProcedure } from '#modules/procedures/server/follow-procedure.ts';
import { listQuestions } from '#modules/procedures/server/list-questions.ts';
import { publishAmendment } from '#modules/procedures/server/publish-amendment.ts';
import { publishAnswers } from '#modules/procedures/server/publish-answers.ts';
import { repeatProcedure } from '#modules/procedures/server/repeat-procedure.ts';
import { saveViewing } from '#modules/procedures/server/save-viewing.ts';
import { setAsideQuestion } from '#modules/procedures/server/set-aside-question.ts';
import { setOpener } from '#modules/procedures/server/set-opener.ts';
import { signUp } from '#modules/procedures/server/sign-up.ts';
import { dayAfter } from '#lib/calendar.ts';
import { beginLight } from '#modules/procedures/server/begin-light.ts';
import { chooseForm } from '#modules/procedures/server/choose-form.ts';
import { describeLight } from '#modules/procedures/server/describe-light.ts';
import { findLight } from '#modules/procedures/server/find-light.ts';
import { releaseDraft } from '#modules/procedures/server/release-draft.ts';
import { saveGrant } from '#modules/procedures/server/save-grant.ts';
import { settleLight } from '#modules/procedures/server/settle-light.ts';
import { attachFile } from '#modules/procedures/server/change-files.ts';
import { answerPreflight } from '#modules/procedures/server/answer-preflight.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { movePart } from '#modules/procedures/server/move-part.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { removeMember } from '#modules/procedures/server/remove-member.ts';
import { removePart } from '#modules/procedures/server/remove-part.ts';
import { findMembers, findProcedure } from '#modules/procedures/server/find-procedure.ts';
import { saveArea } from '#modules/procedures/server/save-area.ts';
import { saveEligibility } from '#modules/procedures/server/save-eligibility.ts';
import { saveLeaf } from '#modules/procedures/server/save-leaf.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import { savePartner } from '#modules/procedures/server/save-partner.ts';
import { saveTimeline } from '#modules/procedures/server/save-timeline.ts';
import { inventTrials } from '#modules/procedures/server/save-trial.ts';
import { setHours } from '#modules/procedures/server/set-hours.ts';
import { balanceWeights } from '#modules/procedures/server/set-weights.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { takeCriteria } from '#modules/procedures/server/take-criteria.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Timeline } from '#modules/procedures/timeline.ts';
import { partnerInput, plantDirect } from '../direct.ts';
import { recordHouse } from '../houses.ts';
import { basics, leafInput, plantProcedure, plantWholeProcedure, type PlantedProcedure } from '../procedures.ts';
import { plantOpenProcedure, plantReady, type Published } from '../published.ts';
import { about, grantInput, plantLight, recordOwnHouse, settled } from '../light.ts';
import { lateCommands } from './procedures-people.ts';
import { signedIn, type Command, type Commands, type Role, type Stage } from './access.ts';

/** A procedure of Angermünde in work. */
const onDraft = (run: (ctx: Ctx, planted: PlantedProcedure) => Promise<unknown>): Command => ({
	allowed: ['editor', 'admin'],
	arrange: async (stage) => {
		const planted = await plantProcedure(stage);
		return (ctx) => run(ctx, planted);
	}
});
const nothing = {
	put: async () => {},
	get: async () => null,
	stream: async () => null,
	delete: async () => {},
	stat: async () => null,
	keys: async function* () {}
};
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');

/** The same for a published procedure. */
const onOpen = (allowed: Role[], arrange: (stage: Stage, open: Published) => Promise<(ctx: Ctx) => Promise<unknown>>): Command => ({
	allowed,
	arrange: async (stage) => arrange(stage, await plantOpenProcedure(stage))
});
const town: Role[] = ['editor', 'admin'];
const viewing = (ctx: Ctx) => ({
	...{ viewingId: undefined, startsAt: new Date(ctx.now.getTime() + 864e6), minutes: 60, place: 'Markt', guestNote: '', capacity: 5 }
});
const withQuestion = (run: (ctx: Ctx, at: { id: string; questionId: string }) => Promise<unknown>): Command =>
	onOpen(town, async (stage, { id, slug }) => {
		await askQuestion(stage.as('jonas'), { slug, text: 'Gibt es Strom?' });
		const { questions } = await listQuestions(stage.as('ines'), id);
		return (ctx) => run(ctx, { id, questionId: questions[0]?.id ?? '' });
	});

/** A light draft, as it stands at its end. */
const onLight = (run: (ctx: Ctx, planted: { id: string; version: string }) => Promise<unknown>): Command => ({
	allowed: ['editor', 'admin'],
	arrange: async (stage) => {
		const { id } = await plantLight(stage);
		const { version } = await findLight(stage.as('ines'), id);
		return (ctx) => run(ctx, { id, version: String(version) });
	}
});
/** Of her own house, which is Hanna's. */
const onOwn = (allowed: readonly Role[], run: (ctx: Ctx, planted: { id: string; version: number }) => Promise<unknown>): Command => ({
	allowed,
	arrange: async (stage) => {
		const { id } = await plantLight(stage, { who: 'hanna', kind: 'expression_of_interest', isReady: true });
		const { row } = await findProcedure(stage.as('hanna'), id);
		return (ctx) => run(ctx, { id, version: row.version });
	}
});

export const commands: Commands = {
	...lateCommands,
	'answer-preflight': onDraft((ctx, { id }) => answerPreflight(ctx, { id, version: 1, given: {} })),
	'ask-question': onOpen(
		[...signedIn],
		async (_, { slug }) =>
			(ctx) =>
				askQuestion(ctx, { slug, text: 'Gibt es Strom?' })
	),
	'begin-amendment': onOpen(
		town,
		async (_, { id }) =>
			(ctx) =>
				beginAmendment(ctx, id)
	),
	'begin-light': {
		allowed: ['owner', 'editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await recordOwnHouse(stage);
			return (ctx) => beginLight(ctx, { raum: id, unitIds: [] });
		}
	},
	'cancel-procedure': onOpen(
		town,
		async (_, { id }) =>
			(ctx) =>
				cancelProcedure(ctx, { id, reason: 'Es geht nicht.' })
	),
	'cancel-viewing': onOpen(town, async (stage, { id }) => {
		const viewingId = await saveViewing(stage.as('ines'), { id, input: viewing(stage.as('ines')) });
		return (ctx) => cancelViewing(ctx, { id, viewingId, reason: 'Sturm.' });
	}),
	'change-amendment': onOpen(town, async (stage, { id }) => {
		await beginAmendment(stage.as('ines'), id);
		return (ctx) => changeAmendment(ctx, { id, version: 1, part: { weights: new Map() } });
	}),
	'change-files': onDraft((ctx, { id }) =>
		attachFile(ctx, { id, store: nothing, upload: { name: 'beschluss.pdf', bytes: pdf }, kind: 'resolution', title: 'Beschluss' })
	),
	'change-procedure': onDraft((ctx, { id }) => changeProcedure(ctx, { id, input: basics() })),
	'choose-form': onLight((ctx, { id, version }) => chooseForm(ctx, { id, version: Number(version), kind: 'expression_of_interest' })),
	'close-procedures': { allowed: 'system', why: 'a job every minute; the clock decides' },
	'create-procedure': {
		allowed: ['editor', 'admin'],
		arrange: async ({ as }) => {
			const { id } = await recordHouse(as('ines'));
			return (ctx) => createProcedure(ctx, { raum: id, title: 'Verfahren', kind: 'room_grant', transfer: 'interim', unitIds: [] });
		}
	},
	'describe-light': onLight((ctx, { id, version }) => describeLight(ctx, { id, input: about({ version }) })),
	'draft-answer': withQuestion((ctx, { id, questionId }) =>
		draftAnswer(ctx, { id, input: { questionId, wording: 'Strom?', answer: 'Ja.' } })
	),
	'extend-for-all': onOpen(
		town,
		async (_, { id, deadline }) =>
			(ctx) =>
				extendForAll(ctx, { id, until: new Date(deadline.getTime() + 864e5), reason: 'Der Server stand.' })
	),
	'follow-procedure': onOpen(
		[...signedIn],
		async (_, { slug }) =>
			(ctx) =>
				followProcedure(ctx, slug)
	),
	'tell-moved': { allowed: 'system', why: 'a reaction to a move' },
	'move-deadline': { allowed: 'system', why: 'called inside the commands that give more time' },
	'move-procedure': { allowed: 'system', why: 'called inside the commands that ask who may' },
	'move-part': onDraft((ctx, { id, leafId }) => movePart(ctx, { id, part: 'leaf', partId: leafId, up: false })),
	'publish-amendment': onOpen(town, async (stage, { id }) => {
		const ines = stage.as('ines');
		await beginAmendment(ines, id);
		const { amendment } = await findAmendment(ines, id);
		const timeline: Timeline = amendment?.draft.timeline ?? {};
		const later = { ...timeline, decision_on: { day: dayAfter(timeline.decision_on?.day ?? '', 7) } };
		await changeAmendment(ines, { id, version: 1, part: { timeline: later } });
		return (ctx) => publishAmendment(ctx, { id, reason: 'Die Sitzung ist eine Woche später.' });
	}),
	'publish-answers': withQuestion(async (ctx, { id, questionId }) => {
		await draftAnswer(ctx, { id, input: { questionId, wording: 'Strom?', answer: 'Ja.' } });
		return publishAnswers(ctx, { id, evenSo: false });
	}),
	'publish-procedure': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantReady(stage);
			return (ctx) => publishProcedure(ctx, { id });
		}
	},
	'release-draft': onOwn(['owner'], (ctx, planted) => releaseDraft(ctx, planted)),
	'remove-member': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantProcedure(stage);
			const { members } = await findMembers(stage.as('ines'), id);
			return (ctx) => removeMember(ctx, { id, memberId: members[0]?.id ?? '' });
		}
	},
	'remind-viewings': { allowed: 'system', why: 'a job every morning' },
	'remove-part': onDraft((ctx, { id, leafId }) => removePart(ctx, { id, part: 'leaf', partId: leafId })),
	'repeat-procedure': onOpen(town, async (stage, { id }) => {
		await cancelProcedure(stage.as('ines'), { id, reason: 'Es geht nicht.' });
		return (ctx) => repeatProcedure(ctx, id);
	}),
	'save-area': onDraft((ctx, { id }) => saveArea(ctx, { id, input: { title: 'Hof', description: '' } })),
	'save-eligibility': onDraft((ctx, { id }) =>
		saveEligibility(ctx, { id, input: { title: 'Skizze', description: '', evidence: ['sketch'], evidenceNote: '' } })
	),
	'save-grant': onLight((ctx, { id, version }) => saveGrant(ctx, { id, input: grantInput({ version }) })),
	'save-leaf': onDraft((ctx, { id, areaId }) => saveLeaf(ctx, { id, input: leafInput(areaId) })),
	'save-member': onDraft((ctx, { id }) =>
		saveMember(ctx, {
			id,
			input: {
				role: 'adviser',
				jurorKind: null,
				hasVote: false,
				isOpener: false,
				name: 'Eva Lehm',
				email: undefined,
				affiliation: '',
				deputyFor: null
			}
		})
	),
	'save-partner': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantDirect(stage, 'draft');
			return (ctx) => savePartner(ctx, { id, input: partnerInput() });
		}
	},
	'save-timeline': onDraft((ctx, { id }) => saveTimeline(ctx, { id, version: 1, timeline: {} })),
	'save-trial': onDraft((ctx, { id }) => inventTrials(ctx, id)),
	'save-viewing': onOpen(
		town,
		async (_, { id }) =>
			(ctx) =>
				saveViewing(ctx, { id, input: viewing(ctx) })
	),
	'seal-boxes': { allowed: 'system', why: 'called inside the publication and the invitation to a second round' },
	'set-aside-question': withQuestion((ctx, { id, questionId }) => setAsideQuestion(ctx, { id, questionId, reason: 'Steht im Aufruf.' })),
	'set-hours': onDraft((ctx, { id }) => setHours(ctx, { id, version: 1, hours: { costs: 20 } })),
	'set-opener': {
		allowed: town,
		arrange: async (stage) => {
			const { id } = await plantProcedure(stage);
			const { members } = await findMembers(stage.as('ines'), id);
			return (ctx) => setOpener(ctx, { id, memberId: members[0]?.id ?? '', isOpener: true });
		}
	},
	'set-weights': onDraft((ctx, { id }) => balanceWeights(ctx, id)),
	'settle-light': onLight((ctx, { id, version }) => settleLight(ctx, { id, input: settled({ version, name: '', email: '' }) })),
	'sign-up': onOpen([...signedIn], async (stage, { id, slug }) => {
		const viewingId = await saveViewing(stage.as('ines'), { id, input: viewing(stage.as('ines')) });
		return (ctx) => signUp(ctx, { slug, viewingId, answer: 'yes', people: 1 });
	}),
	'step-procedure': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantWholeProcedure(stage, { isReady: false });
			return (ctx) => stepProcedure(ctx, { id, step: 'finish' });
		}
	},
	'sweep-procedure-files': { allowed: 'system', why: 'a job every night' },
	'take-criteria': onDraft((ctx, { id }) => takeCriteria(ctx, { id, from: { key: 'raumstipendium' }, replace: true })),
	'tell-followers': { allowed: 'system', why: 'called inside commands and reactions' },
	'withhold-procedure': { allowed: 'system', why: 'called inside the decision of the operator' }
};
