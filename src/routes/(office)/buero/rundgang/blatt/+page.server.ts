import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, valuesOf } from '#lib/server/action.ts';
import { readPaper } from '#modules/walks/forms.ts';
import { chooseWalk } from '#modules/walks/server/find-walk-towns.ts';
import { listWalkHouses } from '#modules/walks/server/list-walk-houses.ts';
import { takePaper } from '#modules/walks/server/take-paper.ts';
import type { Actions, PageServerLoad } from './$types';

const perSheet = 40;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { ags } = await chooseWalk(ctx, url.searchParams.get('kommune'));
	const walk = await listWalkHouses(ctx, ags);
	const sheets = Math.max(1, Math.ceil(walk.houses.length / perSheet));
	const sheet = Math.min(sheets, Math.max(1, Math.trunc(Number(url.searchParams.get('seite')) || 1)));
	const houses = walk.houses.slice((sheet - 1) * perSheet, sheet * perSheet);
	return { town: walk.town, ags, sheet, sheets, houses, today: ctx.now };
};

export const actions: Actions = {
	default: action(z.object({ ags: z.string().regex(/^\d{8}$/, 'Welche Kommune?') }), async ({ ags }, { locals: { ctx } }, data) => {
		const values = valuesOf(data);
		const { lines, issues } = readPaper(values);
		if (Object.keys(issues).length) return fail(422, { values, issues });
		const taken = await takePaper(ctx, { ags, lines });
		if (!taken) return fail(422, { values, issues: {}, message: 'Auf diesem Blatt ist noch nichts angekreuzt.' });
		return redirect(303, `/buero/rundgang?kommune=${ags}&uebernommen=${taken}`);
	})
};
