import { conflict, fits, tension, unknown, type Criterion } from '../pair.ts';

export const publicAccess: Criterion = {
	judge: (offer, wish) => {
		if (!wish.publicAccessNeeded) return null;
		if (offer.publicAccess === 'unknown') return unknown('offen für Publikum gesucht, noch nicht bekannt, ob das geht');
		if (offer.publicAccess === 'yes') return fits('offen für Publikum');
		if (offer.publicAccess === 'no') return conflict('offen für Publikum gesucht, hier nicht möglich', true);
		return tension('offen für Publikum nach einem Umbau', 0.5);
	},
	question: { text: 'Darf der Raum für Publikum geöffnet werden?', ask: 'provider' },
	relax: (_offer, wish) => ({ text: 'kein öffentlicher Zugang nötig ist', wish: { ...wish, publicAccessNeeded: false } })
};
