import { dayOf } from '#lib/calendar.ts';
import { asc, eq, and, inArray, isNull } from 'drizzle-orm';
import type { LetterSeries } from '#lib/server/pdf/blocks.ts';
import { qrOf } from '#lib/server/qr.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine } from '#modules/properties/address.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { refused } from '#lib/refusal.ts';
import { outreachLetter, type OutreachFacts } from '../../letter.ts';
import { addressLines } from '../../owner.ts';
import { writtenCode } from '../../reply-code.ts';
import { ownerRecipients, owners, ownerSenders } from '../tables.ts';
import { costsOf } from './costs-of.ts';
import { codeMaker } from './reply-key.ts';
import type { CampaignRow } from './selection.ts';

/** The colour of a municipality's papers, until it has one of its own. */
export const accent = '#84301e';

/**
 * The letters of a campaign as they are printed, in the order of the selection: only those that lie ready or were sent, and never to somebody who wants to be
 * left alone, whenever they said so. `baseUrl`: where this installation is reached. Throws 409 without a sender.
 */
export async function lettersOf(
	ctx: Ctx,
	campaign: CampaignRow,
	{ baseUrl, only }: { baseUrl: string; only?: string }
): Promise<LetterSeries> {
	const [sender] = await ctx.db.select().from(ownerSenders).where(eq(ownerSenders.ags, campaign.ags));
	if (!sender) throw refused('sender-missing', 'Bitte zuerst den Absender eintragen: Er steht auf jedem Brief.');
	const rows = await ctx.db
		.select({ recipient: ownerRecipients, owner: owners, house: properties })
		.from(ownerRecipients)
		.innerJoin(owners, eq(owners.id, ownerRecipients.ownerId))
		.innerJoin(properties, eq(properties.id, ownerRecipients.propertyId))
		.where(
			and(
				eq(ownerRecipients.campaignId, campaign.id),
				only ? eq(ownerRecipients.id, only) : undefined,
				inArray(ownerRecipients.state, ['queued', 'sent', 'no_answer']),
				isNull(owners.doNotContactAt)
			)
		)
		.orderBy(asc(ownerRecipients.position));
	const codeOf = await codeMaker(ctx);
	const date = campaign.sentOn ?? dayOf(ctx.now);
	const letters = rows.map(({ recipient, owner, house }) => {
		const code = writtenCode(codeOf(recipient.id));
		const facts: OutreachFacts = {
			...{ sender, owner, date, accent, campaign, address: addressLines(owner) },
			house: { title: house.title, reference: house.reference, address: addressLine(house) },
			reply: { site: `${baseUrl.replace(/^https?:\/\//, '')}/haus`, code, qr: qrOf(`${baseUrl}/haus?code=${code}`) },
			costs: campaign.withCosts ? costsOf(house, { today: date, typed: {} }) : null
		};
		return outreachLetter(facts);
	});
	return { title: campaign.name, date, sender: { name: sender.name, tagline: sender.unit }, accent, letters };
}
