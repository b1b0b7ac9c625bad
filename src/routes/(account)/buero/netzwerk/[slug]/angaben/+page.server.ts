import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { logoForm, networkForm } from '#modules/networks/forms.ts';
import { removeNetworkLogo, saveNetworkLogo } from '#modules/networks/server/save-network-logo.ts';
import { updateNetwork } from '#modules/networks/server/update-network.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	save: action(networkForm, async (input, { locals, params }) => {
		const slug = params.slug ?? '';
		await updateNetwork(locals.ctx, { slug, input, baseHost: new URL(locals.house.env.baseUrl).hostname });
		return redirect(303, `/buero/netzwerk/${slug}/angaben?gespeichert`);
	}),
	logo: action(logoForm, async ({ alt }, { locals, params }, data) => {
		const slug = params.slug ?? '';
		const [upload] = await readUploads(data, 'logo');
		await saveNetworkLogo(locals.ctx, { slug, alt, upload, store: locals.house.store });
		return redirect(303, `/buero/netzwerk/${slug}/angaben?gespeichert`);
	}),
	removeLogo: async ({ locals, params: { slug } }) => {
		await removeNetworkLogo(locals.ctx, { slug, store: locals.house.store });
		return redirect(303, `/buero/netzwerk/${slug}/angaben?gespeichert`);
	}
};
