import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { stateAfter, whyNotStep, type PlaceStep } from '../../place-state.ts';
import type { PlaceRow } from '../../to-place-page.ts';
import { placePages, places, placeSteps } from '../tables.ts';

type Taken = {
	place: PlaceRow;
	step: PlaceStep;
	reason?: string;
	more?: Partial<Pick<PlaceRow, 'awardedOn' | 'reassessOn' | 'networkStatement'>>;
};

/** Asks the rule, writes the step with who, when and why, and shows it at once on a page that is public; what else the group changed stays inside. In the caller's transaction. */
export async function takePlaceStep(ctx: Ctx, { place, step, reason, more = {} }: Taken): Promise<void> {
	const not = whyNotStep({ state: place.state, step, awardedOn: place.awardedOn, reason });
	if (not) throw refused(not.code, not.message, not.field);
	const to = stateAfter({ step, awardedOn: place.awardedOn });
	const ended = step === 'revoke' ? { awardedOn: null, reassessOn: null, networkStatement: null } : {};
	const changed = { ...ended, ...more, state: to, updatedAt: ctx.now };
	await ctx.db.update(places).set(changed).where(eq(places.id, place.id));
	const shown = {
		state: to,
		awardedOn: 'awardedOn' in changed ? changed.awardedOn : place.awardedOn,
		networkStatement: 'networkStatement' in changed ? changed.networkStatement : place.networkStatement
	};
	await ctx.db
		.update(placePages)
		.set({ state: to, content: sql`${placePages.content} || ${JSON.stringify(shown)}::jsonb` })
		.where(eq(placePages.placeId, place.id));
	const written = { id: newId(), placeId: place.id, machine: 'place', subjectId: place.id, step, from: place.state, to } as const;
	await ctx.db.insert(placeSteps).values({ ...written, reason: reason?.trim() || null, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
	await recordEvent(ctx, 'place.stepped', { subjectId: place.id, reason, data: { step, to } });
}
