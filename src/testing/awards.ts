import { newId } from '#lib/server/id.ts';
import { networkRoles } from '#modules/networks/server/tables.ts';
import type { CriterionInput } from '#modules/places/forms-award.ts';
import { beginApplication } from '#modules/places/server/begin-application.ts';
import { publishCatalogue, saveCatalogue } from '#modules/places/server/publish-catalogue.ts';
import { saveAnswers, saveApplication } from '#modules/places/server/save-application.ts';
import { saveCriterion } from '#modules/places/server/save-criterion.ts';
import { saveRound } from '#modules/places/server/save-round.ts';
import { stepApplication } from '#modules/places/server/step-application.ts';
import { stepRound } from '#modules/places/server/step-round.ts';
import type { Stage } from './access/access.ts';
import { cast } from './cast.ts';
import { plantPlace, type PlantedPlace } from './places.ts';

/** A criterion with one category and one number to report. */
export const criterionInput = (number: number, over: Partial<CriterionInput> = {}): CriterionInput => ({
	...{ number, title: `Kriterium ${number}`, question: '', obligation: number < 3 ? 'must' : 'should' },
	...{ categoryTitle: [`Kategorie ${number}`], definition: ['so'], effect: [''], indicators: ['Menschen | Menschen | Zahl'] },
	...over
});

export const filled = [1, 2, 3, 6, 8, 9];
export const roundInput = { title: 'Winter 2026', opensOn: '2026-11-01', closesOn: '2026-12-15', decideBy: '2027-01-31' };

/** The criteria of the network: 4, 5 and 7 stay empty. */
export async function plantCriteria({ as }: Stage, slug: string): Promise<void> {
	for (const number of filled) await saveCriterion(as('oskar'), { slug, input: criterionInput(number) });
	await saveCatalogue(as('oskar'), { slug, input: { attitude: 'Wir stehen für Demokratie ein.', minOthers: 5 } });
	await publishCatalogue(as('oskar'), slug);
}

/** Friedrich and Jonas are the jury. */
export async function plantJury({ db, as }: Stage, networkId: string): Promise<void> {
	for (const { id, name } of [cast.friedrich, cast.jonas]) {
		const row = { id: newId(), networkId, role: 'juror', personId: id, name, startsOn: '2026-01-01', createdAt: as(null).now } as const;
		await db.insert(networkRoles).values(row);
	}
}

export type Planted = PlantedPlace & { applicationId: string; roundId: string };
export type Until = 'draft' | 'submitted' | 'ready' | 'judging';

/** The application of Amira's place as far as `until`, in an open round with a jury of two. */
export async function plantApplication(stage: Stage, until: Until = 'draft'): Promise<Planted> {
	const { as } = stage;
	const place = await plantPlace(stage);
	const { network: slug, group } = place;
	await plantCriteria(stage, slug);
	await plantJury(stage, place.networkId);
	const roundId = await saveRound(as('oskar'), { slug, input: roundInput });
	await stepRound(as('oskar'), { slug, id: roundId, step: 'open' });
	const applicationId = await beginApplication(as(group), { placeId: place.id });
	for (const number of filled) {
		const code = `${number}.1`;
		const texts = { [code]: 'Das sieht man jeden Donnerstag in der Werkstatt.' };
		await saveAnswers(as(group), { id: applicationId, number, applies: [code], texts, values: { [`${code}-menschen`]: '12' } });
	}
	await saveApplication(as(group), { id: applicationId, attitude: true });
	const planted = { ...place, applicationId, roundId };
	if (until === 'draft') return planted;
	await stepApplication(as(group), { id: applicationId, step: 'submit' });
	if (until === 'submitted') return planted;
	await stepApplication(as('oskar'), { id: applicationId, step: 'accept' });
	if (until === 'ready') return planted;
	await stepRound(as('oskar'), { slug, id: roundId, step: 'close' });
	return planted;
}
