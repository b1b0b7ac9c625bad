import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PartnerInput } from '../forms-partner.ts';
import type { Partner } from '../partner.ts';
import { isDirect } from '../procedure.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { loadPartner } from './load-partner.ts';
import { procedurePartners } from './partner-tables.ts';
import { procedures } from './tables.ts';

/** Puts the group down, in the transaction of the caller, who has asked who may. */
export async function keepPartner(ctx: Pick<Ctx, 'db'>, procedureId: string, partner: Partner): Promise<void> {
	await ctx.db
		.insert(procedurePartners)
		.values({ procedureId, ...partner })
		.onConflictDoUpdate({ target: procedurePartners.procedureId, set: partner });
}

/** To whom a house is to go without a competition, and why. Throws 401, 404, 409 (with both texts when somebody was faster). */
export async function savePartner(ctx: Ctx, { id, input }: { id: string; input: PartnerInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		if (!isDirect(row.kind)) throw refused('not-direct', 'Das ist keine direkte Vermittlung mehr. Bitte die Seite neu laden.');
		const known = await loadPartner(inside, id);
		const texts: [string, string][] = [
			['Gruppe', known?.name ?? ''],
			['Warum ohne Wettbewerb', known?.reasons ?? '']
		];
		await refuseConflict(inside, row, { read: input.version, texts });
		const { version, ...partner } = input;
		await keepPartner(inside, id, partner);
		await inside.db
			.update(procedures)
			.set({ version: version + 1 })
			.where(eq(procedures.id, id));
	});
}
