import { and, eq, ne } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { pioneerSteps, whyNotPioneer, type PioneerStep } from '../pioneer.ts';
import { holdsSeat, mayEditOrganisation } from '../policy.ts';
import { tell } from './internal/tell.ts';
import { validAt } from './internal/valid-seat.ts';
import { municipalities, organisations, pioneers, seats } from './tables.ts';

type Wish = { countyId: string; ags: string; step: PioneerStep };

/** The consent is the municipality's own: not even an office says yes for it. */
async function mayAnswer(ctx: Ctx, ags: string): Promise<boolean> {
	if (isEditorOf(ctx.actor, ags)) return true;
	const [own] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
	return own !== undefined && holdsSeat(ctx.actor, own.id, 'edit');
}

async function tellTown(ctx: Ctx, { county, countyId, ags }: { county: string; countyId: string; ags: string }): Promise<void> {
	const acting = await ctx.db
		.selectDistinct({ personId: seats.personId, id: organisations.id })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(organisations.ags, ags), ne(seats.rights, 'read'), validAt(ctx.now)));
	const data = {
		title: `${county} nennt Sie als Pionierkommune`,
		text: 'Bitte bestätigen oder ablehnen. Bis dahin steht „genannt vom Kreis“ dabei.'
	};
	for (const { personId, id } of acting)
		await addNotice(ctx, {
			personId,
			kind: 'pioneer-named',
			topic: 'direct_question',
			subjectId: countyId,
			data: { ...data, href: `/konto/organisation/${id}/pioniere` }
		});
}

/**
 * A county names a municipality of its own as taking part, or takes that back; the municipality says yes or no. Throws 404, 403 for the other side's
 * step, 409 with the reason.
 */
export async function stepPioneer(ctx: Ctx, { countyId, ags, step }: Wish): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const isTown = pioneerSteps[step].by === 'town';
	if (isTown ? !(await mayAnswer(ctx, ags)) : !mayEditOrganisation(ctx.actor, countyId))
		throw forbidden('Diesen Schritt macht die andere Seite.');
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [county] = await db.select().from(organisations).where(eq(organisations.id, countyId));
		const [town] = await db.select().from(municipalities).where(eq(municipalities.ags, ags));
		if (county?.kind !== 'county' || !town) throw notFound();
		if (town.districtCode !== county.districtCode) throw refused('elsewhere', `${town.nameShort} liegt in einem anderen Kreis.`, 'ags');
		const which = and(eq(pioneers.countyId, countyId), eq(pioneers.ags, ags));
		const [before] = await db.select().from(pioneers).where(which).for('update');
		const why = whyNotPioneer(before?.state ?? null, step);
		if (why) throw refused(why.code, why.message);
		const { to } = pioneerSteps[step];
		if (to === null) await db.delete(pioneers).where(which);
		else if (before)
			await db
				.update(pioneers)
				.set({ state: to, answeredAt: ctx.now, answeredBy: ctx.actor?.id ?? null })
				.where(which);
		else
			await db
				.insert(pioneers)
				.values({ id: newId(), countyId, ags, state: to, namedAt: ctx.now, namedBy: ctx.actor?.id ?? null })
				.onConflictDoNothing();
		await tell(inside, countyId, { kind: `pioneer.${step}`, after: { name: town.nameShort } });
		if (step === 'name') await tellTown(inside, { county: county.name, countyId, ags });
	});
}
