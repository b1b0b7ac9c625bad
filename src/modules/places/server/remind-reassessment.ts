import { and, asc, eq, lte } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { peopleInGroup, peopleInNetwork } from './internal/people-of.ts';
import { places } from './tables.ts';

/** So long before an award is looked at again its group and its network hear of it, in days. */
const ahead = 90;
/** Reminded in one night; what is left follows in the next. */
const most = 200;

/** The nightly round: awards whose day comes near, or has passed, are named to their group and the office. Once each, however often it runs. Returns how many. */
export async function remindReassessment(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const today = dayOf(ctx.now);
	const due = await ctx.db
		.select({ place: places, slug: networks.slug, network: { id: networks.id, name: networks.name } })
		.from(places)
		.innerJoin(networks, eq(networks.id, places.networkId))
		.where(and(eq(places.state, 'awarded'), lte(places.reassessOn, dayAfter(today, ahead))))
		.orderBy(asc(places.reassessOn), asc(places.id))
		.limit(most);
	for (const { place, slug, network } of due) {
		const day = place.reassessOn ?? today;
		const isPast = day < today;
		const about = { subjectId: `${place.id} ${day}`, kind: isPast ? 'place.reassess_due' : 'place.reassess_soon' };
		const title = isPast ? `${place.name}: Die nächste Bewertung ist überfällig` : `${place.name}: Die nächste Bewertung steht an`;
		const common = { ...about, topic: 'place', sender: network, minutes: 5 } as const;
		for (const personId of await peopleInGroup(ctx, place.organisationId)) {
			const text = `Die Auszeichnung gilt bis ${germanDay(day)}. Bitte bewerbt Euch im nächsten Fenster noch einmal; was gleich blieb, steht schon da.`;
			await addNotice(ctx, { ...common, personId, data: { title, text, href: `/konto/orte/${place.id}/bewerbung` } });
		}
		for (const personId of await peopleInNetwork(ctx, network.id, 'office')) {
			const text = `Die Auszeichnung gilt bis ${germanDay(day)}. Ein Anruf bei der Gruppe hilft oft mehr als ein Brief.`;
			await addNotice(ctx, { ...common, personId, data: { title, text, href: `/buero/netzwerk/${slug}/orte/${place.id}` } });
		}
	}
	return due.length;
}
