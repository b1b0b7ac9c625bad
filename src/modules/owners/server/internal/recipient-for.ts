import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotRecipientStep, type RecipientStep } from '../../campaign.ts';
import { ownerCampaigns, ownerRecipients, owners } from '../tables.ts';
import { enterTown } from './town.ts';

const columns = { recipient: ownerRecipients, campaign: ownerCampaigns, owner: owners };
const rows = (ctx: Ctx) =>
	ctx.db
		.select(columns)
		.from(ownerRecipients)
		.innerJoin(ownerCampaigns, eq(ownerCampaigns.id, ownerRecipients.campaignId))
		.innerJoin(owners, eq(owners.id, ownerRecipients.ownerId));
export type LetterRow = Awaited<ReturnType<typeof rows>>[number];

/** One letter for whoever writes to the owners of that municipality. Throws 404. */
export async function recipientFor(ctx: Ctx, id: string, how: { reads?: string } = {}): Promise<LetterRow> {
	if (!isUuid(id)) throw notFound();
	const [row] = await rows(ctx).where(eq(ownerRecipients.id, id));
	if (!row) throw notFound();
	await enterTown(ctx, row.campaign.ags, how);
	return row;
}

/** A letter held until the end of the transaction, with a step that may be taken. No policy is asked: whoever calls it has. Throws 404 and 409. */
export async function lockLetter(ctx: Ctx, id: string, step: RecipientStep): Promise<LetterRow> {
	const [row] = await rows(ctx).where(eq(ownerRecipients.id, id)).for('update');
	if (!row) throw notFound();
	const why = whyNotRecipientStep({ state: row.recipient.state, doNotContactAt: row.owner.doNotContactAt }, step);
	if (why) throw refused(why.code, why.message);
	return row;
}
