import * as words from '#modules/properties/vocabulary.ts';
import { selfHelps } from '#modules/requests/vocabulary.ts';
import type { Offer, Wish } from '../../pair.ts';
import { unknownOffer } from '../../unknown-offer.ts';
import { anyWish } from '../../any-wish.ts';
import { criteria, criterionIds, type CriterionId, type Weights } from '../../weights.ts';
import { bits, type RequestCard, type SpaceCard, type Terms } from './cards.ts';

/** How much a criterion can give at most: whether it counts, its largest possible share, and what is left out whatever else is true. */
type Most = { counts: string; share: string; fails?: string };
type Sides = { s: Terms<SpaceCard>; r: Terms<RequestCard> };

const list = (numbers: readonly number[]): string => `('{${numbers.join(',')}}'::float8[])`;

/** The share by the code of a word, asked of the criterion itself; an unknown word may be anything. */
const sharesBy = (id: CriterionId, vocabulary: Record<string, string>, pair: (word: string) => [Partial<Offer>, Partial<Wish>]): string =>
	list([
		1,
		...Object.keys(vocabulary).map((word) => {
			const [offer, wish] = pair(word);
			return criteria[id].judge({ ...unknownOffer, ...offer }, { ...anyWish, ...wish })?.share ?? 1;
		})
	]);

const hits = (a: string, b: string): string => `bit_count((${a} & ${b})::bit(32))`;
const meet = (a: string, b: string): string => `(${a} & ${b}) <> 0`;
const isNew = (mask: string): string => `(${mask} & 1) <> 0`;

function use({ s, r }: Sides): Most {
	const mixed = String(bits(['mixed'], words.uses));
	return {
		counts: `${r.usesSought} > 0`,
		fails: `((${r.uses} & ${s.excluded} & ~1) <> 0)`,
		share: `case when ${isNew(r.uses)} or ${isNew(s.uses)} or ${isNew(s.allowed)} then 1
			when ${meet(r.uses, s.uses)} then 0.7::float8 + 0.3::float8 * ${hits(r.uses, s.uses)} / ${r.usesSought}
			when ${meet(r.uses, s.allowed)} then 0.65::float8 when ${meet(s.uses, mixed)} then 0.6::float8 else 0.5::float8 end`
	};
}

/** Kilometres, as `distanceKm` of the criterion. */
const distance = ({ s, r }: Sides): string =>
	`(12742 * asin(least(1, sqrt(power(sin(radians(${s.lat} - ${r.lat}) / 2), 2)
		+ cos(radians(${r.lat})) * cos(radians(${s.lat})) * power(sin(radians(${s.lon} - ${r.lon}) / 2), 2)))))`;

function region(sides: Sides): Most {
	const { s, r } = sides;
	const far = `(${distance(sides)} / greatest(${r.radius}, 1))`;
	const inside = `${distance(sides)} <= ${r.radius} + 0.000001::float8`;
	return {
		counts: `(${r.lat} is not null or cardinality(${r.towns}) > 0)`,
		fails: `(${r.regionIsHard} and not ${s.ags} = any(${r.towns}) and case when ${r.lat} is null then cardinality(${r.towns}) > 0
			when ${s.lat} is null then false else not ${inside} end)`,
		share: `case when ${s.ags} = any(${r.towns}) then 1 when ${r.lat} is null then 0.2::float8 when ${s.lat} is null then 0.5::float8
			when ${inside} then 1 - 0.3::float8 * ${far} else greatest(0, 0.6::float8 * (2 - ${far})) end`
	};
}

function area({ s, r }: Sides): Most {
	const [small, large] = [`${s.most} < ${r.least}`, `${s.least} > ${r.most}`];
	return {
		counts: `(${r.least} is not null or ${r.most} is not null)`,
		fails: `(${r.areaIsHard} and ((${small}) is true or (${large}) is true))`,
		share: `case when ${s.least} is null and ${s.most} is null then 0.5::float8
			when ${small} then greatest(0, 0.6::float8 * (1 + 2 * (${s.most} - ${r.least}) / greatest(${r.least}, 1)))
			when ${large} then greatest(0, 0.6::float8 * (1 - (${s.least} - ${r.most}) / greatest(${r.most}, 1)))
			when ${s.least} is null and ${s.most} > ${r.most} then 0.5::float8 when ${s.most} is null and ${s.least} < ${r.least} then 0.5::float8 else 1 end`
	};
}

