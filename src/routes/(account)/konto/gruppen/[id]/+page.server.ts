import { actionOn } from '#lib/server/action.ts';
import { groupForm, houseForm, stepForm } from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { chooseHouse } from '#modules/groups/server/choose-house.ts';
import { findGroup, listTrail } from '#modules/groups/server/find-group.ts';
import { listMembers } from '#modules/groups/server/list-members.ts';
import { saveGroup } from '#modules/groups/server/save-group.ts';
import { stepGroup } from '#modules/groups/server/step-group.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const own = await findGroup(ctx, params.id);
	const { members, roles, knocks } = await listMembers(ctx, params.id);
	return {
		...{ own, trail: await listTrail(ctx, params.id), isWritable: isAlive(own.group.state), now: ctx.now },
		counts: { members: members.length, open: roles.filter(({ by }) => !by).length, knocks: knocks.length },
		isNew: url.searchParams.has('neu'),
		isSaved: url.searchParams.has('gespeichert')
	};
};

export const actions: Actions = {
	save: actionOn(groupForm, saveGroup),
	step: actionOn(stepForm, stepGroup),
	house: actionOn(houseForm, chooseHouse)
};
