import { offerModes as words } from '#modules/properties/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion } from '../pair.ts';

export const offerMode: Criterion = {
	judge: (offer, wish) => {
		const sought = wish.offerModes.filter((mode) => mode !== 'undecided');
		if (!sought.length) return null;
		const both = sought.filter((mode) => offer.offers.includes(mode));
		if (both.length) return fits(`${list(words, both)} auf beiden Seiten`);
		if (!offer.offers.length || offer.offers.includes('undecided'))
			return unknown(`${list(words, sought, 'oder')} gesucht, die Vertragsform ist noch offen`);
		const text = `${list(words, sought, 'oder')} gesucht, ${list(words, offer.offers, 'oder')} angeboten`;
		return wish.offerModesAreHard ? conflict(text, true) : tension(text, 0.25);
	},
	question: { text: 'Welche Vertragsform kommt in Frage: Miete, Pacht, Erbbaurecht, Kauf, Zwischennutzung?', ask: 'provider' },
	relax: (offer, wish) =>
		offer.offers.length
			? {
					text: `auch ${list(words, offer.offers, 'oder')} in Frage kommt`,
					wish: { ...wish, offerModes: [...wish.offerModes, ...offer.offers] }
				}
			: null
};
