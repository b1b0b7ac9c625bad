import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { mayWalk } from '../policy.ts';
import type { WalkKind } from '../walk.ts';
import { walkEntries } from './tables.ts';

export type WalkNote = {
	id: string;
	kind: WalkKind;
	note: string | null;
	madeAt: Date;
	by: string | null;
	house: { id: string; title: string; reference: string };
};

/** What walks found that still waits for a decision, newest first; at most a hundred. */
export async function listWalkNotes(ctx: Ctx, ags: string): Promise<WalkNote[]> {
	if (!mayWalk(ctx.actor, ags)) throw forbidden();
	const { id, kind, note, madeAt } = walkEntries;
	return ctx.db
		.select({
			id,
			kind,
			note,
			madeAt,
			by: people.name,
			house: { id: properties.id, title: properties.title, reference: properties.reference }
		})
		.from(walkEntries)
		.innerJoin(properties, eq(properties.id, walkEntries.propertyId))
		.leftJoin(people, eq(people.id, walkEntries.byPersonId))
		.where(and(eq(walkEntries.ags, ags), isNull(walkEntries.settledAt), inArray(walkEntries.kind, ['changed', 'gone'])))
		.orderBy(desc(walkEntries.takenAt), desc(walkEntries.id))
		.limit(100);
}
