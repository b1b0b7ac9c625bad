import { notFound } from '#lib/refusal.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findContractKey } from '#modules/options/server/find-option-desk.ts';
import type { RequestHandler } from './$types';

/** The contract for the office, as it was handed in: to be saved, never shown inside the page. */
export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) => {
	const pdf = await house.store.get(await findContractKey(ctx, params.id));
	if (!pdf) throw notFound();
	const response = pdfResponse(pdf, 'vertrag.pdf');
	response.headers.set('content-disposition', 'attachment; filename="vertrag.pdf"');
	response.headers.set('content-security-policy', "sandbox; default-src 'none'");
	response.headers.set('x-content-type-options', 'nosniff');
	return response;
};
