import { expect, test } from 'vitest';
import { accountPages, accountRows } from './account-pages.ts';

const texts = (tabs: { text: string }[]) => tabs.map(({ text }) => text);
const here = (tabs: { text: string; current: boolean }[]) => texts(tabs.filter(({ current }) => current));

test('the account has five areas, and every page is in exactly one of them', () => {
	expect(texts(accountRows('/konto').areas)).toEqual(['Übersicht', 'Räume und Gesuche', 'Gespräche', 'Netzwerke', 'Einstellungen']);
	for (const { href, area, text } of accountPages) {
		const rows = accountRows(href);
		expect([here(rows.areas), here(rows.pages)]).toEqual([[area], [text]]);
	}
});

test('what is new in conversations is counted in the area and on its page', () => {
	const { areas, pages } = accountRows('/konto/faelle', { unread: 3 });
	expect([texts(areas)[2], texts(pages)[0]]).toEqual(['Gespräche (3 neu)', 'Gespräche (3 neu)']);
	expect(texts(accountRows('/konto').areas)[2]).toBe('Gespräche');
});

test('what lies below a page belongs to it, and an application for membership to the networks', () => {
	expect(here(accountRows('/konto/gesuche/neu').pages)).toEqual(['Gesuche']);
	expect(here(accountRows('/konto/aufnahme/42/teil').pages)).toEqual(['Netzwerke']);
	expect(accountRows('/konto/aufnahmen')).toMatchObject({ area: '', pages: [] });
	expect(accountRows('/konto/unbekannt')).toMatchObject({ area: '', pages: [] });
});
