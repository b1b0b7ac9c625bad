import { z } from 'zod';
import { grantsOfSeats, seatState } from '#modules/organisations/seat.ts';
import { listMunicipalStaff } from '#modules/organisations/server/list-municipal-staff.ts';
import { listSeatsOf } from '#modules/organisations/server/list-seats-of.ts';
import { listFailedMails } from '#modules/people/server/list-failed-mails.ts';
import { listPeople, peoplePerPage } from '#modules/people/server/list-people.ts';
import type { PageServerLoad } from './$types';

const filter = z.object({
	q: z.string().max(200).catch(''),
	alle: z.literal('ja').optional().catch(undefined),
	seite: z.coerce.number().int().min(1).max(100_000).catch(1)
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const { q, alle, seite } = filter.parse(Object.fromEntries(url.searchParams));
	const { ctx } = locals;
	const staff = !alle && !q;
	const { people, total } = await listPeople(ctx, { q, staff, alsoStaff: staff ? await listMunicipalStaff(ctx) : [], page: seite });
	const valid = await listSeatsOf(
		ctx,
		people.map(({ id }) => id)
	).then((seats) => seats.filter((seat) => seatState(seat, ctx.now) === 'valid'));
	const held = (id: string) =>
		grantsOfSeats(
			valid.filter(({ personId }) => personId === id).map(({ organisation: { id, ags }, rights }) => ({ organisationId: id, ags, rights }))
		);
	return {
		people: people.map(({ id, name, email, grants }) => ({ id, name, email, grants: [...grants, ...held(id)] })),
		total,
		filter: { q, all: alle === 'ja', page: seite },
		pages: Math.max(1, Math.ceil(total / peoplePerPage)),
		failedMails: await listFailedMails(ctx),
		now: ctx.now
	};
};
