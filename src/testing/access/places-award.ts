import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { beginApplication } from '#modules/places/server/begin-application.ts';
import { castVote } from '#modules/places/server/cast-vote.ts';
import { addEvidence } from '#modules/places/server/change-evidence.ts';
import { publishCatalogue } from '#modules/places/server/publish-catalogue.ts';
import { saveApplication } from '#modules/places/server/save-application.ts';
import { saveCriterion } from '#modules/places/server/save-criterion.ts';
import { saveOfficeNote } from '#modules/places/server/save-office-note.ts';
import { saveRound } from '#modules/places/server/save-round.ts';
import { stepApplication } from '#modules/places/server/step-application.ts';
import { stepRound } from '#modules/places/server/step-round.ts';
import { criterionInput, plantApplication, plantCriteria, roundInput, type Planted, type Until } from '../awards.ts';
import { cast } from '../cast.ts';
import { plantPlace } from '../places.ts';
import type { Commands, Role } from './access.ts';

const groupAndOffice: readonly Role[] = ['maker', 'office', 'admin'];
const office: readonly Role[] = ['office', 'admin'];
const store = () => folderStore(mkdtempSync(join(tmpdir(), 'gr-access-')));
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF');
const asGroup = (ctx: Ctx, planted: Pick<Planted, 'group'>): Ctx =>
	ctx.actor?.id === cast.amira.id ? { ...ctx, actor: planted.group } : ctx;

/** Amira's application as far as `until`; she comes with the seat in the group, Friedrich sits in the jury. */
const onApplication = (
	until: Until,
	allowed: readonly Role[],
	run: (ctx: Ctx, planted: Planted) => Promise<unknown>
): Commands[string] => ({
	allowed,
	arrange: async (stage) => {
		const planted = await plantApplication(stage, until);
		return (ctx) => run(asGroup(ctx, planted), planted);
	}
});

export const awardCommands: Commands = {
	'begin-application': {
		allowed: groupAndOffice,
		arrange: async (stage) => {
			const planted = await plantPlace(stage);
			await plantCriteria(stage, planted.network);
			return (ctx) => beginApplication(asGroup(ctx, planted), { placeId: planted.id });
		}
	},
	'save-application': onApplication('draft', groupAndOffice, (ctx, { applicationId }) =>
		saveApplication(ctx, { id: applicationId, attitude: true })
	),
	'change-evidence': onApplication('draft', groupAndOffice, (ctx, { applicationId }) =>
		addEvidence(ctx, { id: applicationId, code: '1.1', store: store(), uploads: [{ name: 'plan.pdf', bytes: pdf }] })
	),
	'step-application': onApplication('submitted', office, (ctx, { applicationId }) =>
		stepApplication(ctx, { id: applicationId, step: 'accept' })
	),
	'save-office-note': onApplication('submitted', office, (ctx, { applicationId }) =>
		saveOfficeNote(ctx, { id: applicationId, officeNote: 'nachfragen' })
	),
	'cast-vote': onApplication('judging', ['otherEditor'], (ctx, { applicationId }) =>
		castVote(ctx, { id: applicationId, verdict: 'award', reason: 'offene Tür' })
	),
	'save-criterion': onApplication('draft', office, (ctx, { network }) => saveCriterion(ctx, { slug: network, input: criterionInput(4) })),
	'publish-catalogue': {
		allowed: office,
		arrange: async (stage) => {
			const { network } = await plantPlace(stage);
			await plantCriteria(stage, network);
			await saveCriterion(stage.as('oskar'), { slug: network, input: criterionInput(4) });
			return (ctx) => publishCatalogue(ctx, network);
		}
	},
	'save-round': onApplication('draft', office, (ctx, { network }) => saveRound(ctx, { slug: network, input: roundInput })),
	'step-round': onApplication('ready', office, (ctx, { network, roundId }) =>
		stepRound(ctx, { slug: network, id: roundId, step: 'close' })
	),
	'remind-reassessment': { allowed: 'system', why: 'the nightly round' },
	'tell-application': { allowed: 'system', why: 'a reaction' },
	'tell-window': { allowed: 'system', why: 'a reaction' }
};
