import { eq } from 'drizzle-orm';
import { germanDay } from '#lib/text/german.ts';
import { tellSubscribers } from '#modules/networks/server/tell-subscribers.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { juryRounds, placeProgrammes } from './tables.ts';

/** The reaction to a window that opens: everybody who is noted with the network hears of it by mail. Returns how many. */
export async function tellWindow(ctx: Pick<Ctx, 'db' | 'now'>, roundId: string): Promise<number> {
	const [row] = await ctx.db
		.select({ round: juryRounds, slug: networks.slug, name: networks.name, awardName: placeProgrammes.awardName })
		.from(juryRounds)
		.innerJoin(networks, eq(networks.id, juryRounds.networkId))
		.innerJoin(placeProgrammes, eq(placeProgrammes.networkId, juryRounds.networkId))
		.where(eq(juryRounds.id, roundId));
	if (!row) return 0;
	const { round, slug, name, awardName } = row;
	return tellSubscribers(ctx, round.networkId, {
		title: `Jetzt bewerben: ${awardName} werden`,
		paragraphs: [
			`Das Bewerbungsfenster „${round.title}“ von ${name} ist offen, bis ${germanDay(round.closesOn)}.`,
			'Mit der Selbstprüfung seht Ihr in ein paar Minuten, wo Ihr steht; gespeichert wird dabei nichts.'
		],
		button: { text: 'Zur Selbstprüfung', href: `/orte/kriterien/${slug}` }
	});
}
