import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { acceptGroupInvitation } from '#modules/groups/server/accept-group-invitation.ts';
import { addDocument } from '#modules/groups/server/add-document.ts';
import { answerCall } from '#modules/groups/server/answer-call.ts';
import { answerKnock } from '#modules/groups/server/answer-knock.ts';
import { callMix } from '#modules/groups/server/call-mix.ts';
import { chooseHouse } from '#modules/groups/server/choose-house.ts';
import { chooseLegalForm } from '#modules/groups/server/choose-legal-form.ts';
import { draftGroupRequest } from '#modules/groups/server/draft-group-request.ts';
import { establishGroup } from '#modules/groups/server/establish-group.ts';
import { foundGroup } from '#modules/groups/server/found-group.ts';
import { inviteToGroup } from '#modules/groups/server/invite-to-group.ts';
import { joinTalk } from '#modules/groups/server/join-talk.ts';
import { knock } from '#modules/groups/server/knock.ts';
import { leaveGroup } from '#modules/groups/server/leave-group.ts';
import { nameSpeaker } from '#modules/groups/server/name-speaker.ts';
import { removeDocument } from '#modules/groups/server/remove-document.ts';
import { removeMember } from '#modules/groups/server/remove-member.ts';
import { saveGroup } from '#modules/groups/server/save-group.ts';
import { saveMembership } from '#modules/groups/server/save-membership.ts';
import { saveNeed } from '#modules/groups/server/save-need.ts';
import { saveRole } from '#modules/groups/server/save-role.ts';
import { stepGroup } from '#modules/groups/server/step-group.ts';
import { groupCalls, groupDocuments, groupKnocks } from '#modules/groups/server/tables.ts';
import { tickLegalStep } from '#modules/groups/server/tick-legal-step.ts';
import { withdrawGroupInvitation } from '#modules/groups/server/withdraw-group-invitation.ts';
import { needForm } from '#modules/groups/forms.ts';
import { legalStepsOf } from '#modules/groups/legal-form.ts';
import { idea, joinGroup, linkTo, plantGroup } from '../groups.ts';
import { aLogo, logoStore as store } from '../logos.ts';
import { plantRequest } from '../requests.ts';
import { plantSpace } from '../spaces.ts';
import { signedIn, type Commands, type Stage } from './access.ts';

/** Amira speaks for the group, Hanna is a member; nobody else is anything in it, whatever their office. */
const speaker = ['maker'] as const;
const members = ['maker', 'owner'] as const;

async function arranged(stage: Stage): Promise<{ id: string; slug: string; hanna: string }> {
	const { id, slug } = await plantGroup(stage);
	return { id, slug, hanna: await joinGroup(stage, id, 'hanna') };
}
const need = needForm.parse({ title: 'Werkstatt', areaMinM2: '80', maxMonthly: '400' });

async function onTheWay(stage: Stage): Promise<string> {
	const { id } = await arranged(stage);
	await chooseLegalForm(stage.as('amira'), { id, form: 'verein' });
	return id;
}

async function called(stage: Stage): Promise<string> {
	const { id } = await plantSpace(stage.db);
	const requests = [await plantRequest(stage.db), await plantRequest(stage.db, { by: 'jonas' })].map((request) => request.id);
	await callMix(stage.as('ines'), { propertyId: id, requests, words: 'Zusammen füllt Ihr das Haus.' });
	const [call] = await stage.db
		.select()
		.from(groupCalls)
		.where(eq(groupCalls.requestId, requests[0] ?? ''));
	return call?.id ?? '';
}

