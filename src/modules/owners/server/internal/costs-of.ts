import type { Property } from '#modules/properties/to-space.ts';
import { emptyText, holdingCosts, yearsEmpty, type Costs } from '../../holding-costs.ts';

/** The costs of a year of doing nothing for this house, from what the register knows. */
export function costsOf(house: Property, { today, typed }: { today: string; typed: Costs }) {
	const { details, vacantSince, vacantSincePrecision } = house;
	const areaM2 = house.usableAreaM2 ?? house.livingAreaM2 ?? house.grossAreaM2;
	const { bearer: _bearer, estimated: _estimated, ...recorded } = details.holdingCosts ?? {};
	const years = yearsEmpty(vacantSince, today);
	return {
		sheet: holdingCosts({ areaM2, constructionYear: house.constructionYear, year: Number(today.slice(0, 4)) }, { recorded, typed }),
		years,
		empty: emptyText(vacantSince, { years, isRough: vacantSincePrecision !== 'day' })
	};
}
