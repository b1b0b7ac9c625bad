import type { Logo } from '#lib/logo.ts';

/** Organisations of every kind, and what people may do in them. */

export const organisationKinds = {
	municipality: 'Kommune',
	county: 'Landkreis',
	association: 'Verein',
	foundation: 'Stiftung',
	company: 'Unternehmen',
	cooperative: 'Genossenschaft',
	initiative: 'Initiative in Gründung',
	authority: 'Behörde',
	university: 'Hochschule',
	church: 'Kirche',
	other: 'andere Organisation'
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

/** The seven sectors of an alliance's partners. */
export const sectors = {
	associations: 'Verbände, Netzwerke, Initiativen',
	foundations: 'Stiftungen',
	local_authorities: 'Gebietskörperschaften',
	development: 'Stadt-, Immobilien- und Projektentwicklung',
	centre_management: 'Zentren-, Quartiers- und Community-Management',
	culture: 'Kultur, Soziokultur, Kultur- und Kreativwirtschaft',
	intermediaries: 'Mittler und Intermediäre'
} as const;
export type Sector = keyof typeof sectors;

/** An organisation as a line of a list or a card: public columns only. */
export type OrganisationItem = {
	id: string;
	slug: string;
	kind: OrganisationKind;
	name: string;
	sector: Sector | null;
	summary: string | null;
	topics: string[];
	logo: Logo | null;
	/** Where it sits: a municipality of the register. */
	place: { ags: string; slug: string; name: string; state: string } | null;
};

/** What everybody may read of an organisation. */
export type PublicOrganisation = OrganisationItem & {
	ags: string | null;
	districtCode: string | null;
	website: string | null;
	offers: string[];
	needs: string[];
	claimedAt: Date | null;
	publishedAt: Date | null;
};

/** Kinds that a person founds here; municipalities and counties come from the register and are claimed. */
export const foundedKinds = Object.fromEntries(
	Object.entries(organisationKinds).filter(([kind]) => kind !== 'municipality' && kind !== 'county')
) as Record<Exclude<OrganisationKind, 'municipality' | 'county'>, string>;

export const isRegistered = (kind: OrganisationKind): boolean => kind === 'municipality' || kind === 'county';

/** "Werkhof Angermünde e. V." as an address word: "werkhof-angermuende-e-v". */
export const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replace(/ä/g, 'ae')
		.replace(/ö/g, 'oe')
		.replace(/ü/g, 'ue')
		.replace(/ß/g, 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80) || 'organisation';

/** What stands against showing an organisation to everybody. */
export function whyNotShow({ summary, place }: Pick<OrganisationItem, 'summary' | 'place'>): { code: string; message: string } | null {
	if (!summary || summary.length < 40)
		return {
			code: 'no-summary',
			message: 'Bitte zuerst in zwei, drei Sätzen sagen, wer Sie sind und was Sie tun (mindestens 40 Zeichen).'
		};
	if (!place) return { code: 'no-place', message: 'Bitte zuerst angeben, wo die Organisation sitzt.' };
	return null;
}
