/** What somebody may enter in the office, as the layout knows it. */
export type OfficeActor = { isEditor: boolean; isOffice: boolean; mayImport: boolean };

const editor = (actor: OfficeActor) => actor.isEditor;
const office = (actor: OfficeActor) => actor.isOffice;

/** Every page of the office with its area; a new page is one line here. Areas and pages stand in this order, an area leads to its first page. */
export const officePages: readonly { area: string; href: string; text: string; isFor?: (actor: OfficeActor) => boolean }[] = [
	{ area: 'Übersicht', href: '/buero', text: 'Übersicht' },
	{ area: 'Häuser', href: '/buero/raeume', text: 'Register' },
	{ area: 'Häuser', href: '/buero/rundgang', text: 'Rundgang', isFor: editor },
	{ area: 'Häuser', href: '/buero/import', text: 'Listen einlesen', isFor: (actor) => actor.mayImport },
	{ area: 'Häuser', href: '/buero/meldungen', text: 'Meldungen' },
	{ area: 'Häuser', href: '/buero/aktualitaet', text: 'Aktualität' },
	{ area: 'Eigentümer', href: '/buero/eigentuemer', text: 'Eigentümer', isFor: editor },
	{ area: 'Eigentümer', href: '/buero/anschreiben', text: 'Anschreiben', isFor: editor },
	{ area: 'Gespräche', href: '/buero/nachrichten', text: 'Nachrichten' },
	{ area: 'Gespräche', href: '/buero/faelle', text: 'Fälle' },
	{ area: 'Gespräche', href: '/buero/passungen', text: 'Passungen', isFor: editor },
	{ area: 'Kommune', href: '/buero/kommune', text: 'Kommune', isFor: editor },
	{ area: 'Kommune', href: '/buero/profil', text: 'Kommunenprofil', isFor: editor },
	{ area: 'Netzwerk', href: '/buero/netzwerk', text: 'Netzwerke', isFor: office },
	{ area: 'Netzwerk', href: '/buero/profil', text: 'Kommunenprofile', isFor: (actor) => actor.isOffice && !actor.isEditor },
	{ area: 'Netzwerk', href: '/buero/foerderung', text: 'Förderprogramme', isFor: office },
	{ area: 'Netzwerk', href: '/buero/ansprueche', text: 'Ansprüche', isFor: office },
	{ area: 'Netzwerk', href: '/buero/personen', text: 'Personen', isFor: office }
];

type Tab = { href: string; text: string; current: boolean };
type Rows = { areas: Tab[]; area: string; pages: Tab[] };

/** Both rows of tabs for somebody at an address: the areas, and the pages of the area they are in when there is more than one. */
export function officeRows(actor: OfficeActor, path: string): Rows {
	const pages = officePages
		.filter(({ isFor }) => isFor?.(actor) ?? true)
		.map((page) => ({ ...page, current: path === page.href || (page.href !== '/buero' && path.startsWith(`${page.href}/`)) }));
	const area = pages.find(({ current }) => current)?.area ?? '';
	const areas = pages
		.filter((page, n) => pages.findIndex((other) => other.area === page.area) === n)
		.map(({ href, text, area: name }) => {
			const isAlone = pages.filter((page) => page.area === name).length === 1;
			return { href, text: isAlone ? text : name, current: name === area };
		});
	const within = pages.filter((page) => page.area === area);
	return { areas, area, pages: within.length > 1 ? within : [] };
}
