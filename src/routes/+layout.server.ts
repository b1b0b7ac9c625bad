import { editedMunicipalities, isAdmin, isOffice, isStaff } from '#modules/people/actor.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { actor } = locals.ctx;
	const isEditor = editedMunicipalities(actor).length > 0;
	return {
		actor: actor && {
			name: actor.name || 'Mein Konto',
			isStaff: isStaff(actor),
			isEditor,
			isOffice: isOffice(actor),
			isAdmin: isAdmin(actor),
			mayImport: isEditor || isAdmin(actor)
		},
		isDemo: locals.house.env.DEMO
	};
};
