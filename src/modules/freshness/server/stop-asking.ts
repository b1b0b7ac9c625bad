import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { leaveOwnerAlone } from '#modules/owners/server/leave-owner-alone.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { stopAskingReporter } from '#modules/reports/server/stop-asking-reporter.ts';
import { freshnessAsks } from './tables.ts';

/**
 * Whoever was asked with the link of a mail wants to be left alone: an owner hears from nobody any more, whoever reported is not asked again. Harmless to
 * repeat. Throws 404, 409 for a contact point, whose address is looked after by their municipality, and 410.
 */
export async function stopAsking(ctx: Ctx, link: string): Promise<void> {
	const { subject = '' } = await verifyLink(ctx, { purpose: 'still-true', token: link });
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const asks = await db.select().from(freshnessAsks).where(eq(freshnessAsks.subject, subject));
		if (!asks.length) throw notFound('Diese Einträge gibt es nicht mehr. Zu beantworten ist nichts.');
		if (asks.some(({ askedAs }) => askedAs === 'contact'))
			throw refused('contact-point', 'Gefragt wird die Ansprechperson der Kommune. Wer das ist, ändert die Kommune in ihrem Büro.');
		for (const ownerId of new Set(asks.flatMap((ask) => ask.ownerId ?? []))) await leaveOwnerAlone(within, ownerId);
		await stopAskingReporter(
			within,
			asks.flatMap((ask) => ask.reportId ?? [])
		);
	});
}
