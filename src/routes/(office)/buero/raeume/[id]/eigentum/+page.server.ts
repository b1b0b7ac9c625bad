import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { attitudeForm, causeForm, costQuery, ownerForm, ownershipForm } from '#modules/owners/forms.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import { findHouseOwners, listKnownOwners } from '#modules/owners/server/find-house-owners.ts';
import { recordAttitude } from '#modules/owners/server/record-attitude.ts';
import { recordCause, removeCause } from '#modules/owners/server/record-cause.ts';
import { removeOwnership } from '#modules/owners/server/remove-ownership.ts';
import { saveOwnership } from '#modules/owners/server/save-ownership.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params: { id }, url }) => {
	const query = Object.fromEntries(url.searchParams);
	const typed = costQuery.parse(query);
	return {
		...(await findHouseOwners(ctx, { id, typed })),
		known: await listKnownOwners(ctx, id),
		typed,
		opened: query.kosten !== undefined,
		done: query.fertig ?? null
	};
}) satisfies PageServerLoad;

const ofHouse = z.object({ id: z.string() });
const ofShare = ofHouse.extend({ ownershipId: z.string() });
const back = (url: URL, done: string): never => redirect(303, `${url.pathname}?fertig=${done}`);

export const actions: Actions = {
	add: action(ownerForm.and(ownershipForm).and(ofHouse), async (input, { locals, url }) => {
		const { id, rank, right, share, since, until, ...owner } = input;
		await addOwner(locals.ctx, { propertyId: id, owner, ownership: { rank, right, share, since, until } });
		back(url, 'eingetragen');
	}),
	link: action(ownershipForm.and(ofHouse.extend({ ownerId: z.string() })), async ({ id, ownerId, ...ownership }, { locals, url }) => {
		await addOwner(locals.ctx, { propertyId: id, owner: { id: ownerId }, ownership });
		back(url, 'eingetragen');
	}),
	share: action(ownershipForm.and(ofShare), async ({ ownershipId, id: _id, ...input }, { locals, url }) => {
		await saveOwnership(locals.ctx, { id: ownershipId, input });
		back(url, 'gespeichert');
	}),
	attitude: action(attitudeForm.and(ofShare), async ({ ownershipId, id: _id, ...input }, { locals, url }) => {
		await recordAttitude(locals.ctx, { id: ownershipId, input });
		back(url, 'haltung');
	}),
	remove: action(ofShare, async ({ ownershipId }, { locals, url }) => {
		await removeOwnership(locals.ctx, ownershipId);
		back(url, 'entfernt');
	}),
	cause: action(causeForm.and(ofHouse), async ({ id, ...said }, { locals, url }) => {
		await recordCause(locals.ctx, { propertyId: id, ...said });
		back(url, 'grund');
	}),
	dropCause: action(causeForm.and(ofHouse), async ({ id, cause }, { locals, url }) => {
		await removeCause(locals.ctx, { propertyId: id, cause });
		back(url, 'entfernt');
	})
};
