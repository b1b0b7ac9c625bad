import { redirect } from '@sveltejs/kit';
import { action, actionOn } from '#lib/server/action.ts';
import * as forms from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { answerKnock } from '#modules/groups/server/answer-knock.ts';
import { findGroup } from '#modules/groups/server/find-group.ts';
import { inviteToGroup } from '#modules/groups/server/invite-to-group.ts';
import { leaveGroup } from '#modules/groups/server/leave-group.ts';
import { listMembers } from '#modules/groups/server/list-members.ts';
import { nameSpeaker } from '#modules/groups/server/name-speaker.ts';
import { removeMember } from '#modules/groups/server/remove-member.ts';
import { saveMembership } from '#modules/groups/server/save-membership.ts';
import { removeRole, saveRole, takeRole } from '#modules/groups/server/save-role.ts';
import { withdrawGroupInvitation } from '#modules/groups/server/withdraw-group-invitation.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, ...locals }, params, url }) => {
	const own = await findGroup(ctx, params.id);
	const organisations = (await listOwnOrganisations(ctx)).filter(({ rights }) => rights !== 'read');
	return {
		...{ own, people: await listMembers(ctx, params.id), isWritable: isAlive(own.group.state), now: ctx.now },
		organisations: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
		base: locals.house.env.baseUrl,
		isSaved: url.searchParams.has('gespeichert')
	};
};

export const actions: Actions = {
	invite: actionOn(forms.inviteForm, inviteToGroup),
	withdraw: actionOn(forms.invitationIdForm, withdrawGroupInvitation),
	knock: actionOn(forms.answerKnockForm, answerKnock),
	speaker: actionOn(forms.speakerForm, nameSpeaker),
	remove: actionOn(forms.removeMemberForm, removeMember),
	membership: actionOn(forms.membershipForm, saveMembership),
	role: actionOn(forms.roleForm, saveRole),
	take: actionOn(forms.takeRoleForm, takeRole),
	removeRole: actionOn(forms.roleIdForm, removeRole),
	leave: action(forms.leaveForm, async ({ heirId }, { locals, params }) => {
		await leaveGroup(locals.ctx, { id: params.id ?? '', heirId });
		redirect(303, '/konto/gruppen?gesagt=verlassen');
	})
};
