import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden, notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { logoForm, profileForm } from '#modules/organisations/forms.ts';
import { isRegistered } from '#modules/organisations/organisation.ts';
import { mayEditOrganisation, mayLookInside } from '#modules/organisations/policy.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { removeLogo, saveLogo } from '#modules/organisations/server/save-logo.ts';
import { saveOrganisation } from '#modules/organisations/server/save-organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const organisation = await findOrganisation(ctx, params.id);
	if (organisation.id !== params.id || !mayLookInside(ctx.actor, organisation.id)) throw notFound();
	if (!mayEditOrganisation(ctx.actor, organisation.id)) throw forbidden();
	return { organisation, isRegistered: isRegistered(organisation.kind) };
};

const ofThis = { id: z.uuid('Diese Organisation gibt es nicht mehr.') };

export const actions: Actions = {
	save: action(profileForm.extend({ id: z.uuid() }), async (input, { locals: { ctx } }) => {
		await saveOrganisation(ctx, input);
		redirect(303, `/konto/organisation/${input.id}?neu=profil`);
	}),
	logo: action(logoForm.extend(ofThis), async ({ id, alt }, { locals }, data) => {
		const [upload] = await readUploads(data, 'logo');
		await saveLogo(locals.ctx, { id, alt, upload, store: locals.house.store });
		redirect(303, `/konto/organisation/${id}?neu=logo`);
	}),
	removeLogo: action(z.object(ofThis), async ({ id }, { locals }) => {
		await removeLogo(locals.ctx, { id, store: locals.house.store });
		redirect(303, `/konto/organisation/${id}?neu=ohne-logo`);
	})
};
