import { Popup, type Map as Chart, type MapGeoJSONFeature } from 'maplibre-gl';
import { escape, germany, openChart, pageColours, pointAt } from './chart.ts';
import { mapStyle, spaceLayers } from './map-style.ts';

const closest = 14;

/**
 * A map of published spaces: `<space-map tiles="/raeume/kacheln/{z}/{x}/{y}.pbf?…" box="west,south,east,north" list="/raeume?…">`.
 * `map-style` names the address of another style (MAP_STYLE_URL). Tells `ausschnitt` (a DOM event) whenever another part is shown.
 */
class SpaceMap extends HTMLElement {
	#chart: Chart | null = null;
	#night = matchMedia('(prefers-color-scheme: dark)');
	#repaint = () => this.#chart && !this.getAttribute('map-style') && this.#chart.setStyle(this.#style());

	connectedCallback(): void {
		const style = this.getAttribute('map-style') ?? this.#style();
		const chart = openChart(this, { style, box: this.getAttribute('box') ?? germany, title: 'Karte der Räume' });
		this.#chart = chart;
		chart.on('style.load', () => this.#ownLayers(chart));
		chart.on('click', 'raeume', (event) => event.features?.[0] && this.#open(event.features[0]));
		pointAt(chart, 'raeume');
		chart.on('moveend', () => {
			const [[west, south], [east, north]] = chart.getBounds().toArray() as [[number, number], [number, number]];
			const detail = [west, south, east, north].map((degree) => degree.toFixed(4)).join(',');
			this.dispatchEvent(new CustomEvent('ausschnitt', { detail, bubbles: true }));
		});
		chart.once('idle', () => this.setAttribute('data-ready', ''));
		this.#night.addEventListener('change', this.#repaint);
	}

	disconnectedCallback(): void {
		this.#night.removeEventListener('change', this.#repaint);
		this.#chart?.remove();
		this.#chart = null;
	}

	#tiles = () => location.origin + (this.getAttribute('tiles') ?? '');
	#style = () => mapStyle({ base: `${location.origin}/map/{z}/{x}/{y}.pbf`, tiles: this.#tiles(), colours: pageColours() });

	/** A foreign style knows nothing of the spaces: they are laid over it. */
	#ownLayers(chart: Chart): void {
		if (chart.getSource('raeume')) return;
		chart.addSource('raeume', { type: 'vector', tiles: [this.#tiles()], maxzoom: 16 });
		for (const layer of spaceLayers(pageColours())) chart.addLayer(layer);
	}

	#open(feature: MapGeoJSONFeature): void {
		const chart = this.#chart;
		if (!chart || feature.geometry.type !== 'Point') return;
		const at = feature.geometry.coordinates as [number, number];
		const { n, slug, title } = feature.properties;
		if (!slug && chart.getZoom() < closest) return void chart.easeTo({ center: at, zoom: Math.min(closest, chart.getZoom() + 2) });
		const near = 0.0006;
		const box = [at[0] - near, at[1] - near, at[0] + near, at[1] + near].map((degree) => degree.toFixed(5)).join(',');
		const list = this.getAttribute('list') ?? '/raeume';
		const link = slug
			? `<a href="/raeume/${escape(slug)}">${escape(title)}</a>`
			: `<a href="${escape(list)}${list.includes('?') ? '&' : '?'}bbox=${box}">${Number(n)} Räume an diesem Ort</a>`;
		new Popup({ closeButton: true, maxWidth: '18rem', focusAfterOpen: true }).setLngLat(at).setHTML(`<p>${link}</p>`).addTo(chart);
	}
}

if (!customElements.get('space-map')) customElements.define('space-map', SpaceMap);
