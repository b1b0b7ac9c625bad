import 'maplibre-gl/dist/maplibre-gl.css';
import { AttributionControl, Map as Chart, NavigationControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { MapColours } from './map-style.ts';

setWorkerUrl(workerUrl);

const german = {
	'NavigationControl.ZoomIn': 'Vergrößern',
	'NavigationControl.ZoomOut': 'Verkleinern',
	'NavigationControl.ResetBearing': 'Nach Norden drehen',
	'AttributionControl.ToggleAttribution': 'Quellen zeigen',
	'Popup.Close': 'Schließen',
	'CooperativeGesturesHandler.WindowsHelpText': 'Strg und Mausrad vergrößern die Karte',
	'CooperativeGesturesHandler.MacHelpText': '⌘ und Mausrad vergrößern die Karte',
	'CooperativeGesturesHandler.MobileHelpText': 'Mit zwei Fingern verschieben'
};

const names = ['paper', 'card', 'line', 'line-strong', 'ink', 'muted', 'brick', 'moss', 'moss-soft', 'light', 'facade-dark'] as const;

/** The colours of the page as it stands, by day or by night. */
export function pageColours(): MapColours {
	const style = getComputedStyle(document.documentElement);
	return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || '#888888'])) as MapColours;
}

export const escape = (text: unknown) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export const germany = '5.9,47.3,15,55';

/** A map in a box of the page, with German words and our controls. `box`: "west,south,east,north"; `title`: what it is, for those who hear it. */
export function openChart(
	container: HTMLElement,
	{ style, box, title }: { style: string | StyleSpecification; box: string; title: string }
): Chart {
	const chart = new Chart({
		container,
		style,
		bounds: box.split(',').map(Number) as [number, number, number, number],
		fitBoundsOptions: { padding: 24, maxZoom: 12 },
		maxZoom: 16,
		minZoom: 4,
		locale: {
			...german,
			'Map.Title': `${title}. Mit den Pfeiltasten verschieben, mit Plus und Minus vergrößern. Dasselbe steht in der Liste.`
		},
		cooperativeGestures: true,
		dragRotate: false,
		attributionControl: false,
		fadeDuration: 0
	});
	chart.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	chart.addControl(new AttributionControl({ compact: true }), 'bottom-right');
	chart.touchZoomRotate.disableRotation();
	chart.on('error', () => {});
	return chart;
}

/** The hand over what can be opened. */
export function pointAt(chart: Chart, layer: string): void {
	for (const [name, cursor] of [
		['mouseenter', 'pointer'],
		['mouseleave', '']
	] as const)
		chart.on(name, layer, () => void (chart.getCanvas().style.cursor = cursor));
}
