import { project } from '#modules/organisations/germany.ts';
import { addressWord } from '#modules/properties/space-filter.ts';

/** The map of everything: what its layers are called, what its address says, how its places are drawn. */

export type LayerId = 'kommunen' | 'mitglieder' | 'orte' | 'raeume' | 'gesuche' | 'ohne';
export type LayerSign = 'lit-house' | 'member' | 'alive' | 'house' | 'region' | 'dot';

/** In the order of legend and list. A layer without places is not offered; one with `isQuiet` waits until somebody asks for it. */
export const atlasLayers: Record<LayerId, { title: string; one: string; sign: LayerSign; isQuiet?: true; note?: string }> = {
	kommunen: { title: 'Kommunen mit Profil', one: 'Kommunenprofil', sign: 'lit-house' },
	mitglieder: { title: 'Mitglieder der Netzwerke', one: 'Mitglied', sign: 'member' },
	orte: { title: 'Wiederbelebte Orte', one: 'Ort', sign: 'alive', note: 'gezeigt in der Mitte ihrer Kommune' },
	raeume: { title: 'Räume', one: 'Raum', sign: 'house', note: 'Lage so genau, wie sie freigegeben ist' },
	gesuche: { title: 'Gesuche', one: 'Gesuch', sign: 'region', note: 'als Gegend, nie als Punkt einer Person' },
	ohne: { title: 'Kommunen ohne Profil', one: 'Kommune', sign: 'dot', isQuiet: true }
};
export const layerIds = Object.keys(atlasLayers) as LayerId[];

/** `layers` null: all that are not quiet. `state`: two digits. `network`: its slug. */
export type AtlasFilter = { layers: LayerId[] | null; state: string | null; network: string | null; page: number };

/** A place as it stands in list, drawing and tile. Regions have a radius; `tone` says how a house is lit. */
export type AtlasPlace = {
	layer: LayerId;
	name: string;
	where: string;
	href: string | null;
	lat: number;
	lon: number;
	tone: 'hell' | 'halb' | 'dunkel' | '';
	km: number | null;
};

/** Reads an address leniently: what it does not know it leaves out. */
export function readAtlas(search: URLSearchParams): AtlasFilter {
	const asked = search.getAll('ebene').filter((word): word is LayerId => Object.hasOwn(atlasLayers, word));
	const state = search.get('land') ?? '';
	const network = search.get('netz') ?? '';
	const page = Number(search.get('seite'));
	return {
		layers: asked.length ? layerIds.filter((id) => asked.includes(id)) : null,
		state: /^(0[1-9]|1[0-6])$/.test(state) ? state : null,
		network: network && network === addressWord(network) ? network : null,
		page: Number.isInteger(page) && page > 1 && page < 1000 ? page : 1
	};
}

/** The layers that are shown: the asked ones, else all that are not quiet. Requests belong to no network. */
export const shownLayers = ({ layers, network }: AtlasFilter): LayerId[] =>
	(layers ?? layerIds.filter((id) => !atlasLayers[id].isQuiet)).filter((id) => !network || id !== 'gesuche');

/** The address of a view; `path` for tiles. A change of anything but the page leads back to page one. */
export function atlasAddress(filter: AtlasFilter, change: Partial<AtlasFilter> = {}, path = '/karte'): string {
	const { layers, state, network, page } = { ...filter, page: 1, ...change };
	const search = new URLSearchParams();
	for (const id of layers ?? []) search.append('ebene', id);
	if (state) search.set('land', state);
	if (network) search.set('netz', network);
	if (page > 1) search.set('seite', String(page));
	const text = search.toString();
	return text ? `${path}?${text}` : path;
}

/** Kilometres on the drawn map. */
export const drawnAt = ({ lat, lon }: { lat: number; lon: number }): { x: number; y: number } => {
	const [x, y] = project(lon, lat);
	return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
};
