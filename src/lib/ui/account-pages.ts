import { rowsOf, type AreaPage, type Rows } from './areas.ts';

const talk = '/konto/gespraeche';

/** Every page of the account with its area; a new page is one line here. */
export const accountPages: readonly AreaPage[] = [
	{ area: 'Übersicht', href: '/konto', text: 'Übersicht' },
	{ area: 'Übersicht', href: '/konto/wartet', text: 'Was wartet' },
	{ area: 'Übersicht', href: '/konto/jury', text: 'Jury' },
	{ area: 'Räume und Gesuche', href: '/konto/gesuche', text: 'Gesuche' },
	{ area: 'Räume und Gesuche', href: '/konto/raeume', text: 'Räume' },
	{ area: 'Räume und Gesuche', href: '/konto/verfahren', text: 'Verfahren' },
	{ area: 'Räume und Gesuche', href: '/konto/gruppen', text: 'Gruppen' },
	{ area: 'Räume und Gesuche', href: '/konto/konzepte', text: 'Konzepte' },
	{ area: 'Räume und Gesuche', href: '/konto/anhandgaben', text: 'Anhandgaben' },
	{ area: 'Räume und Gesuche', href: '/konto/orte', text: 'Orte' },
	{ area: 'Gespräche', href: talk, text: 'Gespräche' },
	{ area: 'Gespräche', href: '/konto/nachrichten', text: 'Nachrichten' },
	{ area: 'Gespräche', href: '/konto/faelle', text: 'Fälle' },
	{ area: 'Netzwerke', href: '/konto/netzwerke', text: 'Netzwerke' },
	{ area: 'Netzwerke', href: '/konto/organisation', text: 'Organisationen' },
	{ area: 'Einstellungen', href: '/konto/benachrichtigungen', text: 'Benachrichtigungen' },
	{ area: 'Einstellungen', href: '/konto/sicherheit', text: 'Sicherheit' },
	{ area: 'Einstellungen', href: '/konto/sitzungen', text: 'Sitzungen' },
	{ area: 'Einstellungen', href: '/konto/schluessel', text: 'Schlüssel' },
	{ area: 'Einstellungen', href: '/konto/daten', text: 'Meine Daten' }
];

/** Both rows of tabs of the account, with how many conversations hold something new. A municipality's application to a network has no tab: it belongs to its networks. */
export function accountRows(path: string, { unread = 0 }: { unread?: number } = {}): Rows {
	const rows = rowsOf(accountPages, { path: path.replace(/^\/konto\/aufnahme(?=\/|$)/, '/konto/netzwerke'), root: '/konto' });
	const withNew = (tabs: Rows['areas']) =>
		tabs.map((tab) => (tab.href === talk && unread ? { ...tab, text: `${tab.text} (${unread} neu)` } : tab));
	return { ...rows, areas: withNew(rows.areas), pages: withNew(rows.pages) };
}
