import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { seatIdForm } from '#modules/organisations/forms.ts';
import { endSeat } from '#modules/organisations/server/end-seat.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import { giveSeat } from '#modules/organisations/server/give-seat.ts';
import { listSeatsOf } from '#modules/organisations/server/list-seats-of.ts';
import { grantForm, grantIdForm, nothingForm } from '#modules/people/forms.ts';
import { mayGrant, mayResetSecondFactor } from '#modules/people/policy.ts';
import { findPerson } from '#modules/people/server/find-person.ts';
import { grantRole } from '#modules/people/server/grant-role.ts';
import { resetSecondFactor } from '#modules/people/server/reset-second-factor.ts';
import { revokeGrant } from '#modules/people/server/revoke-grant.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const person = await findPerson(ctx, params.id);
	const mayReset = person.hasFactor && mayResetSecondFactor(ctx.actor, person.id);
	const mayMakeAdmins = mayGrant(ctx.actor, 'admin');
	return { person, seats: await listSeatsOf(ctx, [person.id]), mayMakeAdmins, mayReset, now: ctx.now };
};

export const actions: Actions = {
	grant: action(grantForm, async ({ id, role, ort }, { locals: { ctx } }) => {
		if (role !== 'editor') await grantRole(ctx, { personId: id, role });
		else {
			const place = await findPlace(ctx, ort ?? '');
			if (!place) throw refused('no-such-place', 'Diese Kommune ist nicht bekannt. Bitte mit Postleitzahl oder AGS nennen.', 'ort');
			const organisationId = await ensureMunicipalityOrganisation(ctx, place.ags);
			await giveSeat(ctx, { organisationId, personId: id, function: 'administration', rights: 'manage' });
		}
		redirect(303, `/buero/personen/${id}`);
	}),
	resetFactor: action(nothingForm, async (_, { locals: { ctx }, params }) => {
		await resetSecondFactor(ctx, params.id ?? '');
		redirect(303, `/buero/personen/${params.id}`);
	}),
	revoke: action(grantIdForm, async ({ grantId }, { locals: { ctx }, params }) => {
		await revokeGrant(ctx, grantId);
		redirect(303, `/buero/personen/${params.id}`);
	}),
	end: action(seatIdForm, async ({ seatId }, { locals: { ctx }, params }) => {
		await endSeat(ctx, { id: seatId });
		redirect(303, `/buero/personen/${params.id}`);
	})
};
