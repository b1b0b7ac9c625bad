import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { feeText, whyNotPeriod, type Grant } from '../../grant.ts';
import type { GrantInput } from '../../forms-light.ts';
import { procedureGrants } from '../grant-tables.ts';
import { loadGrant } from './load-grant.ts';
import type { ProcedureRow } from './procedure-for.ts';

/** Puts the terms of a room grant down, in the transaction of the caller, who has asked who may. */
export async function keepGrant(ctx: Pick<Ctx, 'db'>, procedureId: string, grant: Grant): Promise<void> {
	await ctx.db
		.insert(procedureGrants)
		.values({ procedureId, ...grant })
		.onConflictDoUpdate({ target: procedureGrants.procedureId, set: grant });
}

/** What this holds of a grant, for whoever was slower. */
export async function textsOfGrant(ctx: Ctx, row: ProcedureRow): Promise<[string, string][]> {
	const grant = await loadGrant(ctx, row.id);
	return [
		['Zeitraum', [grant?.fromDay, grant?.untilDay].filter(Boolean).join(' bis ')],
		['Pauschale', feeText(row) ?? ''],
		['Was der Ort davon hat', grant?.counterPerformance ?? '']
	];
}

/** The terms as they were typed. Throws 422 with the field where something does not fit. */
export function grantFrom({ from, until, counterPerformance }: Omit<GrantInput, 'version'>): Grant {
	const grant = { fromDay: from ?? null, untilDay: until ?? null, counterPerformance };
	const not = whyNotPeriod(grant);
	if (not) throw refused('no-period', not.message, not.field);
	return grant;
}
