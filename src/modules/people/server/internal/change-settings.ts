import type { Ctx } from '../../actor.ts';
import { briefDefaults } from '../../brief.ts';
import { mailSettings } from '../post-tables.ts';

type Change = { personId: string } & Partial<Pick<typeof mailSettings.$inferInsert, 'minutes' | 'weekday' | 'hour' | 'briefEndedAt'>>;

/** Writes what changes and leaves the rest as it was. */
export async function changeSettings(ctx: Pick<Ctx, 'db' | 'now'>, { personId, ...change }: Change): Promise<void> {
	await ctx.db
		.insert(mailSettings)
		.values({ personId, ...briefDefaults, ...change, updatedAt: ctx.now })
		.onConflictDoUpdate({ target: mailSettings.personId, set: { ...change, updatedAt: ctx.now } });
}
