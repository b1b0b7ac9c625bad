import { accessibility } from './criteria/accessibility.ts';
import { area } from './criteria/area.ts';
import { commonGood } from './criteria/common-good.ts';
import { condition } from './criteria/condition.ts';
import { cost } from './criteria/cost.ts';
import { heritage } from './criteria/heritage.ts';
import { offerMode } from './criteria/offer-mode.ts';
import { publicAccess } from './criteria/public-access.ts';
import { region } from './criteria/region.ts';
import { setting } from './criteria/setting.ts';
import { sharing } from './criteria/sharing.ts';
import { timing } from './criteria/timing.ts';
import { use } from './criteria/use.ts';
import type { Criterion } from './pair.ts';

/** Every criterion, in the order in which people read them; ties between questions fall in this order too. */
export const criteria = {
	use,
	region,
	area,
	cost,
	offerMode,
	condition,
	commonGood,
	timing,
	accessibility,
	publicAccess,
	setting,
	heritage,
	sharing
} satisfies Record<string, Criterion>;
export type CriterionId = keyof typeof criteria;
export const criterionIds = Object.keys(criteria) as CriterionId[];

export const criterionNames: Record<CriterionId, string> = {
	use: 'Nutzung',
	region: 'Lage',
	area: 'Fläche',
	cost: 'Kosten',
	offerMode: 'Vertragsform',
	condition: 'Zustand',
	commonGood: 'Gemeinwohl',
	timing: 'Zeitraum',
	accessibility: 'Barrierefreiheit',
	publicAccess: 'Öffentlicher Zugang',
	setting: 'Umgebung',
	heritage: 'Denkmal',
	sharing: 'Teilen'
};

export type Weights = { version: number; weights: Readonly<Record<CriterionId, number>> };

/** Version 1, as the migration writes it; newer versions are rows in `match_weights`. Whole numbers, together 100. */
export const firstWeights: Weights = {
	version: 1,
	weights: {
		use: 20,
		region: 16,
		area: 15,
		cost: 12,
		offerMode: 9,
		condition: 6,
		commonGood: 6,
		timing: 5,
		accessibility: 3,
		publicAccess: 3,
		setting: 2,
		heritage: 2,
		sharing: 1
	}
};

/** Weights as they lie in the table: a criterion that a version does not name weighs nothing. */
export const readWeights = (version: number, raw: Record<string, number>): Weights => ({
	version,
	weights: Object.fromEntries(criterionIds.map((id) => [id, Math.max(0, Math.round(raw[id] ?? 0))])) as Weights['weights']
});
