import { and, eq, gt } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, Refusal, refused, unauthenticated } from '#lib/refusal.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { networkPages } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { NewPlace } from '../forms.ts';
import { mayBeginPlace } from '../policy.ts';
import { freeSlug } from './internal/free-slug.ts';
import { townOf } from './internal/town-of.ts';
import { placeProgrammes, places, placeSteps } from './tables.ts';

const perDay = 10;

/** The network that places join: it has a programme and shows itself. */
async function programmeOf(ctx: Ctx, slug: string | undefined): Promise<string | null> {
	if (!slug) return null;
	const [row] = await ctx.db
		.select({ id: placeProgrammes.networkId })
		.from(placeProgrammes)
		.innerJoin(networkPages, eq(networkPages.networkId, placeProgrammes.networkId))
		.where(eq(networkPages.slug, slug));
	if (!row) throw refused('no-such-network', 'Dieses Netzwerk nimmt keine Orte auf. Bitte eines aus der Liste wählen.', 'network');
	return row.id;
}

/** Begins a place on its way (im Aufbau) for a group in which one may edit; nobody else sees it before it is published. Returns its id. */
export async function beginPlace(ctx: Ctx, { name, organisationId, ort, network }: NewPlace): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayBeginPlace(ctx.actor, organisationId)) {
		if (holdsSeat(ctx.actor, organisationId, 'read')) throw forbidden('Einen Ort legt an, wer in der Gruppe bearbeiten darf.');
		throw notFound('Diese Gruppe gibt es hier nicht, oder Ihr gehört nicht dazu.');
	}
	const actorId = ctx.actor.id;
	const ags = await townOf(ctx, ort);
	const networkId = await programmeOf(ctx, network);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const slug = await freeSlug(inside, name);
		const recent = await db
			.select({ id: places.id, name: places.name, organisationId: places.organisationId })
			.from(places)
			.where(and(eq(places.createdBy, actorId), gt(places.createdAt, new Date(ctx.now.getTime() - 86_400_000))));
		const same = recent.find((one) => one.name === name && one.organisationId === organisationId);
		if (same) return same.id;
		if (recent.length >= perDay)
			throw new Refusal(429, 'too-many-places', { message: 'Zehn Orte an einem Tag genügen. Morgen geht es weiter.' });
		const id = newId();
		const stamp = { createdBy: actorId, createdAt: ctx.now, updatedAt: ctx.now };
		await db.insert(places).values({ id, slug, organisationId, networkId, ags, name, profile: {}, ...stamp });
		const step = { id: newId(), placeId: id, machine: 'place', subjectId: id, step: 'begin', from: 'none', to: 'emerging' } as const;
		await db.insert(placeSteps).values({ ...step, at: ctx.now, byPersonId: actorId });
		await recordEvent(inside, 'place.begun', { subjectId: id, data: { organisation: organisationId, network: networkId } });
		return id;
	});
}
