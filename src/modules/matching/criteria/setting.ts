import { settings as words } from '#modules/properties/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';
import { fits, tension, unknown, type Criterion } from '../pair.ts';

export const setting: Criterion = {
	judge: (offer, wish) => {
		const sought = wish.settings.filter((s) => s !== 'unknown');
		if (!sought.length) return null;
		if (offer.setting === 'unknown') return unknown(`${list(words, sought, 'oder')} gesucht, Umgebung noch nicht bekannt`);
		if (sought.includes(offer.setting)) return fits(`${words[offer.setting]}, wie gesucht`);
		return tension(`${list(words, sought, 'oder')} gesucht, hier ${words[offer.setting]}`, 0.3);
	},
	question: { text: 'Liegt der Raum im Ortskern, am Rand oder allein?', ask: 'provider' }
};
