import { euro, germanDay } from '#lib/text/german.ts';

/** What a house costs in a year in which nothing happens to it: from what is known, and where nothing is known from open assumptions. Euro per year. */

export const costKinds = {
	propertyTax: 'Grundsteuer',
	insurance: 'Versicherung des Gebäudes',
	maintenance: 'Instandhaltung',
	security: 'Sicherung und Kontrollgänge',
	winterService: 'Winterdienst und Grundstück',
	other: 'Sonstiges'
} as const;
export type CostKind = keyof typeof costKinds;
export type Costs = Partial<Record<CostKind, number>>;

type House = { areaM2: number | null; constructionYear: number | null; year: number };
type Assumption = { perM2: (house: House) => number; source: string };

/** § 28 Abs. 2 II. BV: what upkeep may be set at, the older the more. */
const upkeep = ({ constructionYear, year }: House): number => {
	const age = constructionYear === null ? 99 : year - constructionYear;
	return age < 22 ? 10.61 : age < 32 ? 13.45 : 17.18;
};

/** Where nothing is known of a house. Each has a source that anybody can look up, and each can be written over. */
export const assumptions: Partial<Record<CostKind, Assumption>> = {
	propertyTax: {
		perM2: () => 2.28,
		source:
			'Annahme: 0,19 € je m² im Monat, Bundesdurchschnitt (Betriebskostenspiegel des Deutschen Mieterbundes, Abrechnungsjahr 2012). Genau steht es im Bescheid.'
	},
	insurance: {
		perM2: () => 1.56,
		source:
			'Annahme: 0,13 € je m² im Monat, Bundesdurchschnitt bewohnter Häuser (Betriebskostenspiegel des Deutschen Mieterbundes, Abrechnungsjahr 2008). Leere Häuser sind meist teurer zu versichern.'
	},
	maintenance: {
		perM2: upkeep,
		source:
			'Annahme: Pauschale nach § 28 Abs. 2 der Zweiten Berechnungsverordnung, Stand 2023, nach dem Alter des Hauses. Wer nichts tut, spart sie nicht, sondern schiebt sie auf.'
	}
};

export type CostLine = { kind: CostKind; label: string; amount: number; source: string };
export type CostSheet = { lines: CostLine[]; total: number; areaM2: number | null };

/** `typed`: amounts that somebody entered for this calculation; they outweigh what is recorded, which outweighs the assumptions. */
export function holdingCosts(house: House, { recorded, typed }: { recorded: Costs; typed: Costs }): CostSheet {
	const kinds = Object.keys(costKinds) as CostKind[];
	const lines = kinds.flatMap((kind): CostLine[] => {
		const assumed = house.areaM2 && assumptions[kind];
		const [amount, source] =
			typed[kind] !== undefined
				? [typed[kind], 'eigene Angabe']
				: recorded[kind] !== undefined
					? [recorded[kind], 'im Register eingetragen']
					: assumed
						? [Math.round(assumed.perM2(house) * (house.areaM2 ?? 0)), assumed.source]
						: [undefined, ''];
		return amount === undefined || amount === 0 ? [] : [{ kind, label: costKinds[kind], amount, source }];
	});
	return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0), areaM2: house.areaM2 };
}

/** Whole years between two ISO days; null when the first is unknown or lies ahead. */
export function yearsEmpty(since: string | null, today: string): number | null {
	if (!since || since > today) return null;
	return Number(today.slice(0, 4)) - Number(since.slice(0, 4)) - (today.slice(5) < since.slice(5) ? 1 : 0);
}

/** "seit etwa 9 Jahren ohne Nutzung (seit 01.01.2017)" */
export function emptyText(since: string | null, { years, isRough }: { years: number | null; isRough: boolean }): string | null {
	if (!since || years === null) return null;
	const how =
		years === 0 ? 'seit weniger als einem Jahr' : years === 1 ? 'seit einem Jahr' : `seit ${isRough ? 'etwa ' : ''}${years} Jahren`;
	return `${how} ohne Nutzung (${isRough ? `seit ${since.slice(0, 4)}` : `seit ${germanDay(since)}`})`;
}

/** The caveat: a hint, and that courts do not see it alike. */
export const permitHint =
	'Ein Hinweis, keine Rechtsauskunft: Steht ein Haus lange leer, kann die frühere Genehmigung ihre Wirkung verlieren. Gerichte beurteilen das verschieden. Eine Linie zählt die Jahre („Zeitmodell“, BVerwG, Urteil vom 18.05.1995, 4 C 20.94): im ersten Jahr schadet der Leerstand nicht, im zweiten in der Regel nicht, danach kommt es auf besondere Gründe an. Eine andere fragt, ob auf die Genehmigung verzichtet wurde oder ob sie nach Landesrecht erloschen ist. Verbindlich antwortet die Bauaufsicht.';

/** "1.240 € im Jahr, 9.920 € in den letzten 8 Jahren" — the second only where it is known how long. */
export function totalText({ total }: Pick<CostSheet, 'total'>, years: number | null): string {
	const rounded = Math.round(total / 10) * 10;
	return years && years > 1
		? `etwa ${euro(rounded)} im Jahr, etwa ${euro(rounded * years)} in ${years} Jahren`
		: `etwa ${euro(rounded)} im Jahr`;
}
