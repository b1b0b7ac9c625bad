import { beginApplication } from '#modules/admission/server/begin-application.ts';
import { castVote } from '#modules/admission/server/cast-vote.ts';
import { chooseAppointment } from '#modules/admission/server/choose-appointment.ts';
import { proposeAppointment } from '#modules/admission/server/propose-appointment.ts';
import { recordMeeting } from '#modules/admission/server/record-meeting.ts';
import { recordPayment } from '#modules/admission/server/record-payment.ts';
import { saveSection } from '#modules/admission/server/save-section.ts';
import { stepApplication } from '#modules/admission/server/step-application.ts';
import { submitApplication } from '#modules/admission/server/submit-application.ts';
import { withdrawApplication } from '#modules/admission/server/withdraw-application.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { fillApplication, plantAdmission, plantApplication, plantProposal } from '../admission.ts';
import { everyone, type Commands } from './access.ts';

/** Ines acts for Angermünde, which applies; Oskar is the office of the network, Friedrich one of its founders, Renate the administrator. */
const town = ['editor'] as const;
const office = ['office', 'admin'] as const;

export const commands: Commands = {
	'begin-application': {
		allowed: town,
		arrange: async (stage) => {
			const { slug, organisationId } = await plantAdmission(stage);
			return (ctx) => beginApplication(ctx, { slug, organisationId });
		}
	},
	'save-section': {
		allowed: town,
		arrange: async (stage) => {
			const { id } = await plantApplication(stage);
			return (ctx) => saveSection(ctx, { id, key: 'zeit', answer: { minutesPerWeek: 60, who: '' }, version: 0 });
		}
	},
	'submit-application': {
		allowed: town,
		arrange: async (stage) => {
			const { id } = await plantApplication(stage);
			await fillApplication(stage, id);
			return (ctx) => submitApplication(ctx, id);
		}
	},
	'withdraw-application': {
		allowed: town,
		arrange: async (stage) => {
			const { id } = await plantApplication(stage, 'submitted');
			return (ctx) => withdrawApplication(ctx, { id });
		}
	},
	'step-application': {
		allowed: office,
		arrange: async (stage) => {
			const { id, slug } = await plantApplication(stage, 'submitted');
			return (ctx) => stepApplication(ctx, { slug, id, transition: 'check' });
		}
	},
	'propose-appointment': {
		allowed: office,
		arrange: async (stage) => {
			const { id, slug } = await plantApplication(stage, 'interview_scheduling');
			const input = { kind: 'interview', slots: [new Date('2026-12-01T09:00:00Z')], place: 'per Video' } as const;
			return (ctx) => proposeAppointment(ctx, { slug, id, input: { ...input, slots: [...input.slots] } });
		}
	},
	'choose-appointment': {
		allowed: everyone,
		arrange: async (stage) => {
			const { slot, ...data } = await plantProposal(stage, await plantApplication(stage, 'interview_scheduling'));
			const link = await signLink(stage.as(null), { purpose: 'choose-appointment', data, days: 1 });
			return (ctx) => chooseAppointment(ctx, { link, slot });
		}
	},
	'record-meeting': {
		allowed: office,
		arrange: async (stage) => {
			const { id, slug } = await plantApplication(stage, 'interview_scheduling');
			return (ctx) => recordMeeting(ctx, { slug, id, input: { kind: 'interview', sharedNote: 'Gut.', version: 0 } });
		}
	},
	'cast-vote': {
		allowed: ['otherEditor'],
		arrange: async (stage) => {
			const { id, slug } = await plantApplication(stage, 'decision_pending');
			return (ctx) => castVote(ctx, { slug, id, input: { choice: 'yes', reason: 'gern' } });
		}
	},
	'record-payment': {
		allowed: office,
		arrange: async (stage) => {
			const { id, slug } = await plantApplication(stage, 'fee_pending');
			return (ctx) => recordPayment(ctx, { slug, id, amountCents: 10_000, receivedOn: '2026-11-20' });
		}
	},
	'take-appointment-answer': { allowed: 'system', why: 'the reaction to an answered question' },
	'wake-applications': { allowed: 'system', why: 'the nightly round' }
};
