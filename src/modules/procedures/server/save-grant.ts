import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { GrantInput } from '../forms-light.ts';
import { grantFrom, keepGrant, textsOfGrant } from './internal/keep-grant.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

/** The terms of a room grant: period, flat fee, what the place gets. Throws 401, 404, 409 (with both texts when somebody was faster), 422. */
export async function saveGrant(ctx: Ctx, { id, input }: { id: string; input: GrantInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		if (row.kind !== 'room_grant') throw refused('no-grant', 'Das ist kein Raumstipendium mehr. Bitte die Seite neu laden.');
		await refuseConflict(inside, row, { read: input.version, texts: await textsOfGrant(inside, row) });
		await keepGrant(inside, id, grantFrom(input));
		await inside.db
			.update(procedures)
			.set({ priceCents: input.fee, priceUnit: input.feeUnit, version: input.version + 1 })
			.where(eq(procedures.id, id));
	});
}
