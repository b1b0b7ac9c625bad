import { error } from '@sveltejs/kit';
import { valuesOf } from '#lib/server/action.ts';
import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { letterForm } from '#modules/procedures/forms-letter.ts';
import { findLetterPaper, findLetterStart } from '#modules/procedures/server/find-letter.ts';
import type { RequestHandler } from './$types';

/** The letter that was previewed, for the post. What is in it stays with whoever writes it. */
export const POST: RequestHandler = async ({ locals: { ctx, house }, params: { id, vorlage }, request }) => {
	const { baseUrl } = house.env;
	await findLetterStart(ctx, { id, key: vorlage, baseUrl });
	const parsed = letterForm.safeParse(valuesOf(await request.formData()));
	if (!parsed.success) error(422, 'Diesem Brief fehlt etwas. Bitte zurückgehen und die Vorschau neu öffnen.');
	return pdfResponse(letterPdf(await findLetterPaper(ctx, { id, baseUrl, written: parsed.data })), `${vorlage}.pdf`);
};
