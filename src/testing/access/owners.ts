import { eq } from 'drizzle-orm';
import { attitudeForm, notedReplyForm, replyForm } from '#modules/owners/forms.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import { answerLetter } from '#modules/owners/server/answer-letter.ts';
import { beginCampaign } from '#modules/owners/server/begin-campaign.ts';
import { blockOwner } from '#modules/owners/server/block-owner.ts';
import { closeCampaign } from '#modules/owners/server/close-campaign.ts';
import { discardCampaign } from '#modules/owners/server/discard-campaign.ts';
import { eraseOwner } from '#modules/owners/server/erase-owner.ts';
import { excludeRecipient } from '#modules/owners/server/exclude-recipient.ts';
import { freezeCampaign } from '#modules/owners/server/freeze-campaign.ts';
import { noteNotice } from '#modules/owners/server/note-notice.ts';
import { noteReply } from '#modules/owners/server/note-reply.ts';
import { recordAttitude } from '#modules/owners/server/record-attitude.ts';
import { recordCause } from '#modules/owners/server/record-cause.ts';
import { removeOwnership } from '#modules/owners/server/remove-ownership.ts';
import { reopenCampaign } from '#modules/owners/server/reopen-campaign.ts';
import { returnLetter } from '#modules/owners/server/return-letter.ts';
import { saveCampaign } from '#modules/owners/server/save-campaign.ts';
import { saveOwner } from '#modules/owners/server/save-owner.ts';
import { saveOwnership } from '#modules/owners/server/save-ownership.ts';
import { saveSender } from '#modules/owners/server/save-sender.ts';
import { sendCampaign } from '#modules/owners/server/send-campaign.ts';
import { takeConsent } from '#modules/owners/server/take-consent.ts';
import { ownerships } from '#modules/owners/server/tables.ts';
import { unblockOwner } from '#modules/owners/server/unblock-owner.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { angermuende, cast } from '../cast.ts';
import { campaignInput, campaignTo, codeOn, ownedHouse, ownerInput, ownershipInput, senderInput } from '../owners.ts';
import { everyone, type Commands, type Stage } from './access.ts';

/** The town's clerk, and the administrator in her place. Not the network office, and not the house's own owner. */
const keepers = ['editor', 'admin'] as const;

/** A house of which Hanna has an account, with the owners the town wrote down. */
async function house({ as, db }: Stage) {
	const { propertyId, ownerId } = await ownedHouse(as('ines'));
	await db.update(properties).set({ ownerPersonId: cast.hanna.id }).where(eq(properties.id, propertyId));
	const [ownership] = await db.select().from(ownerships).where(eq(ownerships.propertyId, propertyId));
	return { propertyId, ownerId, ownershipId: ownership?.id ?? '' };
}
const letter = async (stage: Stage, how: { sent: boolean }) => {
	await house(stage);
	return campaignTo(stage.as('ines'), how);
};
const drafted = async (stage: Stage) => {
	await house(stage);
	const ctx = stage.as('ines');
	await saveSender(ctx, { ags: angermuende, input: senderInput });
	return beginCampaign(ctx, { ags: angermuende, name: 'Entwurf' });
};

