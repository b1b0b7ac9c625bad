import { complain } from '#modules/notices/server/complain.ts';
import { decideComplaint } from '#modules/notices/server/decide-complaint.ts';
import { decideMatter } from '#modules/notices/server/decide-matter.ts';
import { giveNotice } from '#modules/notices/server/give-notice.ts';
import { liftMeasure } from '#modules/notices/server/lift-measure.ts';
import { takeMatter } from '#modules/notices/server/take-matter.ts';
import { hidden, noticeInput, plantDecided, plantMatter } from '../notices.ts';
import { plantRequest } from '../requests.ts';
import { everyone, type Commands } from './access.ts';

export const commands: Commands = {
	complain: {
		allowed: everyone,
		arrange: async (stage) => {
			const { link } = await plantDecided(stage);
			return (ctx) => complain(ctx, { link, words: 'Den Verein gibt es.' });
		}
	},
	'decide-complaint': {
		allowed: ['admin'],
		arrange: async (stage) => {
			const { id, link } = await plantDecided(stage);
			await complain(stage.as(null), { link, words: 'Den Verein gibt es.' });
			return (ctx) => decideComplaint(ctx, { id, isUpheld: false, words: 'Stimmt.' });
		}
	},
	'decide-matter': {
		allowed: ['admin'],
		arrange: async (stage) => {
			const { id } = await plantMatter(stage);
			await takeMatter(stage.as('renate'), id);
			return (ctx) => decideMatter(ctx, { id, input: hidden });
		}
	},
	'give-notice': {
		allowed: everyone,
		arrange: async ({ db }) => {
			const { slug } = await plantRequest(db);
			return (ctx) => giveNotice(ctx, { input: noticeInput(`/gesuche/${slug}`), address: '192.0.2.9' });
		}
	},
	'lift-measure': {
		allowed: ['admin'],
		arrange: async (stage) => {
			const { id } = await plantDecided(stage);
			return (ctx) => liftMeasure(ctx, { id, words: 'Der Satz ist geändert.' });
		}
	},
	'take-matter': {
		allowed: ['admin'],
		arrange: async (stage) => {
			const { id } = await plantMatter(stage);
			return (ctx) => takeMatter(ctx, id);
		}
	},
	'take-reported-message': { allowed: 'system', why: 'a reaction to what a member reported' },
	'tend-matters': { allowed: 'system', why: 'a job of every night' }
};