const affordable = (price: string, budget: string): string =>
	`case when ${price} <= ${budget} then 1 else greatest(0, 0.6::float8 * (1 - (${price} / greatest(${budget}, 1) - 1) / 0.5)) end`;

/** Null where a side says no price: `greatest` passes over it. With several parts one of them may not have said its price. */
function cost({ s, r }: Sides): Most {
	const [monthly, purchase] = [
		`(${r.monthly} is not null and ${s.monthly} is not null)`,
		`(${r.purchase} is not null and ${s.purchase} is not null)`
	];
	return {
		counts: `(${r.monthly} is not null or ${r.purchase} is not null)`,
		share: `case when ${monthly} or ${purchase} then greatest(
				case when ${s.many} then 0.5::float8 when ${r.monthly} is not null and ${r.purchase} is not null and not (${monthly} and ${purchase}) then 0.2::float8 else 0 end,
				case when ${monthly} then ${affordable(s.monthly, r.monthly)} end,
				case when ${purchase} then ${affordable(s.purchase, r.purchase)} end)
			else 0.5::float8 end`
	};
}

function offerMode({ s, r }: Sides): Most {
	const undecided = String(bits(['undecided'], words.offerModes) | 1);
	const open = `(${s.modes} = 0 or ${meet(s.modes, undecided)})`;
	return {
		counts: `${r.modes} <> 0`,
		fails: `(${r.modesAreHard} and ${r.modes} <> 0 and not ${meet(r.modes, s.modes)} and not ${isNew(r.modes)} and not ${open})`,
		share: `case when ${meet(r.modes, s.modes)} or ${isNew(r.modes)} then 1 when ${open} then 0.5::float8 else 0.25::float8 end`
	};
}

/** For each condition of the house and each self-help the accepted conditions that give so much. */
function condition({ s, r }: Sides): Most {
	const [houses, helps, accepted] = [
		Object.keys(words.conditions),
		Object.keys(selfHelps),
		Object.keys(words.conditions).filter((w) => w !== 'unknown')
	];
	const share = (house: string, help: string, one: string) =>
		criteria.condition.judge(
			{ ...unknownOffer, condition: house as never },
			{ ...anyWish, selfHelp: help as never, conditions: [one as never] }
		)?.share ?? 1;
	const all = houses.flatMap((house) => helps.map((help) => accepted.map((one) => ({ one, share: share(house, help, one) }))));
	const steps = [...new Set(all.flat().map((a) => a.share))].filter((n) => n > 0).sort((a, b) => b - a);
	const masks = steps.map((step) =>
		list(
			all.map((row) =>
				bits(
					row.filter((a) => a.share >= step).map((a) => a.one),
					words.conditions
				)
			)
		)
	);
	const at = `(${s.condition} - 1) * ${helps.length} + ${r.selfHelp}`;
	return {
		counts: `${r.conditions} <> 0`,
		share: `case when ${s.condition} = 0 or ${r.selfHelp} = 0 or ${isNew(r.conditions)} then 1
			${steps.map((step, i) => `when (${r.conditions} & (${masks[i] as string})[${at}]::int) <> 0 then ${step}::float8`).join(' ')} else 0 end`
	};
}

const commonGood = ({ s, r }: Sides): Most => ({
	counts: `${r.goodsBrought} > 0`,
	share: `case when ${s.goals} = 0 then 0.5::float8 when ${isNew(s.goals)} or ${isNew(r.goods)} then 1
		when ${meet(s.goals, r.goods)} then 0.7::float8 + 0.3::float8 * ${hits(s.goals, r.goods)} / ${r.goodsBrought} else 0.3::float8 end`
});

function timing({ s, r }: Sides): Most {
	const [temporary, unknown] = ['temporary', 'unknown'].map((word) => String(Object.keys(words.availabilityKinds).indexOf(word) + 1));
	const late = `((${s.availableFrom} - ${r.latest}) / 30.44::float8)`;
	return {
		counts: r.hasTime,
		share: `case when not ${r.interimOk} and ${s.availability} = ${temporary} then 0
			when ${r.latest} is null then case when ${s.availability} = ${unknown} then 0.5::float8 else 1 end
			when ${s.availableFrom} is null then 0.5::float8 when ${late} <= 0 then 1
			else greatest(case when ${s.many} then 0.5::float8 else 0 end, 0.6::float8 * (1 - ${late} / 12)) end`
	};
}

