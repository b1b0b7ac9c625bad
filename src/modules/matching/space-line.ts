import { range } from '#lib/text/phrases.ts';
import type { SpaceRow } from './offers.ts';
import { offerModes } from '#modules/properties/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';

/** "Angermünde · 60–380 m² · Pacht oder Miete" */
export const spaceLine = (space: Pick<SpaceRow, 'municipality' | 'areaMinM2' | 'areaMaxM2' | 'offers'>): string =>
	[
		space.municipality,
		space.areaMaxM2 === null && space.areaMinM2 === null ? null : range(space.areaMinM2, space.areaMaxM2),
		list(
			offerModes,
			space.offers.filter((mode) => mode !== 'undecided'),
			'oder'
		)
	]
		.filter(Boolean)
		.join(' · ');
