import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { yearsAfter } from '../owner.ts';
import { hashOfCode } from '../reply-code.ts';
import { checkStep, lockCampaign, nextVersion } from './internal/campaign-for.ts';
import { codeMaker } from './internal/reply-key.ts';
import { choose } from './internal/selection.ts';
import { tell } from './internal/town.ts';
import { ownerCampaigns, ownerRecipients } from './tables.ts';

/** Fixes whom a campaign writes to: from here on the register may change and the letters do not. Throws 404 and 409. */
export async function freezeCampaign(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const campaign = await lockCampaign(inside, id);
		const chosen = await choose(inside, campaign.ags, campaign.selection);
		const letters = chosen.filter(({ exclusion }) => exclusion === null).length;
		await checkStep(inside, campaign, { step: 'freeze', letters });
		const codeOf = await codeMaker(inside);
		const codeUntil = yearsAfter(campaign.replyBy, 1);
		await db.insert(ownerRecipients).values(
			chosen.map((one, position) => {
				const recipientId = newId();
				const state = one.exclusion ? ('excluded' as const) : ('queued' as const);
				return { id: recipientId, campaignId: id, ...one, state, hash: hashOfCode(codeOf(recipientId)), codeUntil, position: position + 1 };
			})
		);
		await db
			.update(ownerCampaigns)
			.set({ state: 'ready', frozenAt: ctx.now, version: nextVersion, updatedAt: ctx.now })
			.where(eq(ownerCampaigns.id, id));
		await tell(inside, campaign.ags, { kind: 'campaign.frozen', about: { name: campaign.name, letters } });
	});
}
