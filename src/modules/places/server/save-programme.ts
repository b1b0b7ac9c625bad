import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ProgrammeInput } from '../forms.ts';
import { mayRunPlaces } from '../policy.ts';
import { programmeFor } from './internal/programme-for.ts';
import { placeProgrammes } from './tables.ts';

/** Lets a network accompany and award places, or changes how it calls them. */
export async function saveProgramme(ctx: Ctx, { slug, input }: { slug: string; input: ProgrammeInput }): Promise<void> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	const row = { awardName: input.awardName, intro: input.intro ?? '', reassessMonths: input.reassessMonths ?? 36, updatedAt: ctx.now };
	await ctx.db.transaction(async (db) => {
		await db
			.insert(placeProgrammes)
			.values({ networkId: network.id, ...row })
			.onConflictDoUpdate({ target: placeProgrammes.networkId, set: row });
		await recordEvent({ ...ctx, db }, 'places.programme_saved', { subjectId: network.id });
	});
}
