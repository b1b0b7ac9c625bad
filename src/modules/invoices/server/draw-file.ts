import type { Ctx } from '#modules/people/actor.ts';
import { findInvoice, findInvoiceByLink, findOwnInvoice } from './find-invoice.ts';
import { toResponse } from './internal/to-response.ts';

/** Paper or data of a document (`rechnung.pdf`, `xrechnung.xml`, `erinnerung.pdf`) for the office of its network. 404 for everybody else. */
export const drawFile = async (ctx: Ctx, { file, ...at }: { slug: string; id: string; file: string }): Promise<Response> =>
	toResponse(await findInvoice(ctx, at), file);

/** The same for the people of the organisation it went to. */
export const drawOwnFile = async (ctx: Ctx, { file, ...at }: { organisationId: string; id: string; file: string }): Promise<Response> =>
	toResponse(await findOwnInvoice(ctx, at), file);

/** The same for whoever holds the link of its mail. */
export const drawLinkedFile = async (ctx: Pick<Ctx, 'db' | 'now'>, { token, file }: { token: string; file: string }): Promise<Response> =>
	toResponse(await findInvoiceByLink(ctx, token), file);
