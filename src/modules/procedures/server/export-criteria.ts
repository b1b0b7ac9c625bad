import type { Ctx } from '#modules/people/actor.ts';
import { toCriteriaFile, type CriteriaFile } from '../criteria-set.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { procedureAtDesk } from './internal/procedure-for.ts';

/** The criteria as a file for other towns. Throws 401 and 404. */
export async function exportCriteria(ctx: Ctx, id: string): Promise<CriteriaFile> {
	const { row, house } = await procedureAtDesk(ctx, id);
	return toCriteriaFile(await loadCriteria(ctx, id), { title: row.title, source: house.town });
}
