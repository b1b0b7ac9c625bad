import { Popup, type ExpressionSpecification, type LayerSpecification, type Map as Chart, type MapGeoJSONFeature } from 'maplibre-gl';
import { escape, germany, openChart, pageColours, pointAt } from './chart.ts';
import { mapStyle, spaceLayers, type MapColours } from './map-style.ts';

/** Pixels of a kilometre at zoom 0 in the middle of the country; it doubles with every zoom. */
const perKm = 0.0203;
const regionSize: ExpressionSpecification = [
	'interpolate',
	['exponential', 2],
	['zoom'],
	0,
	['*', ['get', 'km'], perKm],
	18,
	['*', ['get', 'km'], perKm * 2 ** 18]
];

type Look = { radius: number | ExpressionSpecification; fill: string; line: string; opacity?: number; width?: number };

const circle = (id: string, { radius, fill, line, opacity = 1, width = 1.5 }: Look): LayerSpecification => ({
	id,
	type: 'circle',
	source: 'atlas',
	'source-layer': 'atlas',
	filter: ['==', ['get', 'ebene'], id],
	paint: {
		'circle-radius': radius,
		'circle-color': fill,
		'circle-opacity': opacity,
		'circle-stroke-color': line,
		'circle-stroke-width': width
	}
});

const layersOf = (colours: MapColours): LayerSpecification[] => [
	circle('gesuche', { radius: regionSize, fill: colours.brick, line: colours.brick, opacity: 0.12, width: 1 }),
	circle('ohne', { radius: 2.5, fill: colours.muted, line: colours.paper, width: 0.5 }),
	circle('raeume', { radius: 6, fill: colours['facade-dark'], line: colours['line-strong'] }),
	circle('orte', { radius: 7, fill: colours.light, line: colours.brick, width: 2.5 }),
	circle('mitglieder', { radius: 6, fill: colours.moss, line: colours.card }),
	circle('kommunen', { radius: 9, fill: colours.light, line: colours.moss, width: 2.5 })
];
const opening = ['kommunen', 'mitglieder', 'orte', 'raeume', 'ohne', 'gesuche'];

/**
 * The map of everything: `<atlas-map tiles="/karte/kacheln/{z}/{x}/{y}.pbf?…" spaces="/raeume/kacheln/{z}/{x}/{y}.pbf?…" box="west,south,east,north">` around the drawing
 * that stands there without it. `spaces` is left out where spaces are not shown or stand in `tiles`.
 */
class AtlasMap extends HTMLElement {
	#chart: Chart | null = null;
	#night = matchMedia('(prefers-color-scheme: dark)');
	#repaint = () => this.#chart && !this.getAttribute('map-style') && this.#chart.setStyle(this.#style());

	connectedCallback(): void {
		const box = document.createElement('div');
		box.className = 'chart';
		this.append(box);
		const style = this.getAttribute('map-style') ?? this.#style();
		const chart = openChart(box, { style, box: this.getAttribute('box') ?? germany, title: 'Karte der Orte' });
		this.#chart = chart;
		chart.on('style.load', () => this.#ownLayers(chart));
		for (const id of opening) {
			chart.on('click', id, (event) => event.features?.[0] && this.#open(event.features[0], event.lngLat.toArray()));
			pointAt(chart, id);
		}
		chart.once('idle', () => this.setAttribute('data-ready', ''));
		this.#night.addEventListener('change', this.#repaint);
	}

	disconnectedCallback(): void {
		this.#night.removeEventListener('change', this.#repaint);
		this.#chart?.remove();
		this.#chart = null;
		this.querySelector('.chart')?.remove();
	}

	#style = () => mapStyle({ base: `${location.origin}/map/{z}/{x}/{y}.pbf`, tiles: null, colours: pageColours() });

	#ownLayers(chart: Chart): void {
		if (chart.getSource('atlas')) return;
		const colours = pageColours();
		chart.addSource('atlas', { type: 'vector', tiles: [location.origin + (this.getAttribute('tiles') ?? '')], maxzoom: 14 });
		const spaces = this.getAttribute('spaces');
		const [regions, ...points] = layersOf(colours).filter(({ id }) => id !== 'raeume' || !spaces);
		if (regions) chart.addLayer(regions);
		if (spaces) {
			chart.addSource('raeume', { type: 'vector', tiles: [location.origin + spaces], maxzoom: 16 });
			for (const layer of spaceLayers(colours)) chart.addLayer(layer);
		}
		for (const layer of points) chart.addLayer(layer);
	}

	#open({ properties }: MapGeoJSONFeature, at: [number, number]): void {
		const { n, slug, title, name, wo, href } = properties;
		const chart = this.#chart;
		if (!chart) return;
		if (n > 1) return void chart.easeTo({ center: at, zoom: Math.min(14, chart.getZoom() + 2) });
		const link = href ?? (slug ? `/raeume/${slug}` : null);
		const text = escape(title ?? name);
		const head = typeof link === 'string' && link.startsWith('/') ? `<a href="${escape(link)}">${text}</a>` : text;
		const html = `<p>${head}${wo ? `<br><span class="small muted">${escape(wo)}</span>` : ''}</p>`;
		new Popup({ closeButton: true, maxWidth: '18rem', focusAfterOpen: true }).setLngLat(at).setHTML(html).addTo(chart);
	}
}

if (!customElements.get('atlas-map')) customElements.define('atlas-map', AtlasMap);
