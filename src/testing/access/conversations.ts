import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from '#lib/server/store.ts';
import { answerWithLink } from '#modules/conversations/server/answer-with-link.ts';
import { blockPerson } from '#modules/conversations/server/block-person.ts';
import { hideMessage } from '#modules/conversations/server/hide-message.ts';
import { keepFiles } from '#modules/conversations/server/keep-files.ts';
import { leaveConversation } from '#modules/conversations/server/leave-conversation.ts';
import { markRead } from '#modules/conversations/server/mark-read.ts';
import { muteConversation } from '#modules/conversations/server/mute-conversation.ts';
import { muteWithLink } from '#modules/conversations/server/mute-with-link.ts';
import { reportMessage } from '#modules/conversations/server/report-message.ts';
import { say } from '#modules/conversations/server/say.ts';
import { setAside } from '#modules/conversations/server/set-aside.ts';
import { unblockPerson } from '#modules/conversations/server/unblock-person.ts';
import { writeToColleague } from '#modules/conversations/server/write-to-colleague.ts';
import { cast } from '../cast.ts';
import { plantColleague, plantFirstContact, plantTalk, talkLink } from '../conversations.ts';
import { everyone, signedIn, type Commands } from './access.ts';

const byOthers = 'other modules call it inside commands that ask their own policy; no route does';

export const commands: Commands = {
	'add-member': { allowed: 'system', why: byOthers },
	'answer-with-link': {
		allowed: everyone,
		arrange: async (stage) => {
			const link = await talkLink(stage, { id: await plantTalk(stage), personId: cast.amira.id });
			return (ctx) => answerWithLink(ctx, { link, text: 'Gern.' });
		}
	},
	'ask-for-contact': { allowed: 'system', why: byOthers },
	'block-person': {
		allowed: ['maker'],
		arrange: async (stage) => {
			await plantTalk(stage);
			return (ctx) => blockPerson(ctx, cast.jonas.id);
		}
	},
	'hide-message': {
		allowed: ['admin'],
		arrange: async (stage) => {
			const { id } = await say(stage.as('jonas'), { conversationId: await plantTalk(stage), text: 'Unfug' });
			return (ctx) => hideMessage(ctx, { messageId: id, reason: 'beleidigt' });
		}
	},
	'keep-files': {
		allowed: signedIn,
		arrange: async () => {
			const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-talk-')));
			const uploads = [{ name: 'Plan.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') }];
			return (ctx) => keepFiles(ctx, { store, uploads });
		}
	},
	'leave-conversation': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await plantTalk(stage);
			return (ctx) => leaveConversation(ctx, id);
		}
	},
	'mark-read': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await plantTalk(stage);
			return (ctx) => markRead(ctx, { id, until: 1 });
		}
	},
	'mute-conversation': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await plantTalk(stage);
			return (ctx) => muteConversation(ctx, { id, isMuted: true });
		}
	},
	'mute-with-link': {
		allowed: everyone,
		arrange: async (stage) => {
			const link = await talkLink(stage, { id: await plantTalk(stage), personId: cast.amira.id });
			return (ctx) => muteWithLink(ctx, { link, isMuted: true });
		}
	},
	'open-conversation': { allowed: 'system', why: byOthers },
	'remove-member': { allowed: 'system', why: `${byOthers}; \`leave-conversation\` does for oneself` },
	'report-message': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const conversationId = await plantTalk(stage);
			return (ctx) => reportMessage(ctx, { conversationId, reason: 'spam', words: '' });
		}
	},
	say: {
		allowed: ['maker'],
		arrange: async (stage) => {
			const conversationId = await plantTalk(stage);
			return (ctx) => say(ctx, { conversationId, text: 'Hallo' });
		}
	},
	'set-aside': {
		allowed: ['maker'],
		arrange: async (stage) => {
			const id = await plantFirstContact(stage);
			return (ctx) => setAside(ctx, id);
		}
	},
	'sweep-talk-files': { allowed: 'system', why: 'the nightly job' },
	'tell-message': { allowed: 'system', why: 'the job that a message adds' },
	'unblock-person': {
		allowed: ['maker'],
		arrange: async (stage) => {
			await plantTalk(stage);
			await blockPerson(stage.as('amira'), cast.jonas.id);
			return (ctx) => unblockPerson(ctx, cast.jonas.id);
		}
	},
	'write-to-colleague': {
		allowed: ['editor'],
		arrange: async (stage) => {
			const personId = await plantColleague(stage);
			return (ctx) => writeToColleague(ctx, { personId, text: 'Übernimmst du den Gasthof?' });
		}
	}
};
