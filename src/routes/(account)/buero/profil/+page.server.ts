import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { isOffice, isStaff } from '#modules/people/actor.ts';
import { beginProfile } from '#modules/profiles/server/begin-profile.ts';
import { listOwnProfiles } from '#modules/profiles/server/list-own-profiles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url, request }) => {
	const profiles = await listOwnProfiles(ctx);
	const [only] = profiles;
	if (only && profiles.length === 1 && request.method === 'GET' && !isOffice(ctx.actor)) redirect(303, `/buero/profil/${only.slug}`);
	if (!profiles.length && !isStaff(ctx.actor))
		throw forbidden('Ein Kommunenprofil schreiben alle, die in einer Kommune einen Platz mit diesem Recht haben.');
	const ags = url.searchParams.get('ags');
	return { profiles, ags: ags && /^\d{8}$/.test(ags) ? ags : null, isOffice: isOffice(ctx.actor), now: ctx.now };
};

export const actions: Actions = {
	begin: action(
		z.object({ ags: z.string().regex(/^\d{8}$/, 'Der Gemeindeschlüssel hat acht Ziffern.') }),
		async ({ ags }, { locals: { ctx } }) => redirect(303, `/buero/profil/${await beginProfile(ctx, ags)}`)
	)
};
