import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { roleForm } from '#modules/networks/forms.ts';
import { endRole } from '#modules/networks/server/end-role.ts';
import { saveRole } from '#modules/networks/server/save-role.ts';
import type { Actions, PageServerLoad } from './$types';

const back = (slug: string) => redirect(303, `/buero/netzwerk/${slug}/menschen?gespeichert`);

export const load: PageServerLoad = async ({ parent, locals: { ctx }, url }) => {
	const { desk } = await parent();
	if (!desk.may.run) throw forbidden('Das ist Sache des Netzwerkbüros.');
	return { edit: desk.roles.find(({ id }) => id === url.searchParams.get('eintrag')) ?? null, today: dayOf(ctx.now) };
};

export const actions: Actions = {
	save: action(roleForm.safeExtend({ id: z.string().optional(), slug: z.string() }), async ({ id, slug, ...input }, { locals }) => {
		await saveRole(locals.ctx, { slug, id: id || undefined, input });
		return back(slug);
	}),
	end: action(z.object({ id: z.uuid(), slug: z.string() }), async (input, { locals }) => {
		await endRole(locals.ctx, input);
		return back(input.slug);
	})
};
