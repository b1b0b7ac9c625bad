import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { municipalities, organisations } from './tables.ts';

/** The organisation of a municipality of the register (`ags`, eight digits), made unclaimed and unseen when nobody needed it before. Returns its id. Throws notFound. */
export async function ensureMunicipalityOrganisation(ctx: Pick<Ctx, 'db' | 'now'>, ags: string): Promise<string> {
	const [known] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
	if (known) return known.id;
	const [place] = await ctx.db
		.select({ slug: municipalities.slug, name: municipalities.nameShort })
		.from(municipalities)
		.where(eq(municipalities.ags, ags));
	if (!place) throw notFound('Diese Gemeinde gibt es im Register nicht.');
	const row = { ...place, kind: 'municipality', sector: 'local_authorities', ags, placeAgs: ags } as const;
	await ctx.db
		.insert(organisations)
		.values({ id: newId(), ...row, createdAt: ctx.now, updatedAt: ctx.now })
		.onConflictDoNothing({ target: organisations.ags });
	const [made] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, ags));
	if (!made) throw notFound();
	return made.id;
}
