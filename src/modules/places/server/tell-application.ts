import { eq } from 'drizzle-orm';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice, type NoticeData } from '#modules/people/server/add-notice.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import type { ApplicationStep } from '../application.ts';
import { peopleInGroup, peopleInNetwork } from './internal/people-of.ts';
import { placeApplications, places } from './tables.ts';

type Told = { to: 'group' | 'office' | 'jury'; title: (place: string) => string; text: string };

const news: Partial<Record<ApplicationStep, Told>> = {
	submit: { to: 'office', title: (p) => `${p} bewirbt sich`, text: 'Bitte prüfen, ob alles da ist.' },
	return: { to: 'group', title: (p) => `${p}: Bewerbung zurück an Euch`, text: 'Das Netzwerkbüro sagt, was noch fehlt.' },
	accept: { to: 'group', title: (p) => `${p}: Bewerbung ist vollständig`, text: 'Wenn das Fenster schließt, geht sie an die Jury.' },
	present: { to: 'jury', title: (p) => `${p} liegt der Jury vor`, text: 'Bitte urteilen Sie zuerst allein; danach sehen Sie die anderen.' },
	award: { to: 'group', title: (p) => `${p} ist ausgezeichnet`, text: 'Herzlichen Glückwunsch. Die Begründung steht auf Eurer Seite.' },
	defer: { to: 'group', title: (p) => `${p}: noch nicht`, text: 'Die Rückmeldung sagt, was stark war und was weiterhilft.' },
	send_back: { to: 'group', title: (p) => `${p}: Die Jury fragt nach`, text: 'Bitte ergänzen und im nächsten Fenster wieder einreichen.' }
};

/** The reaction to a step of an application: whoever it concerns next finds it in the account and in the weekly brief. */
export async function tellApplication(ctx: Pick<Ctx, 'db' | 'now'>, event: RecordedEvent): Promise<void> {
	const told = news[event.data.step as ApplicationStep];
	if (!told) return;
	const [row] = await ctx.db
		.select({ id: placeApplications.id, place: places, network: networks.slug, networkId: networks.id, networkName: networks.name })
		.from(placeApplications)
		.innerJoin(places, eq(places.id, placeApplications.placeId))
		.innerJoin(networks, eq(networks.id, placeApplications.networkId))
		.where(eq(placeApplications.id, event.subjectId));
	if (!row) return;
	const href = {
		group: `/konto/orte/${row.place.id}/bewerbung`,
		office: `/buero/netzwerk/${row.network}/jury/bewerbung/${row.id}`,
		jury: `/konto/jury/${row.id}`
	}[told.to];
	const people =
		told.to === 'group'
			? await peopleInGroup(ctx, row.place.organisationId)
			: await peopleInNetwork(ctx, row.networkId, told.to === 'jury' ? 'juror' : 'office');
	const sender = { id: row.networkId, name: row.networkName };
	const minutes = { group: 2, office: 5, jury: 30 }[told.to];
	const data: NoticeData = { title: told.title(row.place.name), text: told.text, href };
	for (const personId of people)
		await addNotice(ctx, {
			personId,
			kind: `application.${String(event.data.step)}`,
			subjectId: event.id,
			topic: 'place',
			sender,
			minutes,
			data
		});
}
