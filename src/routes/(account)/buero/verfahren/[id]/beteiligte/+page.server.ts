import { redirect } from '@sveltejs/kit';
import { action, actionOn } from '#lib/server/action.ts';
import { releaseMember } from '#modules/judging/server/release-member.ts';
import { memberForm, memberIdForm, openerForm } from '#modules/procedures/forms.ts';
import { leaveForm, nominateForm, nominationForm } from '#modules/procedures/forms-naming.ts';
import { appointOpener, retireOpener } from '#modules/procedures/server/appoint-opener.ts';
import { withdrawNomination } from '#modules/procedures/server/end-nomination.ts';
import { findMembers } from '#modules/procedures/server/find-procedure.ts';
import { nominateMember } from '#modules/procedures/server/nominate-member.ts';
import { removeMember } from '#modules/procedures/server/remove-member.ts';
import { setOpener } from '#modules/procedures/server/set-opener.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findMembers(ctx, params.id)),
	isSaved: url.searchParams.has('gespeichert')
});

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}/beteiligte?gespeichert`);

export const actions: Actions = {
	save: action(memberForm, async (input, { locals, params }) => {
		await saveMember(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	opener: action(openerForm, async ({ memberId, isOpener }, { locals, params }) => {
		await setOpener(locals.ctx, { id: params.id ?? '', memberId, isOpener });
		return back(params.id);
	}),
	remove: action(memberIdForm, async ({ memberId }, { locals, params }) => {
		await removeMember(locals.ctx, { id: params.id ?? '', memberId });
		return back(params.id);
	}),
	nominate: action(nominateForm, async (input, { locals, params }) => {
		await nominateMember(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	recall: actionOn(nominationForm, withdrawNomination),
	release: actionOn(leaveForm, releaseMember),
	appoint: actionOn(leaveForm, appointOpener),
	retire: actionOn(leaveForm, retireOpener)
};
