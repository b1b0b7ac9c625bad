import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { mediaForm } from '#modules/properties/forms.ts';
import { addMedia } from '#modules/properties/server/add-media.ts';
import { changeMedia, moveMedia, removeMedia } from '#modules/properties/server/change-media.ts';
import { findWorkbench } from '#modules/properties/server/find-workbench.ts';
import { readUploads } from '#lib/server/uploads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params }) => {
	const { property, media } = await findWorkbench(ctx, params.id);
	return { house: property, media };
}) satisfies PageServerLoad;

const which = z.object({ id: z.string(), mediaId: z.string() });
const back = (url: URL, anchor = '') => redirect(303, `${url.pathname}${anchor}`);

export const actions: Actions = {
	add: action(z.object({ id: z.string() }), async ({ id }, { locals, url }, data) => {
		await addMedia(locals.ctx, { id, store: locals.house.store, uploads: await readUploads(data, 'files') });
		back(url);
	}),
	change: action(which.and(mediaForm), async ({ id, mediaId, ...input }, { locals, url }) => {
		await changeMedia(locals.ctx, { id, mediaId, input });
		back(url, `#bild-${mediaId}`);
	}),
	move: action(which.extend({ by: z.enum(['-1', '1']) }), async ({ by, ...rest }, { locals, url }) => {
		await moveMedia(locals.ctx, { ...rest, by: by === '1' ? 1 : -1 });
		back(url, `#bild-${rest.mediaId}`);
	}),
	remove: action(which, async (input, { locals, url }) => {
		await removeMedia(locals.ctx, { ...input, store: locals.house.store });
		back(url);
	})
};
