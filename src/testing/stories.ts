import type { StoryInput } from '#modules/stories/forms.ts';
import { beginStory } from '#modules/stories/server/begin-story.ts';
import { saveTurn } from '#modules/stories/server/change-turns.ts';
import { saveStory } from '#modules/stories/server/save-story.ts';
import { stepStory } from '#modules/stories/server/step-story.ts';
import { stepCase } from '#modules/cases/server/step-case.ts';
import type { Stage } from './access/access.ts';
import { plantCase, type PlantedCase } from './cases.ts';
import { plantSpace } from './spaces.ts';

export const storyInput = (over: Partial<StoryInput> = {}): StoryInput => ({
	...{ title: 'Ein Gasthof mit drei Schlüsseln', lead: 'Drei Geschwister, drei Meinungen, und am Ende ein Café.', propertyType: 'inn' },
	text: 'Lange wollte niemand den ersten Schritt tun. Dann saßen alle an einem Tisch, und die Stadt hörte zu. Ein Erbbaurecht machte es möglich.',
	...{ lesson: 'Erst fragen, was auf keinen Fall geht.', use: 'gastronomy' },
	...over
});
export const turn = {
	hurdle: 'Drei Erben, keine Einigung',
	solution: 'Ein Gespräch mit jemandem von außen, ohne Termin für eine Entscheidung.'
};

export type PlantedStory = PlantedCase & { storyId: string; propertyId: string };

/** A case of Angermünde about a published house that ended well, and what is told of it, not yet shown. */
export async function plantStory(stage: Stage, over: Partial<StoryInput> = {}): Promise<PlantedStory> {
	const ines = stage.as('ines');
	const { id: propertyId } = await plantSpace(stage.db, { title: 'Gasthof Zum Kranich' });
	const planted = await plantCase(stage, { space: propertyId, title: 'Erbengemeinschaft Lindner streitet' });
	await stepCase(ines, { id: planted.id, input: { step: 'close', outcome: 'let', lesson: 'Früher fragen.' } });
	const storyId = await beginStory(ines, { caseId: planted.id });
	await saveStory(ines, { id: storyId, input: storyInput(over) });
	await saveTurn(ines, { id: storyId, input: turn });
	return { ...planted, storyId, propertyId };
}

/** The same, for everybody to read. */
export async function plantPublicStory(stage: Stage, over: Partial<StoryInput> = {}): Promise<PlantedStory> {
	const planted = await plantStory(stage, over);
	await stepStory(stage.as('ines'), { id: planted.storyId, step: 'publish' });
	return planted;
}
