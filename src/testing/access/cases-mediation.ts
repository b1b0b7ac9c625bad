import { eq } from 'drizzle-orm';
import { addDocuments } from '#modules/cases/server/change-documents.ts';
import { answerIntroduction } from '#modules/cases/server/answer-introduction.ts';
import { answerViewing } from '#modules/cases/server/answer-viewing.ts';
import { introductions, recommendations, viewings } from '#modules/cases/server/case-tables.ts';
import { handOverCase } from '#modules/cases/server/hand-over-case.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { planCase } from '#modules/cases/server/plan-case.ts';
import { proposeIntroduction } from '#modules/cases/server/propose-introduction.ts';
import { saveParty } from '#modules/cases/server/save-party.ts';
import { saveRecommendation } from '#modules/cases/server/save-recommendation.ts';
import { saveViewing } from '#modules/cases/server/save-viewing.ts';
import { signUpForViewing } from '#modules/cases/server/sign-up-for-viewing.ts';
import { stepCase } from '#modules/cases/server/step-case.ts';
import { stepRecommendation } from '#modules/cases/server/step-recommendation.ts';
import { stepViewing } from '#modules/cases/server/step-viewing.ts';
import { talkToIntroduced } from '#modules/cases/server/talk-to-introduced.ts';
import { writeInternalNote } from '#modules/cases/server/write-note.ts';
import { caseInput, plantCase } from '../cases.ts';
import { angermuende, cast, herzberg } from '../cast.ts';
import { now } from '../world.ts';
import { signedIn, type Commands, type Stage } from './access.ts';

const desk = ['editor', 'admin'] as const;
const soon = new Date(now.getTime() + 5 * 86_400_000);
const viewing = { title: 'Rundgang', startsAt: soon, place: 'Markt 12' };
const nothing = {
	put: async () => {},
	get: async () => null,
	stream: async () => null,
	delete: async () => {},
	stat: async () => null,
	keys: async function* () {}
};

async function plannedViewing(stage: Stage, id: string, isPublic = false): Promise<string> {
	await saveViewing(stage.as('ines'), { id, input: { ...viewing, isPublic } });
	const [row] = await stage.db.select().from(viewings).where(eq(viewings.caseId, id));
	return row?.id ?? '';
}

/** Cases: their office, and their parties. */
export const mediation: Commands = {
	'open-case': { allowed: ['editor', 'office', 'admin'], arrange: async () => (ctx) => openCase(ctx, caseInput({ of: angermuende })) },
	'step-case': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => stepCase(ctx, { id, input: { step: 'clarify' } });
		}
	},
	'plan-case': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			const input = { title: 'Gasthof', assigneeId: cast.ines.id, nextStep: 'Schlüssel holen', nextStepOn: '2026-12-03' };
			return (ctx) => planCase(ctx, { id, input });
		}
	},
	'hand-over-case': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => handOverCase(ctx, { id, input: { ort: herzberg, reason: 'Das Haus steht dort.', withNotes: false } });
		}
	},
	'save-party': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => saveParty(ctx, { id, input: { name: 'Denkmalamt', role: 'adviser', access: 'none' } });
		}
	},
	'write-note': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => writeInternalNote(ctx, { id, text: 'Vorsicht, Streit unter den Erben.' });
		}
	},
	'save-recommendation': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => saveRecommendation(ctx, { id, input: { kind: 'advice', text: 'Erst die Statik ansehen.' } });
		}
	},
	'step-recommendation': {
		allowed: ['maker', 'owner', 'editor', 'admin'],
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			await saveRecommendation(stage.as('ines'), { id, input: { kind: 'advice', text: 'Erst die Statik ansehen.' } });
			const [row] = await stage.db.select().from(recommendations);
			return (ctx) => stepRecommendation(ctx, { id, recommendationId: row?.id ?? '', step: 'begin' });
		}
	},
	'change-documents': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			const uploads = [{ name: 'plan.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') }];
			return (ctx) => addDocuments(ctx, { id, isShared: false, store: nothing, uploads });
		}
	},
	'save-viewing': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			return (ctx) => saveViewing(ctx, { id, input: viewing });
		}
	},
	'step-viewing': {
		allowed: desk,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			const viewingId = await plannedViewing(stage, id);
			return (ctx) => stepViewing(ctx, { id, viewingId, step: 'cancel', reason: 'Schlüssel fehlt.' });
		}
	},
	'answer-viewing': {
		allowed: ['maker', 'owner'],
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			const viewingId = await plannedViewing(stage, id);
			return (ctx) => answerViewing(ctx, { id, viewingId, answer: 'yes' });
		}
	},
	'sign-up-for-viewing': {
		allowed: signedIn,
		arrange: async (stage) => {
			const { id } = await plantCase(stage);
			const viewingId = await plannedViewing(stage, id, true);
			return (ctx) => signUpForViewing(ctx, { viewingId, answer: 'yes' });
		}
	},
	'propose-introduction': {
		allowed: desk,
		arrange: async (stage) => {
			const { id, hanna, amira } = await plantCase(stage);
			return (ctx) => proposeIntroduction(ctx, { id, input: { firstId: hanna, secondId: amira, text: 'Das passt.' } });
		}
	},
	'answer-introduction': {
		allowed: ['maker', 'owner'],
		arrange: async (stage) => {
			const { id, hanna, amira } = await plantCase(stage);
			await proposeIntroduction(stage.as('ines'), { id, input: { firstId: hanna, secondId: amira, text: 'Das passt.' } });
			const [row] = await stage.db.select().from(introductions);
			return (ctx) => answerIntroduction(ctx, { id, introductionId: row?.id ?? '', answer: 'yes' });
		}
	},
	'talk-to-introduced': {
		allowed: ['maker', 'owner'],
		arrange: async (stage) => {
			const { id, hanna, amira } = await plantCase(stage);
			await proposeIntroduction(stage.as('ines'), { id, input: { firstId: hanna, secondId: amira, text: 'Das passt.' } });
			const [row] = await stage.db.select().from(introductions);
			const introductionId = row?.id ?? '';
			for (const who of ['hanna', 'amira'] as const) await answerIntroduction(stage.as(who), { id, introductionId, answer: 'yes' });
			return (ctx) => talkToIntroduced(ctx, { id, introductionId, text: 'Wann passt es?' });
		}
	},
	'tend-cases': { allowed: 'system', why: 'a job every night' },
	'escalate-overdue': { allowed: 'system', why: 'a job every hour' },
	'sweep-case-files': { allowed: 'system', why: 'a job every night' }
};
