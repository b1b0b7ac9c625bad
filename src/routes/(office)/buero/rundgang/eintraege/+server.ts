import { error, json } from '@sveltejs/kit';
import { unauthenticated } from '#lib/refusal.ts';
import { issuesOf, valuesOf } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { walkEntryForm } from '#modules/walks/forms.ts';
import { takeWalkEntry } from '#modules/walks/server/take-walk-entry.ts';
import type { RequestHandler } from './$types';

/** One entry from a phone. Answers with what became of it; 422 with a sentence when it cannot be read. */
export const POST: RequestHandler = async ({ request, locals: { ctx, house } }) => {
	if (!ctx.actor) throw unauthenticated();
	const data = await request.formData().catch(() => new FormData());
	const parsed = walkEntryForm.safeParse(valuesOf(data));
	if (!parsed.success) error(422, Object.values(issuesOf(parsed.error)).flat().join(' '));
	const uploads = await readUploads(data, 'photo');
	return json(await takeWalkEntry(ctx, { ...parsed.data, store: house.store, uploads: uploads.slice(0, 1) }));
};
