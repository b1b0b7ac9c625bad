import { expect, test } from 'vitest';
import { officePages, officeRows } from './office-pages.ts';

const clerk = { isEditor: true, isOffice: false, isAdmin: false, mayImport: true };
const office = { isEditor: false, isOffice: true, isAdmin: false, mayImport: false };
const both = { isEditor: true, isOffice: true, isAdmin: true, mayImport: true };
const texts = (tabs: { text: string }[]) => tabs.map(({ text }) => text);

test('a clerk sees five areas, and of the one they are in its pages', () => {
	const { areas, area, pages } = officeRows(clerk, '/buero/rundgang/blatt');
	expect(texts(areas)).toEqual(['Übersicht', 'Häuser', 'Eigentümer', 'Gespräche', 'Kommune']);
	expect(texts(areas.filter(({ current }) => current))).toEqual(['Häuser']);
	expect(area).toBe('Häuser');
	expect(texts(pages)).toEqual(['Register', 'Rundgang', 'Listen einlesen', 'Meldungen', 'Aktualität', 'Verfahren']);
	expect(texts(pages.filter(({ current }) => current))).toEqual(['Rundgang']);
});

test('the network office sees what is its own, and nothing of owners', () => {
	expect(texts(officeRows(office, '/buero/faelle').areas)).toEqual(['Übersicht', 'Häuser', 'Gespräche', 'Netzwerk']);
	expect(texts(officeRows(office, '/buero/faelle').pages)).toEqual(['Nachrichten', 'Fälle', 'Spaziergänge', 'Geschichten']);
	expect(texts(officeRows(office, '/buero/profil').pages)).toContain('Kommunenprofile');
});

test('nobody has more than six areas, and every page is in exactly one of them', () => {
	for (const actor of [clerk, office, both]) {
		expect(officeRows(actor, '/buero').areas.length).toBeLessThanOrEqual(6);
		for (const { href, isFor } of officePages) {
			if (!(isFor?.(actor) ?? true)) continue;
			expect(officeRows(actor, href).areas.filter(({ current }) => current)).toHaveLength(1);
		}
	}
});

test('the overview and a page that no tab leads to have no second row', () => {
	expect(officeRows(clerk, '/buero').pages).toEqual([]);
	expect(officeRows(clerk, '/buero/uebergabe')).toMatchObject({ area: '', pages: [] });
	expect(officeRows(clerk, '/buero/raeumenicht').area).toBe('');
});
