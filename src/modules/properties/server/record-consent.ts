import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayPublish } from '../policy.ts';
import { whyNotPublish, type Scope } from '../publication.ts';
import { isOut } from '../shown.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { publicationConsents } from './tables.ts';

export type ConsentInput = {
	id: string;
	legalBasis: 'consent' | 'public_task' | 'self_reported' | 'own_property';
	givenBy: string;
	givenOn?: string;
	scope: Scope;
	validUntil?: string;
	note?: string;
};

/** Writes down on which ground a building may be shown, and how far. The software records it and never decides it. */
export async function recordConsent(ctx: Ctx, { id, givenOn, ...consent }: ConsentInput): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	await ctx.db.insert(publicationConsents).values({
		...consent,
		id: newId(),
		propertyId: id,
		givenAt: givenOn ? new Date(`${givenOn}T00:00:00Z`) : ctx.now,
		recordedBy: ctx.actor?.id
	});
}

/** Notes that a consent was taken back. What stood on it alone is withdrawn in the same moment. */
export async function withdrawConsent(ctx: Ctx, { id, consentId }: { id: string; consentId: string }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const [row] = await db
			.update(publicationConsents)
			.set({ withdrawnAt: ctx.now })
			.where(and(eq(publicationConsents.id, consentId), eq(publicationConsents.propertyId, id)))
			.returning({ id: publicationConsents.id });
		if (!row) throw notFound();
		if (!isOut(property.publicationState)) return;
		const facts = await publicationFacts(within, property, { state: 'internal' });
		if (whyNotPublish(facts, property.publicationState).some(({ code }) => code.startsWith('consent')))
			await takeStep(within, property, { publication: 'internal', reason: 'Einwilligung zurückgenommen' });
	});
}
