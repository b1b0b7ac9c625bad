import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { conceptEnvelopes } from '../tables.ts';

export type EnvelopeRow = typeof conceptEnvelopes.$inferSelect;

/** What lies in the box for a concept and counts. */
export async function envelopeOf({ db }: Pick<Ctx, 'db'>, conceptId: string): Promise<EnvelopeRow | undefined> {
	const [envelope] = await db
		.select()
		.from(conceptEnvelopes)
		.where(and(eq(conceptEnvelopes.conceptId, conceptId), isNull(conceptEnvelopes.supersededAt)));
	return envelope;
}
