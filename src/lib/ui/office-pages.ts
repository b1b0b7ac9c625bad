import { rowsOf, type AreaPage, type Rows } from './areas.ts';

/** What somebody may enter in the office, as the layout knows it. */
export type OfficeActor = { isEditor: boolean; isOffice: boolean; isAdmin: boolean; mayImport: boolean };

const editor = (actor: OfficeActor) => actor.isEditor;
const office = (actor: OfficeActor) => actor.isOffice;

/** Every page of the office with its area; a new page is one line here. */
export const officePages: readonly (AreaPage & { isFor?: (actor: OfficeActor) => boolean })[] = [
	{ area: 'Übersicht', href: '/buero', text: 'Übersicht' },
	{ area: 'Häuser', href: '/buero/raeume', text: 'Register' },
	{ area: 'Häuser', href: '/buero/rundgang', text: 'Rundgang', isFor: editor },
	{ area: 'Häuser', href: '/buero/import', text: 'Listen einlesen', isFor: (actor) => actor.mayImport },
	{ area: 'Häuser', href: '/buero/meldungen', text: 'Meldungen' },
	{ area: 'Häuser', href: '/buero/aktualitaet', text: 'Aktualität' },
	{ area: 'Häuser', href: '/buero/verfahren', text: 'Verfahren', isFor: editor },
	{ area: 'Eigentümer', href: '/buero/eigentuemer', text: 'Eigentümer', isFor: editor },
	{ area: 'Eigentümer', href: '/buero/anschreiben', text: 'Anschreiben', isFor: editor },
	{ area: 'Gespräche', href: '/buero/nachrichten', text: 'Nachrichten' },
	{ area: 'Gespräche', href: '/buero/faelle', text: 'Fälle' },
	{ area: 'Gespräche', href: '/buero/passungen', text: 'Passungen', isFor: editor },
	{ area: 'Gespräche', href: '/buero/gruppen', text: 'Gruppen', isFor: editor },
	{ area: 'Gespräche', href: '/buero/spaziergaenge', text: 'Spaziergänge' },
	{ area: 'Gespräche', href: '/buero/geschichten', text: 'Geschichten' },
	{ area: 'Kommune', href: '/buero/kommune', text: 'Kommune', isFor: editor },
	{ area: 'Kommune', href: '/buero/profil', text: 'Kommunenprofil', isFor: editor },
	{ area: 'Netzwerk', href: '/buero/netzwerk', text: 'Netzwerke', isFor: office },
	{ area: 'Netzwerk', href: '/buero/profil', text: 'Kommunenprofile', isFor: (actor) => actor.isOffice && !actor.isEditor },
	{ area: 'Netzwerk', href: '/buero/foerderung', text: 'Förderprogramme', isFor: office },
	{ area: 'Netzwerk', href: '/buero/ansprueche', text: 'Ansprüche', isFor: office },
	{ area: 'Netzwerk', href: '/buero/personen', text: 'Personen', isFor: office },
	{ area: 'Netzwerk', href: '/buero/hinweise', text: 'Hinweise', isFor: (actor) => actor.isAdmin }
];

/** Both rows of tabs for somebody at an address of the office. */
export const officeRows = (actor: OfficeActor, path: string): Rows =>
	rowsOf(
		officePages.filter(({ isFor }) => isFor?.(actor) ?? true),
		{ path, root: '/buero' }
	);
