import type { PublicFacts, PublicUnit } from '#modules/properties/facts.ts';
import type { CommonGood } from '#modules/properties/vocabulary.ts';
import type { Offer } from './pair.ts';

/** The columns of the projection that matching reads. */
export type SpaceRow = Omit<Offer, 'spaceId' | 'unitId' | 'usesAllowed' | 'goals'> & {
	id: string;
	title: string;
	slug: string;
	facts: Pick<PublicFacts, 'usesAllowed' | 'divisibleFromM2'>;
	units: PublicUnit[];
	goals: CommonGood[] | null;
};

const onOffer: readonly PublicUnit['unitState'][] = ['free', 'partly_used', 'in_award'];

/** Euro per month and in total of a part; what cannot be compared is unknown. */
function unitPrice({ priceAmount, priceUnit, areaMaxM2 }: PublicUnit): Pick<Offer, 'priceMonthly' | 'pricePurchase'> {
	if (priceAmount === null) return { priceMonthly: null, pricePurchase: null };
	if (priceUnit === 'total') return { priceMonthly: null, pricePurchase: priceAmount };
	const factor = priceUnit === 'year' ? 1 / 12 : priceUnit === 'm2_month' ? areaMaxM2 : 1;
	return { priceMonthly: factor === null ? null : priceAmount * factor, pricePurchase: null };
}

function unitOffer(whole: Offer, unit: PublicUnit): Offer {
	return {
		...whole,
		...unitPrice(unit),
		unitId: unit.id,
		areaMinM2: unit.divisibleFromM2 ?? unit.areaMinM2 ?? unit.areaMaxM2,
		areaMaxM2: unit.areaMaxM2 ?? unit.areaMinM2,
		uses: unit.uses.length ? unit.uses : whole.uses,
		accessibility: unit.accessibility,
		availableFrom: unit.availableFrom ?? whole.availableFrom,
		priceType: unit.priceType
	};
}

/** The register gives the whole as the smallest part when nobody said that it can be divided: whether it can is then unknown, not no. */
const smallestPart = ({ areaMinM2, areaMaxM2 }: Offer, divisibleFromM2: number | null): number | null =>
	divisibleFromM2 ?? (areaMinM2 !== areaMaxM2 ? areaMinM2 : null);

/** What can be had of a space: its free parts, and the whole unless a part of it is taken. A space without parts is offered whole. */
export function offersOf({ id, facts, units, goals, title: _title, slug: _slug, ...row }: SpaceRow): Offer[] {
	const whole: Offer = { ...row, spaceId: id, unitId: null, usesAllowed: facts.usesAllowed, goals: goals ?? [] };
	if (!units.length) return [{ ...whole, areaMinM2: smallestPart(whole, facts.divisibleFromM2) }];
	const free = units.filter((unit) => onOffer.includes(unit.unitState)).map((unit) => unitOffer(whole, unit));
	if (free.length < units.length) return free.length ? free : [whole];
	return [{ ...whole, areaMinM2: facts.divisibleFromM2 ?? whole.areaMaxM2 }, ...free];
}
