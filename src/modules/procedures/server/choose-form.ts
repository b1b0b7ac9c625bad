import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { isLight, isUntouched, titleFor, type LightKind } from '../light.ts';
import { lightSets } from '../light-sets.ts';
import { kinds } from '../procedure.ts';
import { proposedTimeline } from '../timeline.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { changeDraft, type ProcedureRow } from './internal/procedure-for.ts';
import { putSet } from './internal/put-set.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

/** What the other form brought along goes with it; what somebody wrote stays. */
async function bringSet(ctx: Ctx, { id, kind: before }: ProcedureRow, kind: LightKind): Promise<void> {
	const criteria = await loadCriteria(ctx, id);
	const isEmpty = !criteria.areas.length && !criteria.eligibility.length;
	if (isEmpty || (isLight(before) && isUntouched(criteria, lightSets[before]))) await putSet(ctx, id, lightSets[kind]);
}

/** Which of the light forms it is. Title, questions and days follow as far as nobody has changed them. Throws 401, 404, 409. */
export async function chooseForm(ctx: Ctx, { id, version, kind }: { id: string; version: number; kind: LightKind }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row, house }) => {
		await refuseConflict(inside, row, {
			read: version,
			texts: [
				['Name', row.title],
				['Art', kinds[row.kind]]
			]
		});
		if (row.kind !== kind) await bringSet(inside, row, kind);
		const timeline = isLight(row.kind) ? row.timeline : proposedTimeline(kind, row.timeline.publish?.day ?? '');
		const isGrant = kind === 'room_grant';
		const money = { priceRule: 'fixed', priceShare: 0, priceFullCents: null, ...(isGrant && { priceUnit: 'month' as const }) } as const;
		const transfer = isGrant ? 'interim' : row.transfer === 'interim' ? 'lease' : row.transfer;
		await inside.db
			.update(procedures)
			.set({
				kind,
				transfer,
				timeline,
				version: version + 1,
				title: titleFor(kind, { title: row.title, house: house.title }),
				...(row.kind === kind ? {} : money)
			})
			.where(eq(procedures.id, id));
	});
}
