import { readApplicationFilter } from '#modules/admission/application-filter.ts';
import { findDossier } from '#modules/admission/server/find-dossier.ts';
import { listApplications } from '#modules/admission/server/list-applications.ts';
import { applicationStates } from '#modules/admission/vocabulary.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { placeNetworksAt } from './place-networks.ts';

test('Helle Orte has applications in every state, each with a way that its rules allow and words worth reading', async ({ db }) => {
	await placeNetworksAt({ db, now });
	const ctx = { db, now, actor: cast.renate };
	const { items } = await listApplications(ctx, 'helle-orte', readApplicationFilter(new URLSearchParams('auswahl=all')));
	expect(new Set(items.map(({ state }) => state))).toEqual(new Set(Object.keys(applicationStates)));
	for (const { id, name, isOverdue, completeness } of items.filter((one) => !one.isDraft)) {
		const dossier = await findDossier(ctx, { slug: 'helle-orte', id });
		expect(completeness, name).toBe(1);
		expect(isOverdue, name).toBe(name === 'Bad Gandersheim');
		expect(dossier.changes.length, name).toBeGreaterThan(0);
		expect(JSON.stringify(dossier.answers).length, name).toBeGreaterThan(300);
	}
});
