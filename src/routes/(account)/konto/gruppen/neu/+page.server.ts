import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { foundForm } from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { chooseHouse } from '#modules/groups/server/choose-house.ts';
import { foundGroup } from '#modules/groups/server/found-group.ts';
import { listOwnGroups } from '#modules/groups/server/list-own-groups.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import { listOwnRequests } from '#modules/requests/server/list-requests.ts';
import type { Actions, PageServerLoad } from './$types';

/** `raum`: the house it begins with; `gesuch`: one's own request whose need comes along. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const slug = url.searchParams.get('raum');
	const house = slug ? await findSpaceRow(ctx, slug) : null;
	const open = (await listOwnRequests(ctx)).filter(({ requestState }) => ['draft', 'published', 'paused'].includes(requestState));
	const { groups } = await listOwnGroups(ctx);
	return {
		house: house && { slug: house.slug, title: house.title, municipality: house.municipality },
		isMissing: slug !== null && !house,
		requests: Object.fromEntries(open.map(({ id, title }) => [id, title])),
		request: url.searchParams.get('gesuch'),
		mine: house ? groups.filter(({ isSpeaker, state }) => isSpeaker && isAlive(state)) : []
	};
};

export const actions: Actions = {
	found: action(foundForm, async (input, { locals }) => {
		const id = await foundGroup(locals.ctx, input);
		redirect(303, `/konto/gruppen/${id}?neu`);
	}),
	choose: action(
		z.object({ groupId: z.uuid('Diese Gruppe gibt es nicht mehr.'), house: z.string() }),
		async ({ groupId, house }, { locals }) => {
			await chooseHouse(locals.ctx, { id: groupId, house });
			redirect(303, `/konto/gruppen/${groupId}?gespeichert`);
		}
	)
};
