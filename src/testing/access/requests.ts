import { signLink } from '#modules/people/server/sign-link.ts';
import { createRequest } from '#modules/requests/server/create-request.ts';
import { renewByLink } from '#modules/requests/server/renew-by-link.ts';
import { saveProfile } from '#modules/requests/server/save-profile.ts';
import { stepRequest } from '#modules/requests/server/step-request.ts';
import { updateRequest } from '#modules/requests/server/update-request.ts';
import { writeToSeeker } from '#modules/requests/server/write-to-seeker.ts';
import { plantRequest } from '../requests.ts';
import { everyone, signedIn, type Commands } from './access.ts';

export const commands: Commands = {
	'create-request': { allowed: signedIn, arrange: async () => (ctx) => createRequest(ctx, { input: { title: 'Werkhof' } }) },
	'update-request': {
		allowed: ['maker', 'admin'],
		arrange: async ({ db }) => {
			const { id } = await plantRequest(db);
			return (ctx) => updateRequest(ctx, { id, input: { title: 'Werkhof' }, only: ['title'] });
		}
	},
	'step-request': {
		allowed: ['maker', 'admin'],
		arrange: async ({ db }) => {
			const { id } = await plantRequest(db);
			return (ctx) => stepRequest(ctx, { id, step: 'pause' });
		}
	},
	'save-profile': {
		allowed: signedIn,
		arrange: async () => (ctx) => saveProfile(ctx, { name: 'Werkhof', actorKind: 'association', offers: [] })
	},
	'renew-by-link': {
		allowed: everyone,
		arrange: async ({ db, as }) => {
			const { id } = await plantRequest(db);
			const link = await signLink(as(null), { purpose: 'renew-request', data: { request: id }, days: 1 });
			return (ctx) => renewByLink(ctx, link);
		}
	},
	'write-to-seeker': {
		allowed: signedIn,
		arrange: async ({ db }) => {
			const { id } = await plantRequest(db, { by: 'jonas' });
			return (ctx) => writeToSeeker(ctx, { key: id, text: 'Wir hätten etwas.' });
		}
	},
	'fade-requests': { allowed: 'system', why: 'part of the daily run and of answers' },
	'tend-requests': { allowed: 'system', why: 'a daily job' }
};
