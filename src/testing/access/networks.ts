import { confirmSubscription } from '#modules/networks/server/confirm-subscription.ts';
import { confirmValues } from '#modules/networks/server/confirm-values.ts';
import { createNetwork } from '#modules/networks/server/create-network.ts';
import { endRole } from '#modules/networks/server/end-role.ts';
import { enterNetwork } from '#modules/networks/server/enter-network.ts';
import { movePart } from '#modules/networks/server/move-part.ts';
import { publishNetwork } from '#modules/networks/server/publish-network.ts';
import { removePart } from '#modules/networks/server/remove-part.ts';
import { dropInquiry, saveInquiry } from '#modules/networks/server/save-inquiry.ts';
import { removeNetworkLogo, saveNetworkLogo } from '#modules/networks/server/save-network-logo.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { savePartner } from '#modules/networks/server/save-partner.ts';
import { saveRole } from '#modules/networks/server/save-role.ts';
import { saveValues } from '#modules/networks/server/save-values.ts';
import { remindInquiry, sendInquiry, withdrawInquiry } from '#modules/networks/server/send-inquiry.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { subscribeToNetwork } from '#modules/networks/server/subscribe-to-network.ts';
import { updateMembership } from '#modules/networks/server/update-membership.ts';
import { updateNetwork } from '#modules/networks/server/update-network.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { inquiryInput, networkInput, plantInquiry, plantMembership, plantNetwork, plantSubscription } from '../networks.ts';
import { aLogo, logoStore } from '../logos.ts';
import { everyone, type Commands } from './access.ts';

/** Oskar is the office of the network of the stage, Renate the administrator; Ines speaks for Angermünde. */
const office = ['office', 'admin'] as const;
const officeAndTown = ['editor', 'office', 'admin'] as const;
const role = { role: 'editor', name: 'Redaktion', isReleased: false } as const;

export const commands: Commands = {
	'create-network': { allowed: office, arrange: async () => (ctx) => createNetwork(ctx, { name: 'Neues Netz', openness: 'membership' }) },
	'update-network': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			return (ctx) => updateNetwork(ctx, { slug, input: networkInput({ version: 2 }) });
		}
	},
	'enter-network': {
		allowed: officeAndTown,
		arrange: async (stage) => {
			const { slug, organisationId } = await plantNetwork(stage, { openness: 'liaison' });
			return (ctx) => enterNetwork(ctx, { slug, organisationId, text: 'Wir haben acht leere Läden.' });
		}
	},
	'tell-partners': { allowed: 'system', why: 'the reaction to a new version of the values; tells only those who act for a partner' },
	'save-network-logo': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			await saveNetworkLogo(stage.as('oskar'), { slug, store: logoStore, upload: await aLogo(), alt: 'Netz' });
			return (ctx) => removeNetworkLogo(ctx, { slug, store: logoStore });
		}
	},
	'sweep-logos': { allowed: 'system', why: 'the nightly round; takes away only what nothing names' },
	'save-part': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			const data = { title: 'Frage', text: 'Antwort' };
			return (ctx) => savePart(ctx, { slug, kind: 'faq', data, isReleased: false });
		}
	},
	'move-part': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, sectionId } = await plantNetwork(stage);
			return (ctx) => movePart(ctx, { slug, id: sectionId, up: true });
		}
	},
	'remove-part': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, sectionId } = await plantNetwork(stage);
			return (ctx) => removePart(ctx, { slug, id: sectionId });
		}
	},
	'save-values': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			return (ctx) => saveValues(ctx, { slug, input: { text: 'Wir teilen, was wir wissen.' } });
		}
	},
	'save-role': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			return (ctx) => saveRole(ctx, { slug, input: role });
		}
	},
	'end-role': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			const id = await saveRole(stage.as('oskar'), { slug, input: role });
			return (ctx) => endRole(ctx, { slug, id });
		}
	},
	'publish-network': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			return (ctx) => publishNetwork(ctx, slug);
		}
	},
	'step-membership': {
		allowed: officeAndTown,
		arrange: async (stage) => {
			const { slug, organisationId } = await plantNetwork(stage);
			return (ctx) => stepMembership(ctx, { slug, organisationId, step: 'note' });
		}
	},
	'update-membership': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantMembership(stage);
			return (ctx) => updateMembership(ctx, { slug, id, input: { tier: 'founding' } });
		}
	},
	'confirm-values': {
		allowed: officeAndTown,
		arrange: async (stage) => {
			const { slug, id } = await plantMembership(stage);
			await saveValues(stage.as('oskar'), { slug, input: { text: 'Neue Werte.' } });
			return (ctx) => confirmValues(ctx, { id, version: 1 });
		}
	},
	'save-partner': {
		allowed: officeAndTown,
		arrange: async (stage) => {
			const { id } = await plantMembership(stage);
			return (ctx) => savePartner(ctx, { id, input: { mission: 'Türen öffnen', actionFields: [], contributions: [] } });
		}
	},
	'subscribe-to-network': {
		allowed: everyone,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			const input = { email: 'rathaus@stadt.example', consent: true };
			return (ctx) => subscribeToNetwork(ctx, { slug, input, address: '192.0.2.1' });
		}
	},
	'confirm-subscription': {
		allowed: everyone,
		arrange: async (stage) => {
			const subscription = await plantSubscription(stage);
			const link = await signLink(stage.as(null), { purpose: 'confirm-subscription', data: { subscription }, days: 1 });
			return (ctx) => confirmSubscription(ctx, link);
		}
	},
	'advance-membership': { allowed: 'system', why: 'the admission asks its own policy and guards' },
	'note-fee-paid': { allowed: 'system', why: 'a reaction to what becomes of an invoice' },
	'save-inquiry': {
		allowed: office,
		arrange: async (stage) => {
			const { slug } = await plantNetwork(stage);
			return async (ctx) => {
				const id = await saveInquiry(ctx, { slug, input: inquiryInput() });
				await dropInquiry(ctx, { slug, id });
			};
		}
	},
	'send-inquiry': {
		allowed: office,
		arrange: async (stage) => {
			const { slug, id } = await plantInquiry(stage);
			return async (ctx) => {
				await sendInquiry(ctx, { slug, id });
				await remindInquiry(ctx, { slug, id });
				await withdrawInquiry(ctx, { slug, id });
			};
		}
	},
	'tell-subscribers': { allowed: 'system', why: 'a reaction, and the forgetting of every night' },
	'withhold-network': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' }
};
