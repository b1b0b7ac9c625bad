import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { chooseWalk } from '#modules/walks/server/find-walk-towns.ts';
import { listWalkHouses } from '#modules/walks/server/list-walk-houses.ts';
import { listWalkNotes } from '#modules/walks/server/list-walk-notes.ts';
import { settleWalkNote } from '#modules/walks/server/settle-walk-note.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { ags, towns } = await chooseWalk(ctx, url.searchParams.get('kommune'));
	return { walk: await listWalkHouses(ctx, ags), notes: await listWalkNotes(ctx, ags), towns, personId: ctx.actor?.id ?? '' };
};

const which = z.object({ id: z.uuid('Diesen Eintrag gibt es nicht mehr.'), ags: z.string().regex(/^\d{8}$/, 'Welche Kommune?') });

export const actions: Actions = {
	settle: action(which, async ({ id, ags }, { locals: { ctx } }) => {
		await settleWalkNote(ctx, { id, ags });
		return redirect(303, `/buero/rundgang?kommune=${ags}#nacharbeiten`);
	})
};
