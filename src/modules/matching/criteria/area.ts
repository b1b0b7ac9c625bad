import { m2, range } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion, type Offer, type Verdict, type Wish } from '../pair.ts';

/** How far the offer misses the wish, relative to the wish; negative means too small. */
function deviation(offer: Offer, wish: Wish): number {
	const { areaMinM2: least, areaMaxM2: most } = wish;
	if (least !== null && offer.areaMaxM2 !== null && offer.areaMaxM2 < least) return (offer.areaMaxM2 - least) / Math.max(least, 1);
	if (most !== null && offer.areaMinM2 !== null && offer.areaMinM2 > most) return (offer.areaMinM2 - most) / Math.max(most, 1);
	return 0;
}

/** Too small is bearable down to half, too large up to twice what was wished. */
function missed(by: number, text: string): Verdict {
	const share = by < 0 ? 0.6 * (1 + by * 2) : 0.6 * (1 - by);
	return share > 0 ? tension(text, share) : conflict(text);
}

function judge(offer: Offer, wish: Wish) {
	if (wish.areaMinM2 === null && wish.areaMaxM2 === null) return null;
	const sought = `${range(wish.areaMinM2, wish.areaMaxM2)} gesucht`;
	if (offer.areaMinM2 === null && offer.areaMaxM2 === null) return unknown(`${sought}, Fläche noch nicht bekannt`);
	const divisible = offer.areaMinM2 !== null && offer.areaMaxM2 !== null && offer.areaMinM2 < offer.areaMaxM2;
	const text = `${sought}, ${range(offer.areaMinM2, offer.areaMaxM2)} ${divisible ? 'teilbar ' : ''}angeboten`;
	const by = deviation(offer, wish);
	if (by !== 0) return wish.areaIsHard ? conflict(text, true) : missed(by, text);
	const tooLargeUnlessDivided = offer.areaMinM2 === null && wish.areaMaxM2 !== null && (offer.areaMaxM2 ?? 0) > wish.areaMaxM2;
	if (tooLargeUnlessDivided) return unknown(`${text}, ob teilbar, ist noch nicht bekannt`);
	const perhapsTooSmall = offer.areaMaxM2 === null && wish.areaMinM2 !== null && (offer.areaMinM2 ?? 0) < wish.areaMinM2;
	return perhapsTooSmall ? unknown(`${text}, die ganze Größe ist noch nicht bekannt`) : fits(text);
}

export const area: Criterion = {
	judge,
	question: { text: 'Wie groß ist der Raum, und lässt er sich teilen?', ask: 'provider' },
	relax: (offer, wish) => {
		const by = deviation(offer, wish);
		if (by < -0.5 || by > 1 || by === 0) return null;
		if (by < 0 && wish.areaMinM2 !== null && offer.areaMaxM2 !== null)
			return {
				text: `${m2(wish.areaMinM2 - offer.areaMaxM2)} weniger genügen (${m2(offer.areaMaxM2)} statt ${m2(wish.areaMinM2)})`,
				wish: { ...wish, areaMinM2: offer.areaMaxM2 }
			};
		if (wish.areaMaxM2 === null || offer.areaMinM2 === null) return null;
		return {
			text: `${m2(offer.areaMinM2 - wish.areaMaxM2)} mehr möglich sind (${m2(offer.areaMinM2)} statt ${m2(wish.areaMaxM2)})`,
			wish: { ...wish, areaMaxM2: offer.areaMinM2 }
		};
	}
};
