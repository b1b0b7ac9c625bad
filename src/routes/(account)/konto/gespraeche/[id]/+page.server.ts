import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/server/id.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { personForm, sayForm } from '#modules/conversations/forms.ts';
import { blockPerson } from '#modules/conversations/server/block-person.ts';
import { findConversation } from '#modules/conversations/server/find-conversation.ts';
import { keepFiles } from '#modules/conversations/server/keep-files.ts';
import { leaveConversation } from '#modules/conversations/server/leave-conversation.ts';
import { markRead } from '#modules/conversations/server/mark-read.ts';
import { muteConversation } from '#modules/conversations/server/mute-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import { setAside } from '#modules/conversations/server/set-aside.ts';
import { nothingForm } from '#modules/people/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { id }, url: { searchParams } }) => {
	const until = Number(searchParams.get('bis')) || undefined;
	const thread = await findConversation(ctx, { id, until });
	await markRead(ctx, { id, until: thread.messages.at(-1)?.number ?? 0 });
	return { thread, once: newId(), said: searchParams.get('neu'), now: ctx.now };
};

const list = (said: string) => redirect(303, `/konto/gespraeche?neu=${said}`);
const here = (id: string, said: string) => redirect(303, `/konto/gespraeche/${id}?neu=${said}`);

export const actions: Actions = {
	say: action(sayForm, async (words, { locals: { ctx, house }, params: { id = '' } }, data) => {
		await findConversation(ctx, { id });
		const files = await keepFiles(ctx, { store: house.store, uploads: await readUploads(data, 'files') });
		await say(ctx, { conversationId: id, ...words, files });
		return here(id, 'gesagt');
	}),
	setAside: action(nothingForm, async (_input, { locals, params }) => {
		await setAside(locals.ctx, params.id ?? '');
		return list('zurueckgelegt');
	}),
	mute: action(nothingForm, async (_input, { locals, params: { id = '' } }) => {
		await muteConversation(locals.ctx, { id, isMuted: true });
		return here(id, 'stumm');
	}),
	unmute: action(nothingForm, async (_input, { locals, params: { id = '' } }) => {
		await muteConversation(locals.ctx, { id, isMuted: false });
		return here(id, 'laut');
	}),
	leave: action(nothingForm, async (_input, { locals, params }) => {
		await leaveConversation(locals.ctx, params.id ?? '');
		return list('verlassen');
	}),
	block: action(personForm, async ({ person }, { locals }) => {
		await blockPerson(locals.ctx, person);
		return list('blockiert');
	})
};
