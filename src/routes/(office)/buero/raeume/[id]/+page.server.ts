import { notFound } from '#lib/refusal.ts';
import { z } from 'zod';
import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { listGroupsOfProperty } from '#modules/groups/server/list-shown-groups.ts';
import { findPinMap } from '#modules/organisations/server/find-pin-map.ts';
import { propertyForm, saveForm, unitForm } from '#modules/properties/forms.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { findWorkbench } from '#modules/properties/server/find-workbench.ts';
import { removeUnit, saveUnit } from '#modules/properties/server/save-unit.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import { updateProperty } from '#modules/properties/server/update-property.ts';
import { typedOf } from '#modules/properties/typed.ts';
import { findMoveDoubts } from '#modules/properties/server/find-move-doubts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params, url }) => {
	const { property, units, maySteer } = await findWorkbench(ctx, params.id);
	return {
		house: property,
		typed: typedOf(property),
		units,
		pinMap: await findPinMap(ctx, property),
		...{ owner: !maySteer, groups: await listGroupsOfProperty(ctx, property) },
		...{ saved: url.searchParams.get('gespeichert'), now: ctx.now }
	};
}) satisfies PageServerLoad;

const base = (url: URL) => url.pathname.split('/').slice(0, 3).join('/');
const unsaved = 'Noch nicht gespeichert: bitte die neue Adresse und Lage ansehen. Stimmt sie so, hilft „Trotzdem speichern“.';

export const actions: Actions = {
	save: action(saveForm.and(propertyForm), async (input, { locals, url }, data) => {
		const { id, version, anyway, toTown, ...rest } = input;
		const { ctx, house } = locals;
		const doubts = anyway || toTown ? null : await findMoveDoubts(ctx, { id, input: rest, geocoderUrl: house.env.GEOCODER_URL });
		if (doubts) return fail(409, { values: valuesOf(data), issues: {}, message: unsaved, doubts });
		await updateProperty(ctx, { id, version, input: rest, ags: toTown });
		redirect(303, `${base(url)}/${id}?gespeichert=1`);
	}),
	confirm: action(z.object({ id: z.string() }), async ({ id }, { locals, url }) => {
		if (!(await confirmProperties(locals.ctx, [id]))) throw notFound();
		redirect(303, `${base(url)}/${id}?gespeichert=bestaetigt`);
	}),
	takeBack: action(z.object({ id: z.string() }), async ({ id }, { locals, url }) => {
		await takeBackProperty(locals.ctx, id);
		redirect(303, `${base(url)}/${id}?gespeichert=zurueck`);
	}),
	unit: action(unitForm.and(z.object({ id: z.string(), unitId: z.string() })), async (input, { locals, url }) => {
		const { id, unitId, ...rest } = input;
		await saveUnit(locals.ctx, { id, unitId: unitId || undefined, input: rest });
		redirect(303, `${base(url)}/${id}#teile`);
	}),
	removeUnit: action(z.object({ id: z.string(), unitId: z.string() }), async (input, { locals, url }) => {
		await removeUnit(locals.ctx, input);
		redirect(303, `${base(url)}/${input.id}#teile`);
	})
};
