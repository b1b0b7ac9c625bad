import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { origins, partyRoles } from '#modules/cases/case.ts';
import { openCaseForm } from '#modules/cases/forms-case.ts';
import { listOwnDesks } from '#modules/cases/server/find-case.ts';
import { findCaseStart } from '#modules/cases/server/find-case-start.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { findReplyStart } from '#modules/owners/server/find-reply-start.ts';
import { isOffice } from '#modules/people/actor.ts';
import { findReportStart } from '#modules/reports/server/find-report-start.ts';
import type { Actions, PageServerLoad } from './$types';

/** `nachricht`, `raum`, `gesuch`, `gruppe`, `meldung`, `antwort` (of an owner, by the letter's id): what the case comes from; what is known of it is filled in. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!(await hasCaseDesk(ctx))) throw forbidden('Einen Fall eröffnet, wer für eine Kommune oder in einem Netzwerkbüro arbeitet.');
	const ask = (name: string) => url.searchParams.get(name) ?? undefined;
	const reportId = ask('meldung');
	const report = reportId ? await findReportStart(ctx, reportId) : null;
	const key = { message: ask('nachricht'), space: report?.space ?? ask('raum'), request: ask('gesuch'), group: ask('gruppe') };
	const { existing, parties, title, summary, origin, topic, of } = await findCaseStart(ctx, key);
	if (existing) redirect(303, `/buero/faelle/${existing}`);
	const said = ask('anlass') ?? report?.origin ?? '';
	const letter = ask('antwort');
	const reply = letter ? await findReplyStart(ctx, letter) : null;
	return {
		key: { ...key, of: of ? undefined : report?.of },
		start: {
			title: title || (report?.title ?? ''),
			summary: reply?.summary || summary,
			party: reply?.party ?? null,
			topic: topic ?? report?.topic ?? null,
			internalNote: report?.internalNote ?? '',
			hasTown: of !== null || report !== null,
			origin: Object.hasOwn(origins, said) ? said : origin
		},
		parties: parties.map(({ name, role }) => `${name} (${partyRoles[role]})`),
		desks: await listOwnDesks(ctx),
		isOffice: isOffice(ctx.actor)
	};
};

export const actions: Actions = {
	default: action(openCaseForm, async (input, { locals }) => {
		const { id, isNew } = await openCase(locals.ctx, input);
		return redirect(303, `/buero/faelle/${id}${isNew ? '?neu' : ''}`);
	})
};
