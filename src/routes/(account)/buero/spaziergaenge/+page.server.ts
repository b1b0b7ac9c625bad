import { forbidden } from '#lib/refusal.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { listTours } from '#modules/tours/server/list-tours.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!(await hasCaseDesk(ctx))) throw forbidden('Spaziergänge plant, wer für eine Kommune oder in einem Netzwerkbüro arbeitet.');
	return { tours: await listTours(ctx), now: ctx.now };
};
