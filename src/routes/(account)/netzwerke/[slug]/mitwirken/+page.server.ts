import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { enterNetwork } from '#modules/networks/server/enter-network.ts';
import { findEntry } from '#modules/networks/server/find-entry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const entry = await findEntry(ctx, params.slug);
	if (entry.page.openness === 'membership') redirect(303, `/netzwerke/${entry.page.slug}#weg`);
	return entry;
};

const entryForm = z.object({
	organisationId: z.uuid('Bitte wählen, für wen Sie handeln.'),
	/** The version of the values that the tick stands for. */
	version: z.preprocess((value) => (value === undefined || value === '' ? undefined : Number(value)), z.int().optional()),
	text: optionalText(1000)
});

export const actions: Actions = {
	default: action(entryForm, async (input, { locals, params }) => {
		await enterNetwork(locals.ctx, { slug: params.slug ?? '', ...input });
		redirect(303, `/konto/netzwerke?dabei=${params.slug}`);
	})
};
