import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { pictureForm } from '#modules/places/forms.ts';
import { addPictures } from '#modules/places/server/add-pictures.ts';
import { changePicture, movePicture, removePicture } from '#modules/places/server/change-picture.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const desk = await findOwnPlace(ctx, params.id);
	if (!desk.may.edit) throw forbidden();
	return { place: desk.place, pictures: desk.pictures };
};

const which = z.object({ id: z.string(), pictureId: z.uuid('Dieses Bild gibt es nicht mehr.') });
const back = (url: URL, anchor = '') => redirect(303, `${url.pathname}${anchor}`);

export const actions: Actions = {
	add: action(z.object({ id: z.string() }), async ({ id }, { locals, url }, data) => {
		await addPictures(locals.ctx, { id, store: locals.house.store, uploads: await readUploads(data, 'files') });
		return back(url);
	}),
	change: action(which.and(pictureForm), async ({ id, pictureId, ...input }, { locals, url }) => {
		await changePicture(locals.ctx, { id, pictureId, input });
		return back(url, `#bild-${pictureId}`);
	}),
	move: action(which.extend({ by: z.enum(['-1', '1']) }), async ({ by, ...rest }, { locals, url }) => {
		await movePicture(locals.ctx, { ...rest, by: by === '1' ? 1 : -1 });
		return back(url, `#bild-${rest.pictureId}`);
	}),
	remove: action(which, async (input, { locals, url }) => {
		await removePicture(locals.ctx, { ...input, store: locals.house.store });
		return back(url);
	})
};
