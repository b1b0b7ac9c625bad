import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { isAlive } from '#modules/groups/group.ts';
import { findGroup } from '#modules/groups/server/find-group.ts';
import { findTalk } from '#modules/groups/server/find-talk.ts';
import { joinTalk } from '#modules/groups/server/join-talk.ts';
import type { Actions, PageServerLoad } from './$types';

/** Leads to the conversation; whoever left it there may come back. */
export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const talk = await findTalk(ctx, params.id);
	if (talk) redirect(303, `/konto/gespraeche/${talk}`);
	const own = await findGroup(ctx, params.id);
	return { own, isWritable: isAlive(own.group.state) };
};

export const actions: Actions = {
	default: action(z.object({}), async (_input, { locals, params }) => {
		redirect(303, `/konto/gespraeche/${await joinTalk(locals.ctx, { id: params.id ?? '' })}`);
	})
};
