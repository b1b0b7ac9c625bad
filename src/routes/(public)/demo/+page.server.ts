import { notFound } from '#lib/refusal.ts';
import { grantsOfSeats, seatState } from '#modules/organisations/seat.ts';
import { listSeatsOf } from '#modules/organisations/server/list-seats-of.ts';
import { deviceLabel, localPath } from '#modules/people/session.ts';
import { listCast } from '#modules/people/server/list-cast.ts';
import { signInAsCast } from '#modules/people/server/sign-in-as-cast.ts';
import { enter } from '../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.house.env.DEMO) throw notFound();
	const { ctx } = locals;
	const cast = await listCast(ctx);
	const seats = await listSeatsOf(
		ctx,
		cast.map(({ id }) => id)
	);
	const held = (id: string) =>
		seats
			.filter((seat) => seat.personId === id && seatState(seat, ctx.now) === 'valid')
			.map(({ organisation: { id, ags }, rights }) => ({ organisationId: id, ags, rights }));
	return {
		cast: cast.map((person) => ({ ...person, grants: [...person.grants, ...grantsOfSeats(held(person.id))] })),
		me: ctx.actor?.id ?? null,
		returnTo: localPath(url.searchParams.get('zurueck'), '')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const device = deviceLabel(event.request.headers.get('user-agent'));
		const wish = { personId: String(data.get('person')), device, demo: event.locals.house.env.DEMO };
		const token = await signInAsCast(event.locals.ctx, wish);
		return enter(event, { token, returnTo: localPath(String(data.get('zurueck') ?? ''), '/konto') });
	}
};
