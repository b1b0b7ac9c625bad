import { eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { districtTitle } from '../municipality.ts';
import { findPlace } from './find-place.ts';
import { countManagers } from './internal/managers.ts';
import { districts, municipalities, organisations } from './tables.ts';

export type ClaimTarget = {
	code: string;
	name: string;
	state: 'free' | 'taken' | 'mine' | 'none';
	/** The office knows an official mail domain, so a mail to it is a way in. Which one stays unsaid. */
	knowsDomain: boolean;
	/** The county of a municipality, which can be claimed as well. */
	county: { code: string; name: string } | null;
};

/** What somebody would claim: `asked` is an AGS, a county's five digits, or a place as people write it. `null` when nothing fits. */
export async function findClaimTarget(ctx: Ctx, asked: string): Promise<ClaimTarget | null> {
	if (!ctx.actor) throw unauthenticated();
	if (/^\d{5}$/.test(asked)) {
		const [county] = await ctx.db.select().from(districts).where(eq(districts.code, asked));
		if (county && !/stadt/i.test(county.type))
			return describe(ctx, { code: asked, name: districtTitle(county), isUnincorporated: false, county: null });
	}
	const place = /^\d{8}$/.test(asked) ? { ags: asked } : await findPlace(ctx, asked);
	if (!place) return null;
	const [town] = await ctx.db
		.select({
			code: municipalities.ags,
			name: municipalities.nameShort,
			isUnincorporated: municipalities.isUnincorporated,
			district: districts
		})
		.from(municipalities)
		.innerJoin(districts, eq(districts.code, municipalities.districtCode))
		.where(eq(municipalities.ags, place.ags));
	if (!town) return null;
	const county = /stadt/i.test(town.district.type) ? null : { code: town.district.code, name: districtTitle(town.district) };
	return describe(ctx, { ...town, county });
}

async function describe(
	ctx: Ctx,
	{ code, name, isUnincorporated, county }: Pick<ClaimTarget, 'code' | 'name' | 'county'> & { isUnincorporated: boolean }
): Promise<ClaimTarget> {
	const target = { code, name, county };
	if (isUnincorporated) return { ...target, state: 'none', knowsDomain: false };
	const [made] = await ctx.db
		.select({ id: organisations.id, mailDomains: organisations.mailDomains })
		.from(organisations)
		.where(code.length === 8 ? eq(organisations.ags, code) : eq(organisations.districtCode, code));
	if (!made) return { ...target, state: 'free', knowsDomain: false };
	const { managers, isMember } = await countManagers(ctx, { organisationId: made.id, personId: ctx.actor?.id ?? '' });
	return { ...target, state: isMember ? 'mine' : managers ? 'taken' : 'free', knowsDomain: made.mailDomains.length > 0 };
}
