import { eq } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { mayEditMunicipality } from '#modules/organisations/policy.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { holdProfile, tell } from './internal/profile-for.ts';
import { profiles } from './tables.ts';

/** Lays an empty profile for a municipality of the register: its editors, or the network office for one that nobody represents yet. Returns the slug. */
export async function beginProfile(ctx: Ctx, ags: string): Promise<string> {
	if (!mayEditMunicipality(ctx.actor, ags)) throw forbidden();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const id = await ensureMunicipalityOrganisation(inside, ags);
		const [own] = await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id));
		const known = await db.$count(profiles, eq(profiles.organisationId, id));
		if (!known) {
			await holdProfile(inside, id);
			await tell(inside, id, { kind: 'profile.begun' });
		}
		return own?.slug ?? id;
	});
}
