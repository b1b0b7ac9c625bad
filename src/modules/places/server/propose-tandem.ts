import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ProposalInput } from '../forms-exchange.ts';
import { mayEditPlace } from '../policy.ts';
import { whyNotPropose } from '../tandem.ts';
import { placeFor } from './internal/place-for.ts';
import { tandemsOf } from './internal/tandems-of.ts';
import { placePages, places, placeSteps, tandems } from './tables.ts';

/** Asks another place of the network, one that shows itself, to be a tandem. Nothing of contacts is told before both agree. */
export async function proposeTandem(ctx: Ctx, { id, otherId, message }: ProposalInput & { id: string }): Promise<string> {
	const { place } = await placeFor(ctx, id, mayEditPlace);
	return ctx.db.transaction(async (db) => {
		const [other] = await db
			.select({ id: places.id, networkId: places.networkId, organisationId: places.organisationId, state: places.state })
			.from(places)
			.innerJoin(placePages, eq(placePages.placeId, places.id))
			.where(eq(places.id, otherId));
		if (!other) throw notFound('Diesen Ort gibt es hier nicht.');
		const open = await db
			.select()
			.from(tandems)
			.where(and(tandemsOf(id), inArray(tandems.state, ['proposed', 'agreed'])));
		const not = whyNotPropose(place, other, {
			ownAgreed: open.some(({ state }) => state === 'agreed'),
			openBetween: open.some(({ proposerId, askedId }) => proposerId === otherId || askedId === otherId)
		});
		if (not || !place.networkId)
			throw refused(not?.code ?? 'other-network', not?.message ?? 'Der Ort gehört zu keinem Netzwerk.', not?.field);
		const tandem = { id: newId(), networkId: place.networkId, proposerId: id, askedId: otherId, message };
		const made = await db
			.insert(tandems)
			.values({ ...tandem, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now, updatedAt: ctx.now })
			.onConflictDoNothing()
			.returning({ id: tandems.id });
		if (!made.length) throw refused('already-proposed', 'Zwischen diesen beiden gibt es schon einen Vorschlag.');
		const step = {
			id: newId(),
			placeId: id,
			machine: 'tandem',
			subjectId: tandem.id,
			step: 'propose',
			from: 'none',
			to: 'proposed'
		} as const;
		await db.insert(placeSteps).values({ ...step, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
		await recordEvent({ ...ctx, db }, 'tandem.stepped', { subjectId: tandem.id, data: { step: 'propose', tell: otherId } });
		return tandem.id;
	});
}