export const commands: Commands = {
	'accept-group-invitation': {
		allowed: signedIn,
		arrange: async (stage) => {
			const { id } = await plantGroup(stage);
			const invitation = await inviteToGroup(stage.as('amira'), { id, kind: 'link', places: 3 });
			const link = await linkTo(stage.as(null), invitation);
			return (ctx) => acceptGroupInvitation(ctx, { link });
		}
	},
	'add-document': {
		allowed: members,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			const upload = await aLogo();
			return (ctx) => addDocument(ctx, { id, store, upload });
		}
	},
	'answer-call': {
		allowed: speaker,
		arrange: async (stage) => {
			const callId = await called(stage);
			return (ctx) => answerCall(ctx, { callId, answer: 'yes' });
		}
	},
	'answer-knock': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id, slug } = await arranged(stage);
			await stepGroup(stage.as('amira'), { id, step: 'show' });
			await knock(stage.as('jonas'), { slug, text: 'Wir bauen Bühnen.' });
			const [asked] = await stage.db.select().from(groupKnocks);
			return (ctx) => answerKnock(ctx, { id, knockId: asked?.id ?? '', answer: 'decline' });
		}
	},
	'call-mix': {
		allowed: ['editor', 'admin'],
		arrange: async (stage) => {
			const { id: propertyId } = await plantSpace(stage.db);
			const requests = [await plantRequest(stage.db), await plantRequest(stage.db, { by: 'jonas' })].map(({ id }) => id);
			return (ctx) => callMix(ctx, { propertyId, requests, words: 'Zusammen füllt Ihr das Haus.' });
		}
	},
	'choose-house': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => chooseHouse(ctx, { id, ort: 'Angermünde' });
		}
	},
	'choose-legal-form': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => chooseLegalForm(ctx, { id, form: 'egbr' });
		}
	},
	'draft-group-request': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			await saveNeed(stage.as('hanna'), { id, ...need });
			return (ctx) => draftGroupRequest(ctx, { id });
		}
	},
	'establish-group': {
		allowed: speaker,
		arrange: async (stage) => {
			const id = await onTheWay(stage);
			for (const { id: legalStep } of legalStepsOf('verein')) await tickLegalStep(stage.as('hanna'), { id, legalStep, done: true });
			return (ctx) => establishGroup(ctx, { id, legalName: 'Werkhof Angermünde e. V.' });
		}
	},
	'found-group': { allowed: signedIn, arrange: async () => (ctx) => foundGroup(ctx, { name: 'Werkhof', idea }) },
	'invite-to-group': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => inviteToGroup(ctx, { id, kind: 'mail', email: 'jemand@post.example' });
		}
	},
	'join-talk': {
		allowed: members,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => joinTalk(ctx, { id });
		}
	},
	knock: {
		allowed: signedIn.filter((role) => !(members as readonly string[]).includes(role)),
		arrange: async (stage) => {
			const { id, slug } = await arranged(stage);
			await stepGroup(stage.as('amira'), { id, step: 'show' });
			return async (ctx) => {
				// Members are refused with 409, which the matrix counts as done: they do not belong here.
				await knock(ctx, { slug, text: 'Wir möchten mitmachen.' }).catch((error: { status?: number }) => {
					throw error.status === 409 ? Object.assign(error, { status: 403 }) : error;
				});
			};
		}
	},
	'leave-group': {
		allowed: members,
		arrange: async (stage) => {
			const { id, hanna } = await arranged(stage);
			return (ctx) => leaveGroup(ctx, { id, heirId: hanna });
		}
	},
	'name-speaker': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id, hanna } = await arranged(stage);
			return (ctx) => nameSpeaker(ctx, { id, memberId: hanna, speaks: true });
		}
	},
	'react-to-houses': { allowed: 'system', why: 'a reaction' },
	'remove-document': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			const documentId = newId();
			await stage.db.insert(groupDocuments).values({ id: documentId, groupId: id, title: 'Satzung', createdAt: new Date() });
			return (ctx) => removeDocument(ctx, { id, documentId, store });
		}
	},
	'remove-member': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id, hanna } = await arranged(stage);
			return (ctx) => removeMember(ctx, { id, memberId: hanna, reason: 'Umgezogen.' });
		}
	},
	'save-group': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => saveGroup(ctx, { id, name: 'Werkhof', idea });
		}
	},
	'save-membership': {
		allowed: members,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => saveMembership(ctx, { id, isNamed: true });
		}
	},
	'save-need': {
		allowed: members,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => saveNeed(ctx, { id, ...need });
		}
	},
	'save-role': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => saveRole(ctx, { id, title: 'Finanzen' });
		}
	},
	'step-group': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			return (ctx) => stepGroup(ctx, { id, step: 'show' });
		}
	},
	'sweep-group-files': { allowed: 'system', why: 'a job of every night' },
	'withhold-group': { allowed: 'system', why: 'part of a decision over a notice, which asks the policy' },
	'tend-groups': { allowed: 'system', why: 'a job of every night, and a reaction' },
	'tick-legal-step': {
		allowed: members,
		arrange: async (stage) => {
			const id = await onTheWay(stage);
			return (ctx) => tickLegalStep(ctx, { id, legalStep: 'satzung', done: true });
		}
	},
	'withdraw-group-invitation': {
		allowed: speaker,
		arrange: async (stage) => {
			const { id } = await arranged(stage);
			const invitationId = await inviteToGroup(stage.as('amira'), { id, kind: 'link', places: 3 });
			return (ctx) => withdrawGroupInvitation(ctx, { id, invitationId });
		}
	}
};
