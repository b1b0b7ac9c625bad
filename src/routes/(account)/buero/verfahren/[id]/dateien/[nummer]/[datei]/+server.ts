import { privateFile, storedFile } from '#lib/server/file-response.ts';
import { findConceptFile } from '#modules/concepts/server/load-contents.ts';
import { numberOf } from '#modules/judging/number.ts';
import { findFileToRead } from '#modules/judging/server/find-candidate-file.ts';
import type { RequestHandler } from './$types';

/** A file of a concept for whoever may read it now. */
export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) => {
	const { datei: fileId } = params;
	const { key, contentType, name, conceptId } = await findFileToRead(ctx, { id: params.id, number: numberOf(params.nummer), fileId });
	if (key !== null) return storedFile(house.store, { key, contentType, name });
	const { bytes, ...named } = await findConceptFile(ctx, { store: house.store, conceptId, fileId });
	return privateFile(bytes, named);
};
