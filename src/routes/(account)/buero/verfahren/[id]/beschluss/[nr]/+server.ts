import { storedFile } from '#lib/server/file-response.ts';
import { findAwardDocument } from '#modules/awards/server/find-award.ts';
import type { RequestHandler } from './$types';

/** The resolution of a decision, for those who read it at the desk. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key } = await findAwardDocument(locals.ctx, { id: params.id, number: params.nr });
	return storedFile(locals.house.store, { key, contentType: 'application/pdf', name: `beschluss-${params.nr}.pdf` });
};