export const commands: Commands = {
	'add-owner': {
		allowed: keepers,
		arrange: async (stage) => {
			const { propertyId } = await house(stage);
			const ownership = ownershipInput({ rank: 'secondary' });
			return (ctx) => addOwner(ctx, { propertyId, owner: ownerInput({ name: 'Kurt Lindner' }), ownership });
		}
	},
	'answer-letter': {
		allowed: everyone,
		arrange: async (stage) => {
			const { recipientId } = await letter(stage, { sent: true });
			const code = await codeOn(stage.as('ines'), recipientId);
			return (ctx) => answerLetter(ctx, { key: { code, address: '127.0.0.1' }, input: replyForm.parse({ plan: 'let' }) });
		}
	},
	'begin-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			await house(stage);
			return (ctx) => beginCampaign(ctx, { ags: angermuende, name: 'Herbst' });
		}
	},
	'block-owner': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownerId } = await house(stage);
			return (ctx) => blockOwner(ctx, { id: ownerId, reason: 'hat am Telefon darum gebeten' });
		}
	},
	'close-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const { id } = await letter(stage, { sent: true });
			return (ctx) => closeCampaign(ctx, id);
		}
	},
	'discard-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await drafted(stage);
			return (ctx) => discardCampaign(ctx, id);
		}
	},
	'erase-owner': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownerId } = await house(stage);
			return (ctx) => eraseOwner(ctx, ownerId);
		}
	},
	'exclude-recipient': {
		allowed: keepers,
		arrange: async (stage) => {
			const { recipientId } = await letter(stage, { sent: false });
			return (ctx) => excludeRecipient(ctx, recipientId);
		}
	},
	'freeze-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await drafted(stage);
			return (ctx) => freezeCampaign(ctx, id);
		}
	},
	'leave-owner-alone': { allowed: 'system', why: 'part of stop-asking, which knows whose link it is' },
	'note-notice': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownerId } = await house(stage);
			return (ctx) => noteNotice(ctx, ownerId);
		}
	},
	'note-reply': {
		allowed: keepers,
		arrange: async (stage) => {
			const { recipientId } = await letter(stage, { sent: true });
			return (ctx) => noteReply(ctx, { id: recipientId, input: notedReplyForm.parse({ plan: 'advice', via: 'phone' }) });
		}
	},
	'record-attitude': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownershipId } = await house(stage);
			return (ctx) =>
				recordAttitude(ctx, { id: ownershipId, input: attitudeForm.parse({ attitude: 'undecided', attitudeSource: 'talk' }) });
		}
	},
	'record-cause': {
		allowed: keepers,
		arrange: async (stage) => {
			const { propertyId } = await house(stage);
			return (ctx) => recordCause(ctx, { propertyId, cause: 'inheritance_unresolved', words: null });
		}
	},
	'remove-ownership': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownershipId } = await house(stage);
			return (ctx) => removeOwnership(ctx, ownershipId);
		}
	},
	'reopen-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const { id } = await letter(stage, { sent: false });
			return (ctx) => reopenCampaign(ctx, id);
		}
	},
	'return-letter': {
		allowed: keepers,
		arrange: async (stage) => {
			const { recipientId } = await letter(stage, { sent: true });
			return (ctx) => returnLetter(ctx, { id: recipientId, reason: 'moved' });
		}
	},
	'save-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const id = await drafted(stage);
			return (ctx) => saveCampaign(ctx, { id, version: 1, input: campaignInput() });
		}
	},
	'save-owner': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownerId } = await house(stage);
			return (ctx) => saveOwner(ctx, { id: ownerId, version: 1, input: ownerInput({ phone: '0175 1' }) });
		}
	},
	'save-ownership': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownershipId } = await house(stage);
			return (ctx) => saveOwnership(ctx, { id: ownershipId, input: ownershipInput({ share: '1/2' }) });
		}
	},
	'save-sender': {
		allowed: keepers,
		arrange: async (stage) => {
			await house(stage);
			return (ctx) => saveSender(ctx, { ags: angermuende, input: senderInput });
		}
	},
	'send-campaign': {
		allowed: keepers,
		arrange: async (stage) => {
			const { id } = await letter(stage, { sent: false });
			return (ctx) => sendCampaign(ctx, id);
		}
	},
	'take-consent': {
		allowed: keepers,
		arrange: async (stage) => {
			const { recipientId } = await letter(stage, { sent: true });
			await noteReply(stage.as('ines'), { id: recipientId, input: notedReplyForm.parse({ plan: 'let', showing: 'agrees', via: 'phone' }) });
			return (ctx) => takeConsent(ctx, { id: recipientId, scope: 'network' });
		}
	},
	'unblock-owner': {
		allowed: keepers,
		arrange: async (stage) => {
			const { ownerId } = await house(stage);
			await blockOwner(stage.as('ines'), { id: ownerId, reason: 'am Telefon' });
			return (ctx) => unblockOwner(ctx, { id: ownerId, reason: 'hat selbst angerufen' });
		}
	}
};
