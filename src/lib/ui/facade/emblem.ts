import type { PropertyType } from '#modules/properties/vocabulary.ts';
import { hash } from './pen.ts';

type Roof = 'eaves' | 'gable' | 'flat' | 'saw' | 'spire' | 'round' | 'tree';

const roofs: Partial<Record<PropertyType, Roof>> = {
	residential_house: 'gable',
	farmstead: 'gable',
	barn_stable: 'gable',
	other: 'gable',
	office: 'flat',
	factory_hall: 'saw',
	church_parish: 'spire',
	school: 'spire',
	town_hall: 'spire',
	fire_station: 'spire',
	cultural_hall: 'round',
	garden_plot: 'tree'
};

const outlines: Record<Roof, string> = {
	eaves: 'M9 22l4-9h22l4 9z',
	gable: 'M8 22L24 9l16 13z',
	flat: 'M9 19h30v3H9z',
	saw: 'M10 22v-9l9 9v-9l10 9v-9l9 9z',
	spire: 'M9 22l3-7h8V9l4-5 4 5v6h8l3 7z',
	round: 'M9 22q15-18 30 0z',
	tree: 'M24 7a9 9 0 0 1 8 13 8 8 0 0 1-16 0 9 9 0 0 1 8-13z'
};

const walls = ['#d9b48f', '#c98f6b', '#e3cfae', '#b9543a', '#a9b3a0'];

/** The house as a small decorative sign (viewBox 0 0 48 48, under 900 bytes) for photographs and map popups; four windows tell how lit it is. */
export function emblem({ kind, lit, seed }: { kind: PropertyType; lit: number; seed: string }): string {
	const roof = roofs[kind] ?? 'eaves';
	const shining = lit > 0 ? Math.max(1, Math.round(lit * 4)) : 0;
	const spots = [13, 29].flatMap((x) => [24, 32].map((y) => `M${x} ${y}h6v5h-6z`)).sort((a, b) => hash(seed + a) - hash(seed + b));
	const wall = walls[hash(seed + kind) % walls.length];
	const body =
		roof === 'tree'
			? `<path fill="var(--facade-trunk,#6b4d38)" d="M22.5 25h3v15h-3z"/><path fill="var(--facade-tree,#6f9474)" d="${outlines.tree}"/>`
			: `<g class="house"><path fill="${wall}" d="M11 21h26v19H11z"/><path fill="#8c4630" d="${outlines[roof]}"/><path fill="#3b4a45" d="M21.5 32h5v8h-5z"/></g>` +
				`<path fill="var(--facade-dark,#42504f)" d="${spots.slice(shining).join('')}"/><path fill="var(--facade-light,#f5c451)" d="${spots.slice(0, shining).join('')}"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" class="facade emblem" viewBox="0 0 48 48" aria-hidden="true"><path fill="var(--facade-sky,#e2ebe7)" d="M0 0h48v48H0z"/>${body}<path fill="var(--facade-street,#cbbfab)" d="M0 40h48v8H0z"/></svg>`;
}
