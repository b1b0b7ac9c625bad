/** "Offene Werkstatt mit Café" → "offene-werkstatt-mit-cafe-3f9a": readable, and the same title twice does not collide. */
export function slugFor(title: string, id: string): string {
	const plain = title
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${plain || 'gesuch'}-${id.replaceAll('-', '').slice(-8)}`;
}
