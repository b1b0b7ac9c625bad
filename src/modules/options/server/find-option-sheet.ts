import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { sheetPaper } from '../sheet.ts';
import { findWholeOption } from './find-option-desk.ts';
import { holderFor, type HolderKey } from './internal/holder-for.ts';
import { loadWhole, type WholeOption } from './internal/load-whole.ts';

async function paperOf(ctx: Ctx, { option, milestones, talks, remedies }: WholeOption): Promise<Paper> {
	const [about] = await ctx.db
		.select({ house: properties.title, town: municipalities.nameShort, procedure: procedures.title, isDemo: procedures.isDemo })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(eq(procedures.id, option.procedureId));
	const { house = '', town = '', procedure = '', isDemo = false } = about ?? {};
	return sheetPaper({ ...option, house, town, procedure, isDemo, milestones, talks, remedies, today: dayOf(ctx.now) });
}

/** The option on paper, for the office. Throws 401 and 404. */
export const findDeskSheet = async (ctx: Ctx, procedureId: string): Promise<Paper> => paperOf(ctx, await findWholeOption(ctx, procedureId));

/** The same for whoever has it. Throws 401, 404, 410. */
export const findOwnSheet = async (ctx: Ctx, key: HolderKey): Promise<Paper> =>
	paperOf(ctx, await loadWhole(ctx, (await holderFor(ctx, key)).option));