/** Criteria that ask one word of the space, and what that word gives. */
function words1({ s, r }: Sides) {
	const step = sharesBy('accessibility', words.accessibilities, (accessibility) => [
		{ accessibility } as Partial<Offer>,
		{ accessibilityRequired: true }
	]);
	const open = sharesBy('publicAccess', words.publicAccesses, (publicAccess) => [
		{ publicAccess } as Partial<Offer>,
		{ publicAccessNeeded: true }
	]);
	const old = sharesBy('heritage', words.heritages, (heritage) => [{ heritage } as Partial<Offer>, { heritageOk: 'no' }]);
	const unknown = String(Object.keys(words.settings).indexOf('unknown') + 1);
	return {
		accessibility: {
			counts: r.accessibilityRequired,
			share: `${step}[${s.accessibility} + 1]`,
			fails: `(${r.accessibilityRequired} and ${step}[${s.accessibility} + 1] = 0)`
		},
		publicAccess: {
			counts: r.publicAccessNeeded,
			share: `${open}[${s.publicAccess} + 1]`,
			fails: `(${r.publicAccessNeeded} and ${open}[${s.publicAccess} + 1] = 0)`
		},
		heritage: { counts: r.noHeritage, share: `${old}[${s.heritage} + 1]` },
		setting: {
			counts: `${r.settings} <> 0`,
			share: `case when ${s.setting} = ${unknown} then 0.5::float8 when (${r.settings} & (1 << ${s.setting} | 1)) <> 0 or ${s.setting} = 0 then 1 else 0.3::float8 end`
		}
	} satisfies Partial<Record<CriterionId, Most>>;
}

export type Bound = {
	/** The best score that the pair can have, whole. */
	bound: string;
	/** Leaves out what is certainly excluded. */
	possible: string;
	/**
	 * Leaves out what loses more than so many points by one criterion alone, told before everything is added up. `but`: criteria not to look at;
	 * `top`: what each can give at most, 1 where it is not said.
	 */
	losing: (atMost: number, how?: { but?: readonly CriterionId[]; top?: Partial<Record<CriterionId, number>> }) => string;
};

/**
 * What `scorePair` can give a pair at most, from the two cards alone, as SQL: never below its score, and for most pairs equal to it. It only
 * says where to look; what people see comes from `score.ts`. Nothing in it comes from a person but numbers and escaped words.
 */
export function boundOf(sides: Sides, { weights }: Weights): Bound {
	const most: Record<CriterionId, Most> = {
		...{
			use: use(sides),
			region: region(sides),
			area: area(sides),
			cost: cost(sides),
			offerMode: offerMode(sides),
			condition: condition(sides)
		},
		...{ commonGood: commonGood(sides), timing: timing(sides), ...words1(sides), sharing: { counts: sides.r.shares, share: '1' } }
	};
	const ids = criterionIds.filter((id) => weights[id] > 0);
	// rounded as score.ts does; a hair more, so that two ways of computing a fraction never differ to the wrong side
	const points = ids.map(
		(id) => `case when ${most[id].counts} then floor((${most[id].share}) * ${weights[id] * 10} + 0.500001::float8) else 0 end`
	);
	const counted = ids.map((id) => `case when ${most[id].counts} then ${weights[id]} else 0 end`);
	const fails = ids.flatMap((id) => (most[id].fails ? [`not ${most[id].fails}`] : []));
	const losing: Bound['losing'] = (atMost, { but = [], top = {} } = {}) => {
		const least = (id: CriterionId) => (top[id] ?? 1) - atMost / weights[id] - 1e-6;
		const hold = ids
			.filter((id) => least(id) > 0 && !but.includes(id))
			.map((id) => `(not ${most[id].counts} or (${most[id].share}) >= ${least(id)})`);
		return hold.join(' and ') || 'true';
	};
	return {
		bound: `coalesce(floor((${points.join(' + ')}) * 10 / nullif((${counted.join(' + ')})::float8, 0) + 0.500001::float8), 50)::int`,
		possible: fails.join(' and ') || 'true',
		losing
	};
}
