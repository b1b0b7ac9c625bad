import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { whyNotRecipientStep, type RecipientStep } from '../campaign.ts';
import type { Block } from '#lib/server/pdf/blocks.ts';
import { lettersOf } from './internal/letters.ts';
import { recipientFor } from './internal/recipient-for.ts';
import { hasSender } from './internal/campaign-for.ts';
import { ownerReplies } from './tables.ts';

export type FoundRecipient = Awaited<ReturnType<typeof findRecipient>>;
export type LetterPreview = { recipient: string[]; subject: string; blocks: Block[] };

/** One letter with its words as they are printed, and what was answered; for whoever writes to the owners of that municipality. Throws 404. */
export async function findRecipient(ctx: Ctx, { id, baseUrl }: { id: string; baseUrl: string }) {
	const { recipient, campaign, owner } = await recipientFor(ctx, id, { reads: 'Brief' });
	const [house] = await ctx.db
		.select({ id: properties.id, title: properties.title, reference: properties.reference })
		.from(properties)
		.where(eq(properties.id, recipient.propertyId));
	const replies = await ctx.db
		.select()
		.from(ownerReplies)
		.where(eq(ownerReplies.recipientId, id))
		.orderBy(desc(ownerReplies.at), desc(ownerReplies.id));
	const series = (await hasSender(ctx, campaign.ags)) ? await lettersOf(ctx, campaign, { baseUrl, only: id }) : null;
	const letter: LetterPreview | null = series?.letters[0] ?? null;
	const may = (step: RecipientStep) => whyNotRecipientStep({ state: recipient.state, doNotContactAt: owner.doNotContactAt }, step) === null;
	return {
		recipient,
		campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
		owner: { id: owner.id, name: owner.name, phone: owner.phone, doNotContactAt: owner.doNotContactAt },
		house: house ?? { id: '', title: '', reference: '' },
		replies,
		letter,
		may: { exclude: may('exclude'), return: may('return'), answer: may('answer') }
	};
}
