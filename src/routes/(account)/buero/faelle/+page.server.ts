import { dayOf } from '#lib/calendar.ts';
import { forbidden } from '#lib/refusal.ts';
import { readCaseFilter } from '#modules/cases/case-filter.ts';
import { countCases } from '#modules/cases/server/count-cases.ts';
import { hasCaseDesk, listCases } from '#modules/cases/server/list-cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!(await hasCaseDesk(ctx)))
		throw forbidden('Fälle führt, wer für eine Kommune oder in einem Netzwerkbüro arbeitet. Ihre eigenen stehen im Konto.');
	const filter = readCaseFilter(url.searchParams);
	const isHandedOver = url.searchParams.has('uebergeben');
	return { isHandedOver, filter, list: await listCases(ctx, filter), figures: await countCases(ctx), today: dayOf(ctx.now) };
};
