import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { noteForm } from '#modules/cases/forms-case.ts';
import { listCaseNotes } from '#modules/cases/server/list-case-notes.ts';
import { writeInternalNote, writeSharedNote } from '#modules/cases/server/write-note.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ notes: await listCaseNotes(ctx, params.id) });

export const actions: Actions = {
	internal: action(noteForm, async ({ text }, { locals, params }) => {
		await writeInternalNote(locals.ctx, { id: params.id ?? '', text });
		return redirect(303, `/buero/faelle/${params.id}/notizen#intern`);
	}),
	shared: action(noteForm, async ({ text }, { locals, params }) => {
		await writeSharedNote(locals.ctx, { id: params.id ?? '', text });
		return redirect(303, `/buero/faelle/${params.id}/notizen#geteilt`);
	})
};
