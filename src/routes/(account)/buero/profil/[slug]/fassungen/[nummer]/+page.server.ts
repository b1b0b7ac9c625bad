import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { changesBetween } from '#modules/profiles/compare.ts';
import { findVersion, listVersions } from '#modules/profiles/server/list-versions.ts';
import { returnToVersion } from '#modules/profiles/server/return-to-version.ts';
import type { Actions, PageServerLoad } from './$types';

const whole = z.coerce.number().int().min(1);

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent, url }) => {
	const number = whole.catch(0).parse(params.nummer);
	const { parts, ...version } = await findVersion(ctx, { slug: params.slug, number });
	const { desk } = await parent();
	const numbers = (await listVersions(ctx, params.slug)).map((one) => one.number);
	const other = whole.catch(0).parse(url.searchParams.get('mit'));
	const against = numbers.includes(other) ? other : null;
	const after = against === null ? desk.parts : (await findVersion(ctx, { slug: params.slug, number: against })).parts;
	return { version, numbers, against, changes: changesBetween(parts, after) };
};

export const actions: Actions = {
	default: action(z.object({ slug: z.string(), nummer: whole, meant: z.literal('ja') }), async ({ slug, nummer }, { locals }) => {
		await returnToVersion(locals.ctx, { slug, number: nummer });
		return redirect(303, `/buero/profil/${slug}?getan=fassung`);
	})
};
