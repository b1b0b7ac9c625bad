import type { State } from './concept.ts';

/** The pages of one concept in the account: a new page is a line here. */
export type Viewer = { state: State; isChanging: boolean; hasMoney: boolean; isDecided: boolean; wasHandedIn: boolean };
type Page = { end: string; text: string; shows: (viewer: Viewer) => boolean };

const isWritten = ({ state, isChanging }: Viewer) => state === 'draft' || state === 'lapsed' || isChanging;

/** In the order of the work. */
const pages: readonly Page[] = [
	{ end: '', text: 'Texte', shows: (viewer) => isWritten(viewer) || viewer.state === 'opened' },
	{ end: '/kosten', text: 'Kosten', shows: (viewer) => isWritten(viewer) && viewer.hasMoney },
	{ end: '/dateien', text: 'Dateien', shows: isWritten },
	{ end: '/menschen', text: 'Menschen', shows: () => true },
	/** The group of a direct match hands nothing in. */
	{ end: '/abgabe', text: 'Abgabe', shows: ({ state, wasHandedIn }) => state !== 'opened' || wasHandedIn },
	{ end: '/ergebnis', text: 'Ergebnis', shows: ({ state, isDecided }) => state === 'opened' && isDecided }
];

/** The tabs that this viewer gets, `end` to be put behind the address of the concept. */
export const pagesFor = (viewer: Viewer): { end: string; text: string }[] =>
	pages.filter(({ shows }) => shows(viewer)).map(({ end, text }) => ({ end, text }));

/** Where somebody is sent who comes, by the way back or a bookmark, to a page that there is not in this state; null where it is. */
export const pageInstead = (viewer: Viewer, end: string): string | null =>
	pagesFor(viewer).some((page) => page.end === end) ? null : viewer.state === 'opened' ? '' : '/abgabe';
