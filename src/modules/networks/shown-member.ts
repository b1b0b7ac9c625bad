import type { Logo } from '#lib/logo.ts';
import type { Pioneer } from '#modules/organisations/pioneer.ts';
import type { Sector } from '#modules/organisations/organisation.ts';
import type { Tier } from './vocabulary.ts';

/** Somebody who belongs, as everybody may see it. `x`, `y` in kilometres of the map (organisations/germany.ts). */
export type ShownMember = {
	networkId: string;
	name: string;
	kind: string;
	/** "Landkreis Uckermark, Brandenburg" */
	where: string;
	href: string | null;
	logo: Logo | null;
	x: number | null;
	y: number | null;
	tier: Tier;
	joinedOn: string | null;
	isAmbassador: boolean;
	/** Of a county: the municipalities that it names as taking part. */
	pioneers: Pioneer[];
	sector: Sector | null;
	mission: string | null;
	actionFields: string[];
	contributions: string[];
	valuesVersion: number | null;
};
