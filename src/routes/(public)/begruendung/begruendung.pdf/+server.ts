import { operatorOf } from '#lib/server/operator.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findStatementPaper } from '#modules/notices/server/find-statement.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, url }) => {
	const operator = operatorOf(house.env).name ?? 'Gestaltungsraum';
	const link = url.searchParams.get('schluessel') ?? '';
	return pdfResponse(paperPdf(await findStatementPaper(ctx, { link, operator })), 'begruendung.pdf');
};
