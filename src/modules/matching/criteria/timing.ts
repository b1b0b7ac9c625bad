import { date } from '#lib/text/phrases.ts';
import { conflict, fits, tension, unknown, type Criterion, type Offer, type Verdict, type Wish } from '../pair.ts';

const months = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (30.44 * 86_400_000);

function untilLongEnough(offer: Offer, wish: Wish): Verdict | null {
	if (!offer.availableUntil) return null;
	const start = wish.startFrom ?? offer.availableFrom;
	if (start && offer.availableUntil <= start) return conflict(`nur bis ${date(offer.availableUntil)} frei, gesucht ab ${date(start)}`);
	if (start && wish.durationMonths && months(start, offer.availableUntil) < wish.durationMonths)
		return tension(
			`bis ${date(offer.availableUntil)} frei, gesucht sind ${wish.durationMonths} Monate`,
			0.6 * Math.max(0, months(start, offer.availableUntil) / wish.durationMonths)
		);
	return null;
}

function startInTime(offer: Offer, wish: Wish): Verdict {
	const latest = wish.startLatest ?? wish.startFrom;
	if (!latest)
		return offer.availabilityKind === 'unknown' ? unknown('ob dauerhaft oder befristet, ist noch nicht bekannt') : fits(kindText(offer));
	if (!offer.availableFrom) return unknown(`gesucht bis spätestens ${date(latest)}, frei ab: noch nicht bekannt`);
	const text = `frei ab ${date(offer.availableFrom)}, gesucht ${wish.startLatest ? 'bis spätestens' : 'ab'} ${date(latest)}`;
	const late = months(latest, offer.availableFrom);
	if (late <= 0) return fits(text);
	return late < 12 ? tension(text, 0.6 * (1 - late / 12)) : conflict(text);
}

const kindText = (offer: Offer) => (offer.availabilityKind === 'temporary' ? 'befristet zu haben' : 'dauerhaft zu haben');

export const timing: Criterion = {
	judge: (offer, wish) => {
		if (!wish.startFrom && !wish.startLatest && !wish.durationMonths && wish.interimOk) return null;
		if (!wish.interimOk && offer.availabilityKind === 'temporary') return conflict('nur befristet zu haben, auf Dauer gesucht');
		const [end, start] = [untilLongEnough(offer, wish), startInTime(offer, wish)];
		return end && end.share <= start.share ? end : start;
	},
	question: { text: 'Ab wann und für wie lange ist der Raum frei?', ask: 'provider' }
};
