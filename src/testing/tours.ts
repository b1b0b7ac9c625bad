import { asc, eq } from 'drizzle-orm';
import { caseParties } from '#modules/cases/server/case-tables.ts';
import type { TourInput } from '#modules/tours/forms.ts';
import { addStop } from '#modules/tours/server/add-stop.ts';
import { beginTour } from '#modules/tours/server/begin-tour.ts';
import { tourStops } from '#modules/tours/server/tables.ts';
import type { Stage } from './access/access.ts';
import { angermuende } from './cast.ts';
import { recordHouse } from './houses.ts';
import { plantSpace } from './spaces.ts';
import { now } from './world.ts';

export const inTwoWeeks = new Date(now.getTime() + 14 * 86_400_000);
export const tourInput = (over: Partial<TourInput> = {}): TourInput => ({
	...{ of: angermuende, title: 'Spaziergang durch die Altstadt', startsAt: inTwoWeeks, minutes: 120, place: 'Rathaus', isPublic: true },
	...{ capacity: 2, guides: 'Ortsvorsteherin Beate Krug' },
	...over
});

export type PlantedTour = {
	viewingId: string;
	meeting: string;
	shown: string;
	hidden: string;
	hiddenProperty: string;
	shownProperty: string;
};

/** A tour through Angermünde that Ines plans: the town hall, a house that everybody may see, and one that is in the register only. */
export async function plantTour(stage: Stage, over: Partial<TourInput> = {}): Promise<PlantedTour> {
	const { db, as } = stage;
	const viewingId = await beginTour(as('ines'), tourInput(over));
	const { id: shownProperty } = await plantSpace(db, { title: 'Haus mit Laden', precision: 'street', lat: 53.0155, lon: 14.0035 });
	const { id: hiddenProperty } = await recordHouse(as('ines'), { title: 'Stilles Haus', isMunicipal: '', lat: '53.0171', lon: '13.9991' });
	await addStop(as('ines'), { viewingId, input: { title: 'Rathaus, Treffpunkt', lat: 53.0146, lon: 14.0017 } });
	for (const propertyId of [shownProperty, hiddenProperty]) await addStop(as('ines'), { viewingId, input: { propertyId } });
	const rows = await db
		.select({ id: tourStops.id })
		.from(tourStops)
		.where(eq(tourStops.viewingId, viewingId))
		.orderBy(asc(tourStops.position));
	const [meeting = '', shown = '', hidden = ''] = rows.map(({ id }) => id);
	return { viewingId, meeting, shown, hidden, hiddenProperty, shownProperty };
}

/** The party behind a person in whatever case. */
export async function partyOf({ db }: Stage, personId: string): Promise<string> {
	const [row] = await db.select({ id: caseParties.id }).from(caseParties).where(eq(caseParties.personId, personId));
	return row?.id ?? '';
}
