import { euro } from '#lib/text/german.ts';
import { kindRules, priceRules, priceUnits, type Kind, type PriceRule, type PriceUnit } from './procedure.ts';
import type { PriceScale } from './score.ts';
import { weightText } from './weights.ts';

type Price = { priceRule: PriceRule; priceCents: number | null; priceUnit: PriceUnit; priceShare: number; priceFullCents: number | null };

/** How the price gives points, where it does. */
export const priceScaleOf = ({ priceRule, priceCents, priceShare, priceFullCents }: Price): PriceScale | null =>
	priceRule === 'weighted' && priceCents !== null && priceFullCents !== null
		? { share: priceShare, fromCents: priceCents, fullCents: priceFullCents }
		: null;

/** The price as the call says it, sentence by sentence. */
export function priceLines(price: Price & { kind: Kind }): string[] {
	const { kind, priceRule, priceCents, priceUnit, priceShare, priceFullCents } = price;
	const amount = (cents: number) => `${euro(cents / 100)} ${priceUnits[priceUnit]}`;
	if (!kindRules[kind].hasCriteria) return [priceCents === null ? 'Der Preis steht noch nicht fest.' : `Preis: ${amount(priceCents)}.`];
	const scale = priceScaleOf(price);
	if (scale && priceFullCents !== null)
		return [
			`Das Konzept zählt ${weightText(1000 - priceShare)} %, der Preis ${weightText(priceShare)} %.`,
			`Der Preis kommt in einen zweiten, verschlossenen Umschlag. Er wird erst geöffnet, wenn alle Punkte für das Konzept feststehen.`,
			`Bei ${amount(scale.fromCents)} gibt es für den Preis keinen Punkt, ab ${amount(scale.fullCents)} alle, dazwischen gleichmäßig. Kein Gebot hängt von den anderen ab.`
		];
	if (priceCents === null) return [`${priceRules[priceRule].replace(/^./, (c) => c.toUpperCase())}. Der Betrag steht noch nicht fest.`];
	return priceRule === 'minimum'
		? [`Mindestpreis ${amount(priceCents)}. Mehr zu bieten bringt keine Punkte: Nur das Konzept zählt.`]
		: [`Fester Preis: ${amount(priceCents)}. Nur das Konzept zählt.`];
}
