import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { campaignForm, ownerForm, ownershipForm, senderForm, type CampaignInput } from '#modules/owners/forms.ts';
import { writtenCode } from '#modules/owners/reply-code.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import { beginCampaign } from '#modules/owners/server/begin-campaign.ts';
import { findLetter } from '#modules/owners/server/find-letters.ts';
import { freezeCampaign } from '#modules/owners/server/freeze-campaign.ts';
import { saveCampaign } from '#modules/owners/server/save-campaign.ts';
import { saveSender } from '#modules/owners/server/save-sender.ts';
import { sendCampaign } from '#modules/owners/server/send-campaign.ts';
import { ownerRecipients } from '#modules/owners/server/tables.ts';
import { angermuende } from './cast.ts';
import { recordHouse } from './houses.ts';

export const aunt = {
	kind: 'private_person',
	name: 'Hedwig Lindner',
	street: 'Am Anger 4',
	postalCode: '16278',
	city: 'Angermünde',
	legalBasis: 'public_task',
	origin: 'Auskunft des Grundbuchamts',
	purgeOn: '2029-11-22'
};
export const ownerInput = (typed: Record<string, unknown> = {}) => ownerForm.parse({ ...aunt, ...typed });
export const ownershipInput = (typed: Record<string, unknown> = {}) => ownershipForm.parse(typed);
export const senderInput = senderForm.parse({
	...{ name: 'Stadt Angermünde', unit: 'Stadtplanung', street: 'Markt 24', postalCode: '16278', city: 'Angermünde', phone: '03331 2600' },
	...{ email: 'haus@angermuende.example', protection: 'datenschutz@angermuende.example', authority: 'LDA Brandenburg, Kleinmachnow' }
});
export const campaignInput = (typed: Record<string, unknown> = {}): CampaignInput =>
	campaignForm.parse({
		...{ name: 'Frühling', subject: 'Ihr Haus: {haus}', text: 'Es geht um {haus}.\n\nBitte bis {frist}.', signatory: 'Ines Krüger' },
		...{ replyBy: '2027-01-15', ...typed }
	});

/** A house that is not the municipality's, with its owner. */
export async function ownedHouse(
	ctx: Ctx,
	{ house = {}, owner = {} }: { house?: Record<string, unknown>; owner?: Record<string, unknown> } = {}
) {
	const { id: propertyId } = await recordHouse(ctx, { isMunicipal: '', ...house });
	const ownerId = await addOwner(ctx, { propertyId, owner: ownerInput(owner), ownership: ownershipInput() });
	return { propertyId, ownerId };
}

/** A campaign over the whole register, its selection fixed, and in the post when `sent`. Returns its first letter. */
export async function campaignTo(ctx: Ctx, { sent = true, typed = {} }: { sent?: boolean; typed?: Record<string, unknown> } = {}) {
	await saveSender(ctx, { ags: angermuende, input: senderInput });
	const id = await beginCampaign(ctx, { ags: angermuende, name: 'Frühling' });
	await saveCampaign(ctx, { id, version: 1, input: campaignInput(typed) });
	await freezeCampaign(ctx, id);
	const [recipient] = await ctx.db
		.select()
		.from(ownerRecipients)
		.where(eq(ownerRecipients.campaignId, id))
		.orderBy(ownerRecipients.position);
	if (sent) await sendCampaign(ctx, id);
	return { id, recipientId: recipient?.id ?? '' };
}

/** The code as it stands on the letter. */
export async function codeOn(ctx: Ctx, recipientId: string): Promise<string> {
	const { letters } = await findLetter(ctx, { id: recipientId, baseUrl: 'https://raum.example' });
	const block = letters[0]?.blocks.find((one) => one.kind === 'code');
	const code = block?.kind === 'code' ? (block.items.find(([term]) => term === 'Ihr Code')?.[1] ?? '') : '';
	return writtenCode(code.replaceAll('-', ''));
}

/** The town says how it signs. */
export const signAs = (ctx: Ctx): Promise<void> => saveSender(ctx, { ags: angermuende, input: senderInput });
