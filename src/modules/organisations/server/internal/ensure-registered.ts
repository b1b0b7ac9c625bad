import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { districtTitle } from '../../municipality.ts';
import { ensureMunicipalityOrganisation } from '../ensure-municipality-organisation.ts';
import { districts, organisations } from '../tables.ts';

/** The organisation of a municipality (eight digits) or a county (five). Throws notFound. */
export async function ensureRegistered(ctx: Pick<Ctx, 'db' | 'now'>, code: string): Promise<string> {
	if (code.length === 8) return ensureMunicipalityOrganisation(ctx, code);
	const [county] = await ctx.db.select().from(districts).where(eq(districts.code, code));
	if (!county || !/^(Kreis|Landkreis|Regionalverband)$/.test(county.type)) throw notFound('Diesen Landkreis gibt es im Register nicht.');
	await ctx.db
		.insert(organisations)
		.values({
			...{ id: newId(), slug: `kreis-${county.slug}`, kind: 'county', name: districtTitle(county) },
			...{ districtCode: code, sector: 'local_authorities', createdAt: ctx.now, updatedAt: ctx.now }
		})
		.onConflictDoNothing();
	const [made] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.districtCode, code));
	if (!made) throw notFound();
	return made.id;
}
