import type { State } from './procedure.ts';
import type { Role } from './roles.ts';
import { isPublic } from './way.ts';

/** The pages of one procedure at the desk: a new page is a line here. */

/** Who looks at it: whether they prepare it, and as what they are named in it. */
export type Viewer = { isDesk: boolean; state: State; roles: readonly Role[]; isOpener: boolean };
type Page = { end: string; text: string; shows: (viewer: Viewer) => boolean };

const atDesk = ({ isDesk }: Viewer) => isDesk;
const inPreparation = ({ isDesk, state }: Viewer) => isDesk && !isPublic(state);

/** In the order of the work. */
const pages: readonly Page[] = [
	{ end: '', text: 'Überblick', shows: atDesk },
	{ end: '/kriterien', text: 'Kriterien', shows: atDesk },
	{ end: '/zeitplan', text: 'Zeitplan', shows: atDesk },
	{ end: '/beteiligte', text: 'Beteiligte', shows: atDesk },
	{ end: '/probe', text: 'Probe', shows: inPreparation },
	{ end: '/schreiben', text: 'Schreiben', shows: atDesk },
	{ end: '/aufruf', text: 'Aufruf', shows: () => true }
];

/** The tabs that this viewer gets, `end` to be put behind the address of the procedure. */
export const pagesFor = (viewer: Viewer): { end: string; text: string }[] =>
	pages.filter(({ shows }) => shows(viewer)).map(({ end, text }) => ({ end, text }));
