import { answerMessage } from '#modules/cases/server/answer-message.ts';
import { confirmMessage } from '#modules/cases/server/confirm-message.ts';
import { followUpMessage } from '#modules/cases/server/follow-up-message.ts';
import { sendMessage } from '#modules/cases/server/send-message.ts';
import { messages } from '#modules/cases/server/tables.ts';
import { withdrawMessage } from '#modules/cases/server/withdraw-message.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { angermuende } from '../cast.ts';
import { everyone, type Commands, type Stage } from './access.ts';
import { mediation } from './cases-mediation.ts';

const input = { of: angermuende, text: 'Ist der Gasthof noch frei?' };
const address = '127.0.0.1';

async function asked({ as, db }: Stage): Promise<string> {
	await sendMessage(as('amira'), { input, address });
	const [message] = await db.select().from(messages);
	return message?.id ?? '';
}

export const commands: Commands = {
	...mediation,
	'answer-message': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const id = await asked(stage);
			return (ctx) => answerMessage(ctx, { key: { id }, input: { kind: 'answer', text: 'Ja, kommt vorbei.' } });
		}
	},
	'confirm-message': {
		allowed: everyone,
		arrange: async ({ as, db }) => {
			await sendMessage(as(null), { input: { ...input, name: 'Gast', email: 'gast@post.example' }, address });
			const [message] = await db.select().from(messages);
			const link = await signLink(as(null), { purpose: 'confirm-message', data: { message: message?.id ?? '' }, days: 1 });
			return (ctx) => confirmMessage(ctx, link);
		}
	},
	'follow-up-message': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await asked(stage);
			return (ctx) => followUpMessage(ctx, { key: { id }, text: 'Wir sind sieben Leute.' });
		}
	},
	'send-message': {
		allowed: everyone,
		arrange: async () => (ctx) => sendMessage(ctx, { input: { ...input, name: 'Gast', email: 'gast@post.example' }, address })
	},
	'withdraw-message': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await asked(stage);
			return (ctx) => withdrawMessage(ctx, { id });
		}
	},
	'withhold-viewing': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
