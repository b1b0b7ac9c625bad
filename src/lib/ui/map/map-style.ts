import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** Colours of the page, so that the map follows its day and its night. */
export type MapColours = Record<
	'paper' | 'card' | 'line' | 'line-strong' | 'ink' | 'muted' | 'brick' | 'moss' | 'moss-soft' | 'light' | 'facade-dark',
	string
>;

const source = 'germany';
const font = ['Fira Sans', 'sans-serif'];

const border = (level: string, { color, width, minzoom = 0 }: { color: string; width: number; minzoom?: number }): LayerSpecification => ({
	id: `border-${level}`,
	type: 'line',
	source,
	'source-layer': 'borders',
	minzoom,
	filter: ['==', ['get', 'level'], level],
	paint: { 'line-color': color, 'line-width': width }
});

function land(colours: MapColours): LayerSpecification[] {
	return [
		{ id: 'paper', type: 'background', paint: { 'background-color': colours.paper } },
		{ id: 'land', type: 'fill', source, 'source-layer': 'land', paint: { 'fill-color': colours['moss-soft'] } },
		{ id: 'areas', type: 'fill', source, 'source-layer': 'areas', paint: { 'fill-color': colours['moss-soft'] } },
		border('municipality', { color: colours.card, width: 0.7, minzoom: 7 }),
		border('district', { color: colours.card, width: 1.2, minzoom: 5 }),
		border('state', { color: colours['line-strong'], width: 1.2 }),
		border('country', { color: colours['line-strong'], width: 1.6 }),
		{
			id: 'labels',
			type: 'symbol',
			source,
			'source-layer': 'labels',
			layout: {
				'text-field': ['get', 'name'],
				'text-font': font,
				'text-size': 13,
				'symbol-sort-key': ['-', 0, ['get', 'population']],
				'text-padding': 6
			},
			paint: { 'text-color': colours.muted, 'text-halo-color': colours.paper, 'text-halo-width': 1.4 }
		}
	];
}

const size: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'n']], 1, 8, 5, 14, 30, 22, 200, 34];

/** Lit, half lit and dark houses, alone or many in one circle with their number. */
export function spaceLayers(colours: MapColours): LayerSpecification[] {
	const circle: ExpressionSpecification = ['match', ['get', 'licht'], 'dunkel', colours['facade-dark'], colours.light];
	return [
		{
			id: 'glow',
			type: 'circle',
			source: 'raeume',
			'source-layer': 'raeume',
			filter: ['!=', ['get', 'licht'], 'dunkel'],
			paint: {
				'circle-radius': ['*', 1.9, size],
				'circle-color': colours.light,
				'circle-blur': 1,
				'circle-opacity': ['match', ['get', 'licht'], 'hell', 0.75, 0.35]
			}
		},
		{
			id: 'raeume',
			type: 'circle',
			source: 'raeume',
			'source-layer': 'raeume',
			paint: {
				'circle-radius': size,
				'circle-color': circle,
				'circle-opacity': ['match', ['get', 'licht'], 'halb', 0.82, 1],
				'circle-stroke-color': ['match', ['get', 'licht'], 'halb', colours['facade-dark'], 'hell', colours.card, colours['line-strong']],
				'circle-stroke-width': 2
			}
		},
		{
			id: 'counts',
			type: 'symbol',
			source: 'raeume',
			'source-layer': 'raeume',
			filter: ['>', ['get', 'n'], 1],
			layout: { 'text-field': ['to-string', ['get', 'n']], 'text-font': font, 'text-size': 13, 'text-allow-overlap': true },
			paint: { 'text-color': ['match', ['get', 'licht'], 'dunkel', '#ffffff', '#1f2b29'] }
		}
	];
}

/** The offline map: our own tiles of the municipalities, no fonts or signs from elsewhere. `tiles`, the absolute address of those with spaces, or null without. */
export const mapStyle = ({ base, tiles, colours }: { base: string; tiles: string | null; colours: MapColours }): StyleSpecification => ({
	version: 8,
	sources: {
		[source]: {
			type: 'vector',
			tiles: [base],
			minzoom: 4,
			maxzoom: 8,
			bounds: [5.8, 47.2, 15.1, 55.1],
			attribution: '© GeoBasis-DE / BKG 2017'
		},
		...(tiles && { raeume: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 16 } })
	},
	layers: [...land(colours), ...(tiles ? spaceLayers(colours) : [])]
});
