import type { Ctx } from '#modules/people/actor.ts';
import { shifted } from '../extension.ts';
import { newVersion } from './internal/new-version.ts';
import type { ProcedureRow } from './internal/procedure-for.ts';
import { loadFrozen } from './load-frozen.ts';

/** A later deadline for the round in force than the call says, and later days with it: a new version of the call, whose number it returns. In the caller's transaction, with the row held. */
export async function moveDeadline(ctx: Ctx, row: ProcedureRow, { until, reason }: { until: Date; reason: string }): Promise<number> {
	const { frozen, version } = await loadFrozen(ctx, row.id);
	await newVersion(ctx, row, { after: shifted(frozen, { round: row.round, until }), reason, kind: 'call.extended' });
	return version + 1;
}
