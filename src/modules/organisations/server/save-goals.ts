import { eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { holdsSeat, mayEditMunicipality } from '../policy.ts';
import { municipalities, municipalityProfiles, organisations } from './tables.ts';

/** What the municipality wants its empty houses to serve: words of the catalogue that requests use too, so that both can be compared. */
export async function saveGoals(ctx: Ctx, { ags, goals }: { ags: string; goals: string[] }): Promise<void> {
	if (!mayEditMunicipality(ctx.actor, ags)) throw forbidden();
	const row = { goals: [...new Set(goals)], updatedAt: ctx.now };
	await ctx.db.transaction(async (db) => {
		const [known] = await db.select({ ags: municipalities.ags }).from(municipalities).where(eq(municipalities.ags, ags));
		if (!known) throw refused('unknown-municipality', 'Diese Gemeinde gibt es im Register nicht. Bitte den Gemeindeschlüssel prüfen.');
		const [before] = await db
			.select({ goals: municipalityProfiles.goals })
			.from(municipalityProfiles)
			.where(eq(municipalityProfiles.ags, ags));
		await db
			.insert(municipalityProfiles)
			.values({ ags, ...row })
			.onConflictDoUpdate({ target: municipalityProfiles.ags, set: row });
		const [own] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
		const onBehalf = isOffice(ctx.actor) && !(own && holdsSeat(ctx.actor, own.id, 'read'));
		const data = { before: { goals: before?.goals ?? [] }, after: { goals: row.goals }, ...(onBehalf && { onBehalf }) };
		await recordEvent({ ...ctx, db }, 'municipality.goals_saved', { subjectId: ags, data });
	});
}
