import { certificatePdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findCertificate } from '#modules/networks/server/find-certificate.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(certificatePdf(await findCertificate(ctx, params.id)), 'mitgliedsurkunde.pdf');
