import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownApplication } from './internal/application-for.ts';
import { loadApplication } from './internal/load-application.ts';
import { takeTransition } from './internal/take-transition.ts';
import { applications } from './tables.ts';

/** The town takes its application back, or drops its draft. */
export async function withdrawApplication(ctx: Ctx, { id, reason }: { id: string; reason?: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await ownApplication(inside, id, { write: true, lock: true });
		await takeTransition(inside, found, { transition: 'withdraw', side: 'town', reason });
	});
}

/** The reaction to a membership that ended while its fee was open: the application ends with it. */
export async function endWithMembership(
	ctx: Ctx,
	{ network, organisation, to }: { network: string; organisation: string; to: string }
): Promise<void> {
	if (to !== 'left' && to !== 'excluded') return;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const rows = await db.select().from(applications).where(eq(applications.organisationId, organisation));
		const open = rows.find(({ networkId, state }) => networkId === network && state === 'fee_pending');
		if (!open) return;
		const reason = 'Die Mitgliedschaft wurde beendet, bevor der Beitrag kam.';
		await takeTransition(inside, await loadApplication(inside, open.id, true), { transition: 'withdraw', side: 'itself', reason });
	});
}
