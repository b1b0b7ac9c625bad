import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, actionOn } from '#lib/server/action.ts';
import { invitationIdForm, inviteForm, personForm } from '#modules/concepts/forms.ts';
import { findWriters } from '#modules/concepts/server/find-concept.ts';
import { inviteWriter, withdrawWriterInvitation } from '#modules/concepts/server/invite-writer.ts';
import { handOverConcept, leaveConcept, removeWriter } from '#modules/concepts/server/leave-concept.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findWriters(ctx, params.id)),
	me: ctx.actor?.id ?? '',
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	invite: actionOn(inviteForm, (ctx, input) => inviteWriter(ctx, input)),
	uninvite: actionOn(invitationIdForm, (ctx, input) => withdrawWriterInvitation(ctx, input)),
	handOver: actionOn(personForm, (ctx, input) => handOverConcept(ctx, input)),
	remove: actionOn(personForm, (ctx, input) => removeWriter(ctx, input)),
	leave: action(z.object({}), async (_, { locals, params }) => {
		await leaveConcept(locals.ctx, { id: params.id ?? '' });
		redirect(303, '/konto/konzepte?gesagt=verlassen');
	})
};
