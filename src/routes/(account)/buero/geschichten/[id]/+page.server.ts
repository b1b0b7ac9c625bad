import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import * as forms from '#modules/stories/forms.ts';
import { removeTurn, saveTurn } from '#modules/stories/server/change-turns.ts';
import { releaseVoice, removeVoice, saveVoice } from '#modules/stories/server/change-voices.ts';
import { findStory } from '#modules/stories/server/find-story.ts';
import { saveStory } from '#modules/stories/server/save-story.ts';
import { removePicture, setPicture } from '#modules/stories/server/set-picture.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findStory(ctx, params.id);

const back = (id = '', anchor = '') => redirect(303, `/buero/geschichten/${id}${anchor}`);

export const actions: Actions = {
	save: action(forms.storyForm, async (input, { locals, params: { id = '' } }) => {
		await saveStory(locals.ctx, { id, input });
		return back(id);
	}),
	turn: action(forms.turnForm, async (input, { locals, params: { id = '' } }) => {
		await saveTurn(locals.ctx, { id, input });
		return back(id, '#huerden');
	}),
	removeTurn: action(forms.turnIdForm, async (input, { locals, params: { id = '' } }) => {
		await removeTurn(locals.ctx, { id, ...input });
		return back(id, '#huerden');
	}),
	voice: action(forms.voiceForm, async (input, { locals, params: { id = '' } }) => {
		await saveVoice(locals.ctx, { id, input });
		return back(id, '#stimmen');
	}),
	release: action(forms.releaseForm, async (input, { locals, params: { id = '' } }) => {
		await releaseVoice(locals.ctx, { id, ...input });
		return back(id, '#stimmen');
	}),
	takeBack: action(forms.voiceIdForm, async (input, { locals, params: { id = '' } }) => {
		await releaseVoice(locals.ctx, { id, ...input, how: null });
		return back(id, '#stimmen');
	}),
	removeVoice: action(forms.voiceIdForm, async (input, { locals, params: { id = '' } }) => {
		await removeVoice(locals.ctx, { id, ...input });
		return back(id, '#stimmen');
	}),
	picture: action(forms.pictureForm, async (input, { locals, params: { id = '' } }, data) => {
		const [upload] = await readUploads(data, 'files');
		await setPicture(locals.ctx, { id, input, upload, store: locals.house.store });
		return back(id, '#bild');
	}),
	removePicture: action(z.object({}), async (_, { locals, params: { id = '' } }) => {
		await removePicture(locals.ctx, { id });
		return back(id, '#bild');
	})
};
