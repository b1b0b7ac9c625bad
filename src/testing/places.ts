import { newId } from '#lib/server/id.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { PlaceInput } from '#modules/places/forms.ts';
import { beginPlace } from '#modules/places/server/begin-place.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { saveProgramme } from '#modules/places/server/save-programme.ts';
import { savePlace } from '#modules/places/server/save-place.ts';
import type { Actor } from '#modules/people/actor.ts';
import type { Stage } from './access/access.ts';
import { angermuende, cast } from './cast.ts';
import { plantNetwork } from './networks.ts';

/** What the group of a place writes; enough to show it. */
export const placeInput = (over: Partial<PlaceInput> = {}): PlaceInput =>
	({
		...{ name: 'Alte Molkerei', ort: angermuende, summary: 'Wo früher Milch floss, wird heute gewerkelt und gekocht.' },
		projectText: 'Die Molkerei stand siebzehn Jahre leer. Heute leben hier elf Menschen, und donnerstags ist Werkstatt.',
		...{ locationText: 'Am Stadtrand, nahe am Bahnhof.', infrastructure: ['Bahnhof'], offer_open: 'Offene Werkstatt', bookable: ['stay'] },
		...{ vision: 'Käse machen.', progress: 'Das Dach ist dicht.', hurdles: 'Der Brandschutz.', developmentPartners: [], awards: [] },
		...{ houseKind: 'factory_hall', legalForm: 'cooperative', website: 'https://molkerei.example', contactReleased: false, version: 1 },
		...over
	}) as PlaceInput;

/** An actor who holds a seat with the right to edit in that organisation. */
export const withSeat = (actor: Actor, organisationId: string, rights: 'read' | 'edit' = 'edit'): Actor => ({
	...actor,
	seats: [...(actor.seats ?? []), { organisationId, rights, ags: null }]
});

export type PlantedPlace = { id: string; slug: string; organisationId: string; networkId: string; network: string; group: Actor };

/** A network of Oskar's office that accompanies places, and a place of Amira's group in it, filled in and not yet shown. */
export async function plantPlace(stage: Stage, over: Partial<PlaceInput> = {}): Promise<PlantedPlace> {
	const { db, as } = stage;
	const network = await plantNetwork(stage);
	await saveProgramme(as('oskar'), { slug: network.slug, input: { awardName: 'Heller Ort', reassessMonths: 36 } });
	const organisationId = newId();
	const now = as(null).now;
	const row = { id: organisationId, slug: `gruppe-${organisationId.slice(-8)}`, kind: 'initiative', name: 'Molkerei eG' } as const;
	await db.insert(organisations).values({ ...row, placeAgs: angermuende, createdAt: now, updatedAt: now });
	const group = withSeat(cast.amira, organisationId);
	const input = placeInput(over);
	const id = await beginPlace(as(group), { name: input.name, organisationId, ort: angermuende, network: network.slug });
	await savePlace(as(group), { id, input });
	return { id, slug: 'alte-molkerei', organisationId, networkId: network.id, network: network.slug, group };
}

/** The same, shown to everybody. */
export async function plantPublicPlace(stage: Stage, over: Partial<PlaceInput> = {}): Promise<PlantedPlace> {
	const planted = await plantPlace(stage, over);
	await publishPlace(stage.as(planted.group), planted.id);
	return planted;
}
