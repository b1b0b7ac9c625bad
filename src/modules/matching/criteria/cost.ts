import { euro } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion, type Verdict } from '../pair.ts';

/** Within the budget it fits; up to half above it is a tension that grows. */
function compare(price: number, budget: number, unit: string): Verdict {
	const text = `${euro(price)} ${unit}, Budget ${euro(budget)}`;
	if (price <= budget) return fits(text);
	const over = price / Math.max(budget, 1) - 1;
	return over < 0.5 ? tension(text, 0.6 * (1 - over / 0.5)) : conflict(text);
}

export const cost: Criterion = {
	judge: (offer, wish) => {
		if (wish.maxMonthly === null && wish.maxPurchase === null) return null;
		const verdicts: Verdict[] = [];
		if (wish.maxMonthly !== null && offer.priceMonthly !== null) verdicts.push(compare(offer.priceMonthly, wish.maxMonthly, 'im Monat'));
		if (wish.maxPurchase !== null && offer.pricePurchase !== null)
			verdicts.push(compare(offer.pricePurchase, wish.maxPurchase, 'Kaufpreis'));
		const budget = wish.maxMonthly !== null ? `${euro(wish.maxMonthly)} im Monat` : `${euro(wish.maxPurchase ?? 0)} Kaufpreis`;
		if (!verdicts.length)
			return unknown(
				offer.priceType === 'concept_only' ? `Budget ${budget}, hier zählt das Konzept` : `Budget ${budget}, Preis noch nicht bekannt`
			);
		const asked = Number(wish.maxMonthly !== null) + Number(wish.maxPurchase !== null);
		const best = verdicts.reduce((best, verdict) => (verdict.share > best.share ? verdict : best));
		return best.outcome === 'conflict' && verdicts.length < asked ? tension(`${best.text}; der andere Weg ist noch offen`, 0.2) : best;
	},
	question: { text: 'Was kostet der Raum, mit den Nebenkosten?', ask: 'provider' }
};
