import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { nothingForm } from '#modules/people/forms.ts';
import { startReport } from '#modules/reports/server/start-report.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const onward = (query: Record<string, string | null>) =>
	`/melden/angaben?${new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])))}`.replace(
		/\?$/,
		''
	);

/** `kommune`: the slug of the municipality whose page led here. */
export const load: PageServerLoad = ({ url }) => ({ without: onward({ kommune: url.searchParams.get('kommune') }), query: url.search });

export const actions: Actions = {
	default: action(nothingForm, async (_, { locals: { ctx, house }, url, getClientAddress }, data) => {
		const [photo, ...more] = await readUploads(data, 'photo');
		if (!photo) throw refused('no-photo', 'Bitte ein Foto nehmen oder auswählen. Ohne Foto geht es unten weiter.', 'photo');
		if (more.length) throw refused('too-many', 'Bitte ein Foto, das beste genügt.', 'photo');
		const entwurf = await startReport(ctx, { photo, store: house.store, address: getClientAddress() });
		redirect(303, onward({ entwurf, kommune: url.searchParams.get('kommune') }));
	})
};
