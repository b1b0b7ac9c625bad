import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, inArray } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { addressLine } from '#modules/properties/address.ts';
import { isPublic } from '#modules/properties/shown.ts';
import { decisionAfter } from '#modules/properties/server/find-objection.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { recipientSteps } from '../campaign.ts';
import { hashOfCode, readCode } from '../reply-code.ts';
import { showingOf } from '../reply.ts';
import type { Sender } from '../letter.ts';
import type { LegalBasis } from '../vocabulary.ts';
import { lastReply } from './internal/last-reply.ts';
import { ownerCampaigns, ownerRecipients, owners, ownerSenders } from './tables.ts';

/** What somebody brings: the code of a letter, and the network address it comes from, which is only counted. */
export type Key = { code: string; address: string };

/** One sentence for all that does not fit, so that nobody learns which codes there are. */
const unknownCode = () =>
	new Refusal(410, 'code-unknown', {
		message:
			'Diesen Code kennen wir nicht, oder seine Frist ist vorbei. Bitte mit dem Brief vergleichen, oder rufen Sie die Nummer auf dem Brief an.',
		field: 'code'
	});

/** The letter that a code opens. Every try counts. Throws 410 and 429. */
export async function letterByCode(ctx: Ctx, { code: typed, address }: Key) {
	await countTry(ctx, { what: 'owner code', who: address, limit: 60, minutes: 60 });
	const code = readCode(typed);
	const [found] = code
		? await ctx.db
				.select({ recipient: ownerRecipients, campaign: ownerCampaigns, owner: owners })
				.from(ownerRecipients)
				.innerJoin(ownerCampaigns, eq(ownerCampaigns.id, ownerRecipients.campaignId))
				.innerJoin(owners, eq(owners.id, ownerRecipients.ownerId))
				.where(
					and(
						eq(ownerRecipients.hash, hashOfCode(code)),
						gte(ownerRecipients.codeUntil, dayOf(ctx.now)),
						inArray(ownerRecipients.state, [...recipientSteps.answer.from])
					)
				)
		: [];
	if (!found) throw unknownCode();
	return found;
}

const shown = {
	title: properties.title,
	propertyType: properties.propertyType,
	constructionYear: properties.constructionYear,
	usableAreaM2: properties.usableAreaM2,
	plotAreaM2: properties.plotAreaM2,
	vacantSince: properties.vacantSince,
	vacantSincePrecision: properties.vacantSincePrecision,
	condition: properties.condition,
	heritage: properties.heritage,
	lifecycleState: properties.lifecycleState
};

export type LetterHouse = Awaited<ReturnType<typeof findHouseByCode>>;

/**
 * What whoever holds a letter reads without an account: what is recorded of the house, and what was answered last. No name, no number of anybody, nothing of
 * other owners, no reasons but the one that the town gave to whoever did not want the house shown: a letter may lie on the wrong table. Throws 410 and 429.
 */
export async function findHouseByCode(ctx: Ctx, key: Key) {
	const { recipient, campaign, owner } = await letterByCode(ctx, key);
	const [row] = await ctx.db
		.select({ house: shown, property: properties, town: municipalities.nameShort, sender: ownerSenders })
		.from(properties)
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.leftJoin(ownerSenders, eq(ownerSenders.ags, campaign.ags))
		.where(eq(properties.id, recipient.propertyId));
	if (!row) throw unknownCode();
	const last = await lastReply(ctx, recipient.id);
	const hasRefused = last !== undefined && showingOf(last) === 'refuses';
	const known: { legalBasis: LegalBasis; origin: string; purgeOn: string } = owner;
	return {
		house: { ...row.house, address: addressLine(row.property), isPublic: isPublic(row.property.publicationState) },
		town: row.town,
		sender: row.sender as Sender | null,
		replyBy: campaign.replyBy,
		codeUntil: recipient.codeUntil,
		isLeftAlone: owner.doNotContactAt !== null,
		purgeOn: known.purgeOn,
		notice: { legalBasis: known.legalBasis, origin: known.origin, purgeOn: known.purgeOn },
		last: last ? { plan: last.plan, at: last.at } : null,
		decision: hasRefused ? await decisionAfter(ctx, recipient.propertyId, last.at) : null
	};
}
