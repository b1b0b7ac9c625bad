import { conflict, fits, unknown, type Criterion, type Wish } from '../pair.ts';

const wantsToShare = (wish: Wish) =>
	wish.requestKind === 'find_co_users' || wish.offerModes.some((mode) => mode === 'co_use' || mode === 'interim_use');

export const sharing: Criterion = {
	judge: (offer, wish) => {
		if (!wantsToShare(wish)) return null;
		if (offer.offers.includes('co_use')) return fits('Mitnutzung ist möglich');
		if (offer.offers.includes('interim_use') && wish.offerModes.includes('interim_use')) return fits('Zwischennutzung ist möglich');
		if (offer.areaMinM2 === null || offer.areaMaxM2 === null) return unknown('geteilte Nutzung gesucht, noch nicht bekannt, ob das geht');
		if (offer.areaMinM2 < offer.areaMaxM2) return fits('der Raum lässt sich teilen', 0.8);
		return offer.offers.length
			? conflict('geteilte Nutzung gesucht, hier nur als Ganzes')
			: unknown('geteilte Nutzung gesucht, noch offen');
	},
	question: { text: 'Lässt sich der Raum teilen oder gemeinsam nutzen?', ask: 'provider' }
};
