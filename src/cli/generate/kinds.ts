import type { LastUse, PropertyType, UnitType, Use } from '#modules/properties/vocabulary.ts';

import { townKinds } from './kinds-town.ts';
import { villageKinds } from './kinds-village.ts';

/** What the invented houses of one kind have in common. Areas in m². `{n}` is a proper name, `{o}` the place. */
export type Kind = {
	weight: number;
	titles: string[];
	area: [number, number];
	storeys: [number, number];
	built: [number, number];
	lastUse: LastUse;
	uses: Use[];
	parts: [UnitType, string, number][];
	looks: string[];
	memories: string[];
};

export type Kinds = Partial<Record<PropertyType, Kind>>;

export const kinds: Kinds = { ...villageKinds, ...townKinds };
