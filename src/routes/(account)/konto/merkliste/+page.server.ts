import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { addWatch } from '#modules/matching/server/add-watch.ts';
import { listWatched } from '#modules/matching/server/list-watched.ts';
import { removeWatch } from '#modules/matching/server/remove-watch.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ items: await listWatched(ctx), now: ctx.now });

const watched = z.object({ kind: z.enum(['space', 'request']), subjectId: z.string().min(1) });

export const actions: Actions = {
	add: action(watched, async (item, { locals }) => {
		await addWatch(locals.ctx, item);
		redirect(303, '/konto/merkliste');
	}),
	remove: action(watched, async (item, { locals }) => {
		await removeWatch(locals.ctx, item);
		redirect(303, '/konto/merkliste');
	})
};
