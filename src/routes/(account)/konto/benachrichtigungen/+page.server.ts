import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { listOwnMemberships } from '#modules/networks/server/list-own-memberships.ts';
import { absenceForm } from '#modules/organisations/forms.ts';
import { announceAbsence } from '#modules/organisations/server/announce-absence.ts';
import { listColleagues } from '#modules/organisations/server/list-colleagues.ts';
import { budgetForm, channelsForm, nothingForm } from '#modules/people/forms.ts';
import { chooseBudget, chooseMail } from '#modules/people/server/choose-mail.ts';
import { findMailSettings } from '#modules/people/server/find-mail-settings.ts';
import { endAbsence } from '#modules/people/server/save-absence.ts';
import type { Actions, PageServerLoad } from './$types';

const done: Record<string, string> = {
	brief: 'Gespeichert: Zeit und Wochenbrief.',
	wege: 'Gespeichert: was wie kommt.',
	abwesend: 'Gespeichert: Ihre Abwesenheit.',
	da: 'Willkommen zurück. Der Wochenbrief kommt wieder.'
};

/** Networks that wrote already, and those one belongs to. */
async function loadSenders(ctx: App.Locals['ctx'], known: Awaited<ReturnType<typeof findMailSettings>>['senders']) {
	const memberships = await listOwnMemberships(ctx);
	const more = memberships.filter(
		({ networkId }, n) => !known.some(({ id }) => id === networkId) && memberships.findIndex((m) => m.networkId === networkId) === n
	);
	return [...known, ...more.map(({ networkId, network }) => ({ id: networkId, name: network, channel: 'topics' as const }))];
}

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const wishes = await findMailSettings(ctx);
	return {
		wishes: { ...wishes, senders: await loadSenders(ctx, wishes.senders) },
		colleagues: (await listColleagues(ctx)).filter(({ people }) => people.length),
		done: done[url.searchParams.get('gespeichert') ?? ''] ?? null
	};
};

const saved = (what: string): never => redirect(303, `/konto/benachrichtigungen?gespeichert=${what}`);

export const actions: Actions = {
	budget: action(budgetForm, async (input, { locals: { ctx } }) => {
		await chooseBudget(ctx, input);
		return saved('brief');
	}),
	channels: action(channelsForm, async (input, { locals: { ctx } }) => {
		await chooseMail(ctx, input);
		return saved('wege');
	}),
	absence: action(absenceForm, async (input, { locals: { ctx } }) => {
		await announceAbsence(ctx, input);
		return saved('abwesend');
	}),
	back: action(nothingForm, async (_input, { locals: { ctx } }) => {
		await endAbsence(ctx);
		return saved('da');
	})
};
