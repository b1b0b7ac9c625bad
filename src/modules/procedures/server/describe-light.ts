import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { AboutInput } from '../forms-light.ts';
import { goalOf } from '../light.ts';
import { grantFrom, keepGrant, textsOfGrant } from './internal/keep-grant.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

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
