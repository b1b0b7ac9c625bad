import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { origins, partyRoles } from '#modules/cases/case.ts';
import { openCaseForm } from '#modules/cases/forms-case.ts';
import { listOwnDesks } from '#modules/cases/server/find-case.ts';
import { findCaseStart } from '#modules/cases/server/find-case-start.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { isOffice } from '#modules/people/actor.ts';
import type { Actions, PageServerLoad } from './$types';

/** `nachricht`, `raum`, `gesuch`, `gruppe`: what the case comes from; what is known of it is filled in. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!(await hasCaseDesk(ctx))) throw forbidden('Einen Fall eröffnet, wer für eine Kommune oder in einem Netzwerkbüro arbeitet.');
	const ask = (name: string) => url.searchParams.get(name) ?? undefined;
	const key = { message: ask('nachricht'), space: ask('raum'), request: ask('gesuch'), group: ask('gruppe') };
	const { existing, parties, title, summary, origin, topic, of } = await findCaseStart(ctx, key);
	if (existing) redirect(303, `/buero/faelle/${existing}`);
	const said = ask('anlass') ?? '';
	return {
		key,
		start: { title, summary, topic, hasTown: of !== null, origin: Object.hasOwn(origins, said) ? said : origin },
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
