import { asc, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Programme } from '../../programme.ts';
import { fundingProgrammes } from '../tables.ts';
import { programmeColumns } from './programme-columns.ts';

/** A small directory: all of it is read, and weighed in memory. */
export const publishedProgrammes = (ctx: Pick<Ctx, 'db'>): Promise<Programme[]> =>
	ctx.db
		.select(programmeColumns)
		.from(fundingProgrammes)
		.where(isNotNull(fundingProgrammes.publishedAt))
		.orderBy(asc(fundingProgrammes.title), asc(fundingProgrammes.id))
		.limit(2000);
