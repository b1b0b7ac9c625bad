import { isDay } from '#lib/calendar.ts';

/** What of a history is asked for: the same address words for the page and its file. */
export const historyAreas = {
	profil: 'Profil und Logo',
	menschen: 'Plätze und Einladungen',
	kontakte: 'Ansprechpersonen und Ziele',
	ansprueche: 'Ansprüche',
	eigentum: 'Eigentümer:innen und Anschreiben'
} as const;
export type HistoryArea = keyof typeof historyAreas;

/** Beginnings of the kinds of events that belong to an area. */
export const kindsOf: Record<HistoryArea, string[]> = {
	profil: ['organisation.', 'pioneer.'],
	menschen: ['seat.', 'invitation.'],
	kontakte: ['contact.', 'municipality.'],
	ansprueche: ['claim.'],
	eigentum: ['owner.', 'owners.', 'campaign.']
};

/** `from`, `to`: ISO days in Germany, both included; `by`: part of the name of whoever did it. */
export type HistoryFilter = { area: string; by: string; from: string; to: string; onBehalf: boolean };
export const noHistoryFilter: HistoryFilter = { area: '', by: '', from: '', to: '', onBehalf: false };

const dayOf = (text: string | null) => (text && isDay(text) ? text : '');

/** Reads the filter from an address; what it does not know is no filter. `areas`: the areas there are. */
export const readHistoryFilter = (query: URLSearchParams, areas: Record<string, string>): HistoryFilter => ({
	area: Object.hasOwn(areas, query.get('bereich') ?? '') ? (query.get('bereich') ?? '') : '',
	by: (query.get('wer') ?? '').trim().slice(0, 100),
	from: dayOf(query.get('von')),
	to: dayOf(query.get('bis')),
	onBehalf: query.get('im_auftrag') === 'ja'
});

/** The address words of a filter, for links to other pages and the file. */
export const historyQuery = ({ area, by, from, to, onBehalf }: HistoryFilter): string =>
	new URLSearchParams({
		...(area && { bereich: area }),
		...(by && { wer: by }),
		...(from && { von: from }),
		...(to && { bis: to }),
		...(onBehalf && { im_auftrag: 'ja' })
	}).toString();
