import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { feeText, whyNotPeriod, type Grant } from '../grant.ts';
import type { AboutInput, GrantInput } from '../light-forms.ts';
import { goalOf } from '../light.ts';
import { keepGrant } from './internal/keep-grant.ts';
import { loadGrant } from './internal/load-grant.ts';
import { changeDraft, type ProcedureRow } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

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

function refuseHoles({ fee, counterPerformance }: AboutInput): void {
	if (fee === null) throw refused('no-fee', 'Bitte die Pauschale nennen. Wo nichts zu zahlen ist, bitte 0.', 'fee');
	if (!counterPerformance)
		throw refused(
			'no-counter',
			'Bitte in einem Satz sagen, was die Gruppe dem Ort gibt, zum Beispiel einen offenen Nachmittag im Monat.',
			'counterPerformance'
		);
}

/** What it is about, in three answers; for a room grant also for how long, for how much and for what in return. Throws 401, 404, 409, 422. */
export async function describeLight(ctx: Ctx, { id, input }: { id: string; input: AboutInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		const isGrant = row.kind === 'room_grant';
		const texts: [string, string][] = [['Name', row.title], ['Ziel', row.goal], ...(isGrant ? await textsOfGrant(inside, row) : [])];
		await refuseConflict(inside, row, { read: input.version, texts });
		const { title, what, whom, open, transfer, fee, feeUnit } = input;
		if (isGrant) {
			refuseHoles(input);
			await keepGrant(inside, id, grantFrom(input));
		}
		const terms = isGrant ? { priceCents: fee, priceUnit: feeUnit } : { transfer };
		await inside.db
			.update(procedures)
			.set({ title, goal: goalOf([what, whom, open]), ...terms, version: input.version + 1 })
			.where(eq(procedures.id, id));
	});
}
