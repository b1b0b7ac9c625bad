import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { selectionOf, type CampaignInput } from '../forms.ts';
import { checkStep, lockCampaign, nextVersion } from './internal/campaign-for.ts';
import { ownerCampaigns } from './tables.ts';

/** Changes text and selection of a draft. `version`: the one that was read. Throws 404 and 409. */
export async function saveCampaign(ctx: Ctx, { id, version, input }: { id: string; version: number; input: CampaignInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		await checkStep(inside, campaign, { step: 'save' });
		const { name, goal, subject, text, signatory, signatoryRole, replyBy, withCosts } = input;
		const [row] = await db
			.update(ownerCampaigns)
			.set({
				...{ name, goal, subject, text, signatory, signatoryRole, replyBy, withCosts },
				...{ selection: selectionOf(input), version: nextVersion, updatedAt: ctx.now }
			})
			.where(and(eq(ownerCampaigns.id, id), eq(ownerCampaigns.version, version)))
			.returning({ id: ownerCampaigns.id });
		if (!row)
			throw refused(
				'changed-meanwhile',
				'Jemand hat dieses Anschreiben inzwischen geändert. Ihre Eingaben stehen noch da; bitte vergleichen.'
			);
	});
}
