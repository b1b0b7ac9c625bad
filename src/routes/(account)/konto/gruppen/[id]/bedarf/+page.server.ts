import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, actionOn } from '#lib/server/action.ts';
import { needForm, needIdForm } from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { draftGroupRequest } from '#modules/groups/server/draft-group-request.ts';
import { findGroup } from '#modules/groups/server/find-group.ts';
import { listNeeds } from '#modules/groups/server/list-needs.ts';
import { removeNeed, saveNeed } from '#modules/groups/server/save-need.ts';
import type { Actions, PageServerLoad } from './$types';

/** `bedarf`: the need that is being changed. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const own = await findGroup(ctx, params.id);
	const { needs, fit, requestId } = await listNeeds(ctx, params.id);
	const asked = needs.find(({ id }) => id === url.searchParams.get('bedarf'));
	const changed = asked && (asked.memberId === own.me.id || own.me.isSpeaker) ? asked : null;
	return { own, needs, fit, requestId, changed, isWritable: isAlive(own.group.state), isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	need: actionOn(needForm, saveNeed),
	removeNeed: actionOn(needIdForm, removeNeed),
	request: action(z.object({}), async (_input, { locals, params }) => {
		const requestId = await draftGroupRequest(locals.ctx, { id: params.id ?? '' });
		redirect(303, `/konto/gesuche/${requestId}`);
	})
};
