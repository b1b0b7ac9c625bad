import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { sectionForm } from '#modules/admission/forms.ts';
import { findApplication, listLinkableHouses, type OwnApplication } from '#modules/admission/server/find-application.ts';
import { saveSection } from '#modules/admission/server/save-section.ts';
import type { Actions, PageServerLoad } from './$types';

function partOf({ sections }: OwnApplication, key: string | undefined) {
	const index = sections.findIndex((section) => section.key === key);
	const section = sections[index];
	if (!section) throw notFound();
	return { section, index, next: sections[index + 1] };
}

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const application = await findApplication(ctx, params.id);
	const { section, index } = partOf(application, params.teil);
	const wantsHouses = section.question?.theme === 'projects' && application.mayWrite;
	return { application, section, index, houses: wantsHouses ? await listLinkableHouses(ctx, params.id) : [] };
};

export const actions: Actions = {
	default: async (event) => {
		const { ctx } = event.locals;
		const application = await findApplication(ctx, event.params.id ?? '');
		const { section, next } = partOf(application, event.params.teil);
		const base = `/konto/aufnahme/${application.id}`;
		return action(sectionForm(section, application.criteria), async ({ answer, version, then }) => {
			await saveSection(ctx, { id: application.id, key: section.key, answer, version });
			if (then === 'uebersicht') redirect(303, `${base}?neu=gespeichert`);
			return redirect(303, next ? `${base}/teil/${next.key}` : `${base}/vorschau`);
		})(event);
	}
};
