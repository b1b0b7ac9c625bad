import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { maySeeOwnInvoices } from '#modules/invoices/policy.ts';
import { endForm, invitationForm, rightsForm } from '#modules/organisations/forms.ts';
import { whyNotShow } from '#modules/organisations/organisation.ts';
import { mayEditOrganisation, mayLookInside, mayManageOrganisation } from '#modules/organisations/policy.ts';
import { momentAfter } from '#modules/organisations/seat.ts';
import { changeRights } from '#modules/organisations/server/change-rights.ts';
import { endSeat } from '#modules/organisations/server/end-seat.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { inviteColleague } from '#modules/organisations/server/invite-colleague.ts';
import { listInvitations, listMembers } from '#modules/organisations/server/list-members.ts';
import { publishOrganisation } from '#modules/organisations/server/publish-organisation.ts';
import { withdrawInvitation } from '#modules/organisations/server/withdraw-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const organisation = await findOrganisation(ctx, params.id);
	if (organisation.id !== params.id || !mayLookInside(ctx.actor, organisation.id)) throw notFound();
	const [members, invitations] = [await listMembers(ctx, organisation.id), await listInvitations(ctx, organisation.id)];
	const { id } = organisation;
	const invoices = maySeeOwnInvoices(ctx.actor, organisation);
	const may = { edit: mayEditOrganisation(ctx.actor, id), manage: mayManageOrganisation(ctx.actor, id), invoices };
	const against = whyNotShow(organisation)?.message ?? null;
	return { organisation, members, invitations, may, against, me: ctx.actor?.id ?? '', said: url.searchParams.get('neu'), now: ctx.now };
};

const back = (id: string, said: string): never => redirect(303, `/konto/organisation/${id}?neu=${said}`);
const ofThis = { id: z.uuid('Diese Organisation gibt es nicht mehr.') };

export const actions: Actions = {
	invite: action(invitationForm.extend(ofThis), async ({ id, ...input }, { locals: { ctx } }) => {
		await inviteColleague(ctx, { ...input, organisationId: id });
		back(id, 'einladung');
	}),
	withdraw: action(
		z.object({ ...ofThis, invitationId: z.uuid('Diese Einladung gibt es nicht mehr.') }),
		async (input, { locals: { ctx } }) => {
			await withdrawInvitation(ctx, { id: input.invitationId, organisationId: input.id });
			back(input.id, 'zurueckgenommen');
		}
	),
	rights: action(rightsForm.extend(ofThis), async ({ id, seatId, rights }, { locals: { ctx } }) => {
		await changeRights(ctx, { id: seatId, organisationId: id, rights });
		back(id, 'rechte');
	}),
	end: action(endForm, async ({ seatId, lastDay, handoverNote, reason }, { locals: { ctx }, params }) => {
		const { isOwn } = await endSeat(ctx, { id: seatId, endsAt: lastDay ? momentAfter(lastDay) : undefined, handoverNote, reason });
		if (isOwn && !lastDay) redirect(303, '/konto/organisation');
		back(params.id ?? '', 'beendet');
	}),
	show: action(z.object({ ...ofThis, shown: z.enum(['ja', 'nein']) }), async ({ id, shown }, { locals: { ctx } }) => {
		await publishOrganisation(ctx, { id, shown: shown === 'ja' });
		back(id, shown === 'ja' ? 'gezeigt' : 'verborgen');
	})
};
