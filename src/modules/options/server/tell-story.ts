import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { beginStoryOfHouse } from '#modules/stories/server/begin-story-of-house.ts';
import type { ContractKind } from '../option.ts';
import { changeOption } from './internal/desk-for.ts';
import { options } from './tables.ts';

const outcomeOf = { sale: 'sold', lease: 'let', interim: 'interim_use', heritable_right: 'matched' } as const satisfies Record<
	ContractKind,
	string
>;

/** Begins the story of a house that is in use, for other municipalities to read. A second time leads to the first. Returns its id. Throws 401, 404, 409. */
export function tellStory(ctx: Ctx, id: string): Promise<string> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (!option.usedOn) throw refused('not-used', 'Erzählen lässt es sich, sobald das Haus in Nutzung ist.');
		if (option.storyId) return option.storyId;
		const title = `${desk.house.title}: vom Aufruf bis zur Eröffnung`;
		const outcome = outcomeOf[option.contractKind ?? 'lease'];
		const told = { propertyId: desk.house.id, placeId: option.placeId, outcome, title, lesson: '' };
		const storyId = await beginStoryOfHouse(inside, told);
		await inside.db.update(options).set({ storyId }).where(eq(options.id, option.id));
		return storyId;
	});
}
