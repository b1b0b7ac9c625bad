import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { criteriaSet, readCriteriaSet, toCriteriaFile, type CriteriaSet } from '../criteria-set.ts';
import { templateOf } from '../templates.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { changeDraft, procedureAtDesk } from './internal/procedure-for.ts';
import { putSet } from './internal/put-set.ts';

/** From a template, from another procedure at the same desk, or from a file. */
export type TakeFrom = { key: string } | { json: string };

async function setFrom(ctx: Ctx, from: TakeFrom): Promise<CriteriaSet> {
	if ('json' in from) {
		const read = readCriteriaSet(from.json);
		if ('message' in read) throw refused('not-readable', read.message, 'file');
		return read.set;
	}
	const template = templateOf(from.key);
	if (template) return template.set;
	const { row } = await procedureAtDesk(ctx, from.key);
	return criteriaSet.parse(toCriteriaFile(await loadCriteria(ctx, row.id), { title: row.title, source: '' }));
}

/** Takes over a whole set of criteria. What is there already goes only when it was said so. Throws 401, 404, 409, 422 with what is wrong with a file. */
export async function takeCriteria(ctx: Ctx, { id, from, replace }: { id: string; from: TakeFrom; replace: boolean }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const set = await setFrom(inside, from);
		const { areas, eligibility } = await loadCriteria(inside, id);
		if ((areas.length || eligibility.length) && !replace)
			throw refused(
				'has-criteria',
				'Hier stehen schon Kriterien. Bitte ankreuzen, dass sie ersetzt werden sollen. Vorher lassen sie sich als Datei sichern.',
				'replace'
			);
		await putSet(inside, id, set);
		await recordEvent(inside, 'procedure.criteria_taken', { subjectId: id });
	});
}
