import { storedFile } from '#lib/server/file-response.ts';
import { findContractKey } from '#modules/options/server/find-option-desk.ts';
import type { RequestHandler } from './$types';

/** The contract for the office, as it was handed in. */
export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) =>
	storedFile(house.store, { key: await findContractKey(ctx, params.id), contentType: 'application/pdf', name: 'vertrag.pdf' });
