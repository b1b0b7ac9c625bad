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
import { saveTimeline } from '#modules/procedures/server/save-timeline.ts';
import { inventTrials } from '#modules/procedures/server/save-trial.ts';
import { setHours } from '#modules/procedures/server/set-hours.ts';
import { balanceWeights } from '#modules/procedures/server/set-weights.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { takeCriteria } from '#modules/procedures/server/take-criteria.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordHouse } from '../houses.ts';
import { basics, leafInput, plantProcedure, plantWholeProcedure, type PlantedProcedure } from '../procedures.ts';
import { plantReady } from '../published.ts';
import { about, grantInput, plantLight, recordOwnHouse, settled } from '../light.ts';
import type { Command, Commands, Role } from './access.ts';

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
	'answer-preflight': onDraft((ctx, { id }) => answerPreflight(ctx, { id, version: 1, given: {} })),
	'begin-light': {
		allowed: ['owner', 'editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await recordOwnHouse(stage);
			return (ctx) => beginLight(ctx, { raum: id, unitIds: [] });
		}
	},
	'change-files': onDraft((ctx, { id }) =>
		attachFile(ctx, { id, store: nothing, upload: { name: 'beschluss.pdf', bytes: pdf }, kind: 'resolution', title: 'Beschluss' })
	),
	'change-procedure': onDraft((ctx, { id }) => changeProcedure(ctx, { id, input: basics() })),
	'choose-form': onLight((ctx, { id, version }) => chooseForm(ctx, { id, version: Number(version), kind: 'expression_of_interest' })),
	'create-procedure': {
		allowed: ['editor', 'admin'],
		arrange: async ({ as }) => {
			const { id } = await recordHouse(as('ines'));
			return (ctx) => createProcedure(ctx, { raum: id, title: 'Verfahren', kind: 'room_grant', transfer: 'interim', unitIds: [] });
		}
	},
	'describe-light': onLight((ctx, { id, version }) => describeLight(ctx, { id, input: about({ version }) })),
	'move-procedure': { allowed: 'system', why: 'called inside the commands that ask who may' },
	'move-part': onDraft((ctx, { id, leafId }) => movePart(ctx, { id, part: 'leaf', partId: leafId, up: false })),
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
	'remove-part': onDraft((ctx, { id, leafId }) => removePart(ctx, { id, part: 'leaf', partId: leafId })),
	'save-area': onDraft((ctx, { id }) => saveArea(ctx, { id, input: { title: 'Hof', description: '' } })),
	'save-eligibility': onDraft((ctx, { id }) =>
		saveEligibility(ctx, { id, input: { title: 'Skizze', description: '', evidence: ['sketch'], evidenceNote: '' } })
	),
	'save-grant': onLight((ctx, { id, version }) => saveGrant(ctx, { id, input: grantInput({ version }) })),
	'save-leaf': onDraft((ctx, { id, areaId }) => saveLeaf(ctx, { id, input: leafInput(areaId) })),
	'save-member': onDraft((ctx, { id }) =>
		saveMember(ctx, {
			id,
			input: { role: 'adviser', jurorKind: null, hasVote: false, name: 'Eva Lehm', email: undefined, affiliation: '', deputyFor: null }
		})
	),
	'save-timeline': onDraft((ctx, { id }) => saveTimeline(ctx, { id, version: 1, timeline: {} })),
	'save-trial': onDraft((ctx, { id }) => inventTrials(ctx, id)),
	'set-hours': onDraft((ctx, { id }) => setHours(ctx, { id, version: 1, hours: { costs: 20 } })),
	'set-weights': onDraft((ctx, { id }) => balanceWeights(ctx, id)),
	'settle-light': onLight((ctx, { id, version }) => settleLight(ctx, { id, input: settled({ version, name: '' }) })),
	'step-procedure': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantWholeProcedure(stage, { isReady: false });
			return (ctx) => stepProcedure(ctx, { id, step: 'finish' });
		}
	},
	'sweep-procedure-files': { allowed: 'system', why: 'a job every night' },
	'take-criteria': onDraft((ctx, { id }) => takeCriteria(ctx, { id, from: { key: 'raumstipendium' }, replace: true }))
};
