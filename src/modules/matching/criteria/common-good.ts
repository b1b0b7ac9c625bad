import { commonGoods as words } from '#modules/properties/vocabulary.ts';
import { list } from '#lib/text/phrases.ts';
import { fits, tension, unknown, type Criterion } from '../pair.ts';

export const commonGood: Criterion = {
	judge: (offer, wish) => {
		const brought = wish.commonGood.filter((good) => good !== 'other');
		if (!brought.length) return null;
		if (!offer.goals.length) return unknown(`bringt ${list(words, brought)}; ${offer.municipality} hat noch keine Ziele genannt`);
		const both = brought.filter((good) => offer.goals.includes(good));
		if (!both.length) return tension(`bringt ${list(words, brought)}; Ziele der Kommune: ${list(words, offer.goals)}`, 0.3);
		return fits(
			`${list(words, both)} ${both.length > 1 ? 'sind Ziele' : 'ist Ziel'} der Kommune`,
			0.7 + (0.3 * both.length) / new Set(brought).size
		);
	},
	question: { text: 'Welche Gemeinwohl-Ziele hat die Kommune für diesen Ort?', ask: 'municipality' }
};
